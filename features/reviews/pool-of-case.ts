import 'server-only';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { roomIn } from '@/features/ledger/pool-queries';
import type { Fen } from '@/lib/money';

/**
 * The id of the pool that pays a case: the pool with its promise; otherwise the sub-pool that its rules named at the last
 * submission; otherwise the programme's pool.
 */
export const poolIdOf: SQL<string> = sql<string>`coalesce(${applications.promisePoolId},
  app.pool_of_case(${applications.id}, ${applications.programmeId}))`;

/** Returns the id of the pool of one case. @throws if there is no such case */
export async function poolOfCase(tx: Tx, applicationId: string): Promise<string> {
  const [row] = await tx
    .select({ poolId: poolIdOf })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row) throw new Error(`No case ${applicationId}.`);
  return row.poolId;
}

/** Returns the free amount of the budget for a case in fen, without the money already promised to it. */
export const roomForCase = async (tx: Tx, applicationId: string): Promise<Fen> =>
  roomIn(tx, await poolOfCase(tx, applicationId));
