import 'server-only';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { roomIn } from '@/features/ledger/pool-queries';
import type { Fen } from '@/lib/money';

/**
 * Returns the pool that a case is paid from: the one that has promised it, or else the part that its rules named when it was
 * last submitted, or else the programme's pool.
 */
export const poolIdOf: SQL<string> = sql<string>`coalesce(${applications.promisePoolId},
  app.pool_of_case(${applications.id}, ${applications.programmeId}))`;

/** The pool of one case. @throws where there is no such case */
export async function poolOfCase(tx: Tx, applicationId: string): Promise<string> {
  const [row] = await tx
    .select({ poolId: poolIdOf })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row) throw new Error(`No case ${applicationId}.`);
  return row.poolId;
}

/** Returns the free amount of the budget for a case, without the money promised to it already. */
export const roomForCase = async (tx: Tx, applicationId: string): Promise<Fen> =>
  roomIn(tx, await poolOfCase(tx, applicationId));
