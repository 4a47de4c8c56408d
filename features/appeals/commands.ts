import 'server-only';
import { and, eq, ne, notInArray } from 'drizzle-orm';
import type { z } from 'zod';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { advanceCase, type CaseRow } from '@/features/applications/case-state';
import { lockOwn } from '@/features/applications/commands';
import { finalStates } from '@/features/applications/domain/lifecycle';
import { storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import { annulLetters, checkPrintable, writeLetter } from '@/features/letters/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { lockCase, personName, timeText } from '@/features/reviews/case-steps';
import { shanghaiDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { writeState } from '@/server/rows';
import { appealBar, evidenceOf, mayDecideAppeal, type AppealBar } from './domain/appeal';
import { appealLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { decidersOf } from './queries';

type Appeal = typeof appeals.$inferSelect;

/** Returns whether the start-up has another running case in the same round. Only one can run at a time. */
async function hasOther({ tx }: Grant, row: CaseRow): Promise<boolean> {
  const [other] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, row.organisationId),
        eq(applications.roundId, row.roundId),
        ne(applications.id, row.id),
        notInArray(applications.state, [...finalStates]),
      ),
    )
    .limit(1);
  return other !== undefined;
}

type FileRefusal =
  'case_unknown' | AppealBar | 'appeal_other_running' | 'state_changed' | DocumentRefusal;

/**
 * Submits an appeal against a refusal, within its time and only once. The case then waits for a decision by another
 * official.
 */
export async function fileAppeal(
  grant: Grant<'appeal.file'>,
  input: z.output<typeof inputs.fileAppealInput>,
): Promise<Outcome<{ id: string }, FileRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const bar = appealBar(row, now);
  if (bar === 'appeal_late') {
    return refused(bar, { when: row.appealBy ? await timeText(row.appealBy) : '' });
  }
  if (bar) return refused(bar);
  if (!row.decidedAt) throw new Error(`Case ${row.id} was refused at no time.`);
  if (await hasOther(grant, row)) return refused('appeal_other_running');
  const { rules } = await getVersion(tx, row.versionId);
  const workingDays = rules.service.reviewWorkingDays;
  const dueAt = grant.calendar.deadline(now, workingDays);
  const reference = await nextReference(tx, row.cityId, 'SS');
  const moved = await advanceCase(grant, row, {
    transition: 'appeal',
    action: 'application.appealed',
    data: { appeal: reference },
  });
  if (!moved.ok) return moved;
  await tx.insert(appeals).values({
    cityId: row.cityId,
    organisationId: row.organisationId,
    applicationId: row.id,
    reference,
    refusedAt: row.decidedAt,
    refusalReason: row.decisionReason ?? '',
    grounds: input.grounds,
    filedBy: userOf(actor),
    filedAt: now,
    dueAt,
  });
  if (input.evidence) {
    const place = { applicationId: row.id, requirement: evidenceOf(reference) };
    const stored = await storeDocument(grant, { file: input.evidence, ...place });
    if (!stored.ok) return { ...stored, field: 'evidence' };
  }
  await writeLetter(grant, row, {
    kind: 'appeal_receipt',
    appeal: reference,
    grounds: input.grounds,
    by: actor.name,
    refusedOn: shanghaiDate(row.decidedAt),
    workingDays,
    dueOn: shanghaiDate(dueAt),
  });
  await tellFiled(grant, row, reference, dueAt);
  return done({ id: row.id });
}

async function tellFiled({ tx }: Grant, row: CaseRow, reference: string, dueAt: Date) {
  const due = dueAt.toISOString();
  const about = { reference, case: row.reference ?? '', due };
  await notify(tx, { cityId: row.cityId, roles: ['approver'] }, 'appeal_filed', {
    ...about,
    path: paths.city.appeals(),
  });
  const owners = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, owners, 'appeal_received', {
    ...about,
    path: paths.startup.status(row.id),
  });
}

type DecideRefusal = 'appeal_unknown' | 'appeal_decided' | 'same_person' | 'state_changed';

/** Locks an appeal and its case for a decision. Rejects users who took part in an earlier decision on the case. */
async function lockForDecision(
  grant: Grant<'appeal.resolve'>,
  appealId: string,
): Promise<Outcome<{ appeal: Appeal; row: CaseRow }, DecideRefusal>> {
  const { tx, actor } = grant;
  const mine = and(eq(appeals.id, appealId), eq(appeals.cityId, cityOf(actor)));
  const [known] = await tx.select().from(appeals).where(mine);
  // All commands lock the case first, so that none can change its appeals meanwhile.
  const row = known && (await lockCase(grant, known.applicationId));
  const [appeal] = await tx.select().from(appeals).where(mine);
  if (!appeal || !row) return refused('appeal_unknown');
  if (appeal.state !== 'open') {
    const who = await personName(tx, appeal.decidedBy);
    const when = appeal.decidedAt ? await timeText(appeal.decidedAt) : '';
    return refused('appeal_decided', { who, when });
  }
  const deciders = await decidersOf(tx, row);
  return mayDecideAppeal(deciders, userOf(actor)) ? done({ appeal, row }) : refused('same_person');
}

/** Writes the decision on an appeal. The event is that of the case. */
const close = (grant: Grant, appeal: Appeal, transition: 'dismiss' | 'grant', decision: string) =>
  writeState(grant, appeals, appeal, {
    lifecycle: appealLifecycle,
    transition,
    set: { decision, decidedBy: userOf(grant.actor), decidedAt: grant.now },
  });

/** Informs the start-up of the decision on its appeal, by letter and by notification. */
async function tellDecided(
  grant: Grant,
  { appeal, row }: { appeal: Appeal; row: CaseRow },
  outcome: 'dismissed' | 'granted',
  decision: string,
): Promise<void> {
  await writeLetter(grant, row, {
    kind: 'appeal_decision',
    appeal: appeal.reference,
    outcome,
    decision,
    refusedOn: shanghaiDate(appeal.refusedAt),
  });
  const applicant = { organisationId: row.organisationId, roles: ['owner', 'member'] as const };
  await notify(grant.tx, applicant, `appeal_${outcome}`, {
    reference: appeal.reference,
    case: row.reference ?? '',
    reason: decision,
    path: paths.startup.status(row.id),
  });
}

/** Dismisses an appeal as unfounded: the refusal remains in force, and cannot be appealed against again. */
export async function dismissAppeal(
  grant: Grant<'appeal.resolve'>,
  input: z.output<typeof inputs.decideAppealInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'letter_unprintable'>> {
  const locked = await lockForDecision(grant, input.appealId);
  if (!locked.ok) return locked;
  const { appeal, row } = locked.value;
  const printable = await checkPrintable(grant, row, input, [input.decision]);
  if (!printable.ok) return printable;
  const moved = await advanceCase(grant, row, {
    transition: 'dismissAppeal',
    action: 'appeal.dismissed',
    set: { appealBy: null },
    data: { appeal: appeal.reference, decision: input.decision, noConflict: 'yes' },
  });
  if (!moved.ok) return moved;
  const closed = await close(grant, appeal, 'dismiss', input.decision);
  if (!closed.ok) return closed;
  await tellDecided(grant, locked.value, 'dismissed', input.decision);
  return done({ id: appeal.id });
}

/**
 * Grants an appeal: the refusal is set aside. The case waits for a first review by an official who has not decided on
 * it, with the full time for a review.
 */
export async function grantAppeal(
  grant: Grant<'appeal.resolve'>,
  input: z.output<typeof inputs.decideAppealInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'letter_unprintable'>> {
  const { tx, now } = grant;
  const locked = await lockForDecision(grant, input.appealId);
  if (!locked.ok) return locked;
  const { appeal, row } = locked.value;
  const printable = await checkPrintable(grant, row, input, [input.decision]);
  if (!printable.ok) return printable;
  const { rules } = await getVersion(tx, row.versionId);
  const moved = await advanceCase(grant, row, {
    transition: 'grantAppeal',
    action: 'appeal.granted',
    set: {
      assigneeId: null,
      firstReviewerId: null,
      finalReviewerId: null,
      recommendedFen: null,
      approvedFen: null,
      decidedAt: null,
      decisionReason: null,
      appealBy: null,
      dueAt: grant.calendar.deadline(now, rules.service.reviewWorkingDays),
    },
    data: { appeal: appeal.reference, decision: input.decision, noConflict: 'yes' },
  });
  if (!moved.ok) return moved;
  const closed = await close(grant, appeal, 'grant', input.decision);
  if (!closed.ok) return closed;
  await annulLetters(grant, row, 'refusal');
  await tellDecided(grant, locked.value, 'granted', input.decision);
  await notify(tx, { cityId: row.cityId, roles: ['manager', 'reviewer'] }, 'case_reopened', {
    reference: row.reference ?? '',
    path: paths.city.case(row.id),
  });
  return done({ id: appeal.id });
}

/** Writes another deadline for deciding an appeal. The caller that moves the deadline records the reason. */
export const moveAppealDeadline = ({ tx }: Pick<Grant, 'tx'>, appealId: string, dueAt: Date) =>
  tx.update(appeals).set({ dueAt }).where(eq(appeals.id, appealId));
