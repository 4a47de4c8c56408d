import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { programmes } from '@/db/schema/programmes';
import type { ProgrammeState } from '@/features/programmes/domain/lifecycle';
import { done, refused, type Outcome } from '@/lib/result';

export type ProgrammeStateReason = { state: ProgrammeState; reason: string | null };

/** Loads whether the programme of a case is open, suspended or closed, and why. */
export async function stateOfProgramme(tx: Tx, programmeId: string): Promise<ProgrammeStateReason> {
  const [row] = await tx
    .select({ state: programmes.state, reason: programmes.stateReason })
    .from(programmes)
    .where(eq(programmes.id, programmeId));
  if (!row) throw new Error(`Programme ${programmeId} is not there.`);
  return row;
}

/**
 * Rejects the submission of a draft while its programme is suspended, and after it was closed. Cases that were
 * submitted before continue, and may also be corrected.
 */
export async function takesSubmissions(
  tx: Tx,
  programmeId: string,
): Promise<Outcome<undefined, 'programme_suspended' | 'programme_ended'>> {
  const { state, reason } = await stateOfProgramme(tx, programmeId);
  if (state === 'suspended') return refused('programme_suspended', { reason: reason ?? '' });
  if (state === 'closed') return refused('programme_ended', { reason: reason ?? '' });
  return done();
}
