import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { awardRows } from '@/db/schema/awards';

/** Counts the rows of a list that are on notice, held back by an objection, or issued. */
export async function countStates(
  tx: Tx,
  importId: string,
): Promise<Record<'publicised' | 'objected' | 'issued', number>> {
  const rows = await tx
    .select({ state: awardRows.state, n: sql<number>`count(*)::int` })
    .from(awardRows)
    .where(eq(awardRows.importId, importId))
    .groupBy(awardRows.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { publicised: of('publicised'), objected: of('objected'), issued: of('issued') };
}
