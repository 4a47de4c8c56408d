import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { capDecisions } from '@/db/schema/caps';
import type { Fen } from '@/lib/money';

/** A higher cap that the city has decided for a case, and what the decision rests on. */
export type DecidedCap = { capFen: Fen; basis: string };

/** Loads the highest cap that was released for a case; undefined if there is none. */
export async function decidedCapOf(tx: Tx, applicationId: string): Promise<DecidedCap | undefined> {
  const [row] = await tx
    .select({ capFen: capDecisions.capFen, basis: capDecisions.basis })
    .from(capDecisions)
    .where(and(eq(capDecisions.applicationId, applicationId), eq(capDecisions.state, 'released')))
    .orderBy(desc(capDecisions.capFen), desc(capDecisions.id))
    .limit(1);
  return row;
}
