import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { programmePools } from '@/db/schema/programmes';
import { getSubPools } from '@/features/ledger/pool-queries';
import { getPools } from '@/features/ledger/queries';
import { zeroFen, type Fen } from '@/lib/money';

/** Lists the sub-pools of programmes in the order in which they were made; they are public. */
export async function listProgrammePools(tx: Tx, programmeIds: readonly string[]) {
  if (programmeIds.length === 0) return [];
  return tx
    .select({
      id: programmePools.id,
      programmeId: programmePools.programmeId,
      key: programmePools.key,
      title: programmePools.title,
    })
    .from(programmePools)
    .where(inArray(programmePools.programmeId, [...programmeIds]))
    .orderBy(asc(programmePools.id));
}

/**
 * What is left in the budget of a programme (fen) and in each of its sub-pools, by key. A case can get the smaller of
 * the two.
 */
export type PoolsLeft = {
  leftFen: Fen;
  subPools: Map<string, Fen>;
  /** The keys of the sub-pools by their ids. */
  keys: Map<string, string>;
};

async function poolsLeftOf(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<Map<string, PoolsLeft>> {
  const pools = await getPools(tx, programmeIds);
  const parts = await getSubPools(tx, programmeIds);
  const named = await listProgrammePools(tx, programmeIds);
  return new Map(
    programmeIds.map((id) => {
      const left = new Map(parts.get(id)?.map((part) => [part.id, part.leftFen]));
      const own = named.filter(({ programmeId }) => programmeId === id);
      const subPools = new Map(own.map((part) => [part.key, left.get(part.id) ?? zeroFen]));
      const keys = new Map(own.map((part) => [part.id, part.key]));
      return [id, { leftFen: pools.get(id)?.leftFen ?? zeroFen, subPools, keys }];
    }),
  );
}

export async function poolsLeft(tx: Tx, programmeId: string): Promise<PoolsLeft> {
  const all = await poolsLeftOf(tx, [programmeId]);
  return all.get(programmeId) ?? { leftFen: zeroFen, subPools: new Map(), keys: new Map() };
}
