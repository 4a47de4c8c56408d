import { fen, minFen, type Fen } from '../../../lib/money';

/** A pool that money is taken from, and its parent pool. Amount in fen. */
export type PoolRest = { readonly leftFen: Fen; readonly parentId: string | null };

/**
 * Returns for each row, in the order of the list, the amount left for the rows below and for new cases (fen). The rows share
 * what their pools have free and what is promised to these rows. After the last row of a pool exactly its free amount is
 * left. A row of a sub-pool takes from the sub-pool and from the whole pool; the smaller rest is returned.
 * @returns null for a row whose pool is not known
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
