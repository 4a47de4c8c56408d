import 'server-only';
import { eq } from 'drizzle-orm';
import { applications, corrections } from '@/db/schema/applications';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, writeState } from '@/server/rows';
import { applicationLifecycle, type ApplicationTransition } from './domain/lifecycle';
import type { AuditEntry } from '@/server/audit';
import type { Fen } from '@/lib/money';

export type CaseRow = typeof applications.$inferSelect;

/** Columns that may change together with the state. Only the lifecycle sets the state itself. */
type Columns = Omit<Partial<typeof applications.$inferInsert>, 'id' | 'state'>;

export type CaseStep = {
  transition: ApplicationTransition;
  action: AuditEntry['action'];
  set?: Columns;
  data?: Record<string, string | number>;
};

/** Returns the data that every event about a case carries. */
export const aboutCase = (row: CaseRow) => ({
  subject: { kind: 'application' as const, id: row.id },
  applicationId: row.id,
  cityId: row.cityId,
  organisationId: row.organisationId,
  versionId: row.versionId,
});

const stepOf = (transition: ApplicationTransition, set: Columns | undefined, now: Date) => ({
  lifecycle: applicationLifecycle,
  transition,
  set: { ...set, updatedAt: now },
});

/**
 * Writes the next state of a locked case without recording an event. It is for commands that record an event of their
 * own, and for commands that write within a savepoint. All others call `advanceCase`.
 */
export const writeCaseState = (
  grant: Pick<Grant, 'tx' | 'now'>,
  row: CaseRow,
  transition: ApplicationTransition,
  set?: Columns,
) => writeState(grant, applications, row, stepOf(transition, set, grant.now));

/** Moves a locked case to its next state and records the event. */
export const advanceCase = (
  grant: Grant,
  row: CaseRow,
  { transition, action, set, data }: CaseStep,
) =>
  advance(grant, applications, row, {
    ...stepOf(transition, set, grant.now),
    event: { ...aboutCase(row), action, data },
  });

/** Assigns a locked case to a reviewer. The event keeps the reviewer's name for its readers. */
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

/** Writes what the rules give a case after a decision on it, such as on a higher cap. The caller records the decision. */
export const raiseAssessment = (
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: CaseRow,
  assessedFen: Fen,
) =>
  tx.update(applications).set({ assessedFen, updatedAt: now }).where(eq(applications.id, row.id));

/**
 * Writes which fields of a returned case must be corrected, why and until when. It records no event, because the
 * return itself is one.
 */
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

/** Writes which stage of review a case is in, and its last day. The caller records the event. */
export const writeStage = (
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  row: CaseRow,
  open: Pick<CaseRow, 'stage' | 'stageDueAt'>,
) =>
  tx
    .update(applications)
    .set({ ...open, updatedAt: now })
    .where(eq(applications.id, row.id));

/** Writes a later or earlier deadline of a case. The caller that moves the deadline records the reason. */
export const moveCaseDeadline = (
  { tx }: Pick<Grant, 'tx'>,
  applicationId: string,
  term: { dueAt: Date } | { stageDueAt: Date } | { appealBy: Date },
) => tx.update(applications).set(term).where(eq(applications.id, applicationId));

/** Writes a later deadline for a correction. The caller that moves the deadline records the reason. */
export const moveCorrectionDeadline = (
  { tx }: Pick<Grant, 'tx'>,
  correctionId: string,
  dueAt: Date,
) => tx.update(corrections).set({ dueAt }).where(eq(corrections.id, correctionId));
