import 'server-only';
import { eq } from 'drizzle-orm';
import { applications, corrections } from '@/db/schema/applications';
import { done, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { applicationLifecycle, type ApplicationTransition } from './domain/lifecycle';
import type { AuditEntry } from '@/server/audit';

export type CaseRow = typeof applications.$inferSelect;

/** Columns that may change along with the state; the state itself comes from the lifecycle alone. */
type Columns = Omit<Partial<typeof applications.$inferInsert>, 'id' | 'state'>;

export type CaseStep = {
  transition: ApplicationTransition;
  action: AuditEntry['action'];
  set?: Columns;
  data?: Record<string, string | number>;
};

/** Returns what every event about a case says. */
export const aboutCase = (row: CaseRow) => ({
  subject: { kind: 'application' as const, id: row.id },
  applicationId: row.id,
  cityId: row.cityId,
  organisationId: row.organisationId,
  versionId: row.versionId,
});

/**
 * Writes the next state of a locked case, and no event: for commands whose own event tells of it, and for those that
 * write in a savepoint. All others call `advanceCase`.
 */
export async function writeCaseState(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: CaseRow,
  transition: ApplicationTransition,
  set: Columns = {},
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = applicationLifecycle.next(row.state, transition);
  if (!next.ok) return next;
  await tx
    .update(applications)
    .set({ ...set, state: next.value, updatedAt: now })
    .where(eq(applications.id, row.id));
  return done({ id: row.id });
}

/** Moves a locked case along its lifecycle, with its event. */
export async function advanceCase(
  grant: Grant,
  row: CaseRow,
  { transition, action, set, data = {} }: CaseStep,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const written = await writeCaseState(grant, row, transition, set);
  if (written.ok) await grant.record({ action, ...aboutCase(row), data });
  return written;
}

/** Gives a locked case to a reviewer, who stays named to the event's readers. */
export async function assignCase(
  grant: Grant,
  row: CaseRow,
  reviewer: { id: string; name: string },
): Promise<void> {
  await grant.tx
    .update(applications)
    .set({ assigneeId: reviewer.id, updatedAt: grant.now })
    .where(eq(applications.id, row.id));
  await grant.record({ action: 'case.assigned', ...aboutCase(row), data: { to: reviewer.name } });
}

/** Writes which fields of a returned case are to be corrected, why and until when; the return is an event already. */
export async function writeCorrection(
  { tx, actor, now }: Grant,
  row: CaseRow,
  request: Pick<typeof corrections.$inferInsert, 'fields' | 'message' | 'dueAt'>,
): Promise<void> {
  await tx.insert(corrections).values({
    applicationId: row.id,
    requestedBy: userOf(actor),
    requestedAt: now,
    ...request,
  });
}

/** Writes a later or earlier end of a term of a case; whoever moves deadlines records why. */
export const moveCaseDeadline = (
  { tx }: Pick<Grant, 'tx'>,
  applicationId: string,
  term: { dueAt: Date } | { appealBy: Date },
) => tx.update(applications).set(term).where(eq(applications.id, applicationId));

/** Writes a later end of the time for a correction; whoever moves deadlines records why. */
export const moveCorrectionDeadline = (
  { tx }: Pick<Grant, 'tx'>,
  correctionId: string,
  dueAt: Date,
) => tx.update(corrections).set({ dueAt }).where(eq(corrections.id, correctionId));
