import { fen, minFen, type Fen } from '../../../lib/money';

/** A pool that money is taken from, and the pool above it. */
export type PoolRest = { readonly leftFen: Fen; readonly parentId: string | null };

/**
 * Returns the amount left for the rows below, and for new cases, after each row of the list in order: the rows share what
 * their pools have free and what is promised to them. The last row of a pool leaves exactly what is free in it.
 * A row of a part takes from the part and from the whole; the smaller rest counts.
 * @returns nothing for a row whose pool is not known
 */
export function runDown(
  rows: readonly { readonly amountFen: Fen; readonly poolId: string }[],
  pools: ReadonlyMap<string, PoolRest>,
): (Fen | null)[] {
  const concerned = (poolId: string) =>
    [poolId, pools.get(poolId)?.parentId].filter((id) => id !== null && id !== undefined);
  const rest = new Map<string, bigint>();
  for (const { amountFen, poolId } of rows) {
    for (const id of concerned(poolId)) {
      rest.set(id, (rest.get(id) ?? pools.get(id)?.leftFen ?? 0n) + amountFen);
    }
  }
  return rows.map(({ amountFen, poolId }) => {
    if (!pools.has(poolId)) return null;
    const left = concerned(poolId).map((id) => {
      const after = fen((rest.get(id) ?? 0n) - amountFen);
      rest.set(id, after);
      return after;
    });
    return left.reduce((least, one) => minFen(least, one));
  });
}
