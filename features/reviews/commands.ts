import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/applications';
import { memberships } from '@/db/schema/people';
import {
  advanceCase,
  assignCase,
  writeCorrection,
  type CaseRow,
} from '@/features/applications/case-state';
import { allFields } from '@/features/forms/domain/form';
import { applicationLifecycle } from '@/features/applications/domain/lifecycle';
import { listCaseEvents } from '@/features/audit/queries';
import { checkPrintable, writeLetter } from '@/features/letters/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import type { AmountRefusal } from '@/features/rules/typed-amount';
import { say } from '@/lib/bilingual';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import {
  decisionOf,
  lockCase,
  hasDecided,
  personName,
  refusalOf,
  notifyNext,
  notifyOfRefusal,
  timeText,
  writeReview,
} from './case-steps';
import { readDecided } from './decided-amount';
import { isAssignable } from './domain/acts';
import { lockMine, type FirstRefusal } from './first-review';
import { soleLimit } from '@/features/rules/domain/sole-limit';
import { readFaults } from './domain/correction';
import { passOrQueue, type Passed } from './funds-commands';
import type * as inputs from './input';
import { decideAlone, type Recommended } from './sole-commands';
import { firstStage, openStage } from './stage-steps';

/** Returns who has the case and since when. The audit record contains this; the row only contains its last change. */
async function holderOf({ tx }: Grant, row: CaseRow): Promise<{ who: string; when: string }> {
  const events = await listCaseEvents(tx, row.id);
  const taken = events.findLast(
    ({ action }) => action === 'application.accepted' || action === 'case.assigned',
  );
  return {
    who: await personName(tx, row.assigneeId),
    when: await timeText(taken?.at ?? row.updatedAt),
  };
}

type TakeRefusal = 'case_unknown' | 'case_taken' | 'same_person' | 'state_changed';

/** Accepts a submitted case and assigns it to the actor. A second officer gets a refusal with the name of the first. */
export async function takeCase(
  grant: Grant<'case.take'>,
  input: z.output<typeof inputs.caseInput>,
): Promise<Outcome<{ id: string }, TakeRefusal>> {
  const row = await lockCase(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const me = userOf(grant.actor);
  if (await hasDecided(grant.tx, row, me)) return refused('same_person');
  if (row.assigneeId && row.assigneeId !== me)
    return refused('case_taken', await holderOf(grant, row));
  return advanceCase(grant, row, {
    transition: 'accept',
    action: 'application.accepted',
    set: { assigneeId: me, ...(await firstStage(grant, row)) },
  });
}

type AssignRefusal =
  'case_unknown' | 'reviewer_unknown' | 'reviewer_decided' | 'case_not_assignable';

/** Assigns cases to a reviewer of the city, including cases of a colleague; either all of them or none. */
export async function assignCases(
  grant: Grant<'case.assign'>,
  input: z.output<typeof inputs.assignCasesInput>,
): Promise<Outcome<{ ids: string[] }, AssignRefusal>> {
  const { tx, actor } = grant;
  const [reviewer] = await tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, input.reviewerId),
        eq(memberships.cityId, cityOf(actor)),
        eq(memberships.role, 'reviewer'),
        isNull(memberships.endedAt),
      ),
    );
  if (!reviewer) return refused('reviewer_unknown', {}, 'reviewerId');
  const wanted = [...new Set(input.applicationIds)];
  const rows = await tx
    .select()
    .from(applications)
    .where(and(inArray(applications.id, wanted), eq(applications.cityId, cityOf(actor))))
    .orderBy(applications.id)
    .for('update');
  if (rows.length !== wanted.length) return refused('case_unknown');
  const to = await personName(tx, reviewer.id);
  for (const row of rows) {
    if (!isAssignable(row.state)) {
      return refused('case_not_assignable', { reference: row.reference ?? '' });
    }
    if (await hasDecided(tx, row, reviewer.id)) {
      return refused('reviewer_decided', { who: to, reference: row.reference ?? '' });
    }
    await assignCase(grant, row, { id: reviewer.id, name: to });
    await notifyReviewer(grant, row, reviewer.id);
  }
  return done({ ids: wanted });
}

/** Notifies the reviewer of a newly assigned case. */
const notifyReviewer = ({ tx }: Grant, row: CaseRow, reviewerId: string) =>
  notify(tx, { cityId: row.cityId, roles: ['reviewer'], only: reviewerId }, 'case_assigned', {
    reference: row.reference ?? '',
    due: row.dueAt?.toISOString() ?? '',
    path: paths.city.case(row.id),
  });

type CorrectionRefusal =
  FirstRefusal | 'correction_empty' | 'correction_incomplete' | 'correction_spent';

/** Requests corrections of named fields, once per case. The service clock stops until they come. */
export async function requestCorrection(
  grant: Grant<'case.review'>,
  input: z.output<typeof inputs.correctionInput>,
): Promise<Outcome<{ id: string }, CorrectionRefusal>> {
  const { tx, now } = grant;
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  if (row.corrected) return refused('correction_spent');
  const version = await getVersion(tx, row.versionId);
  const read = readFaults(version.form, row.answers, input);
  if (!read.ok) return read;
  const fields = read.value;
  const said = [...Object.values(fields), input.message];
  const printable = await checkPrintable(grant, row, input, said);
  if (!printable.ok) return printable;
  const dueAt = grant.calendar.deadline(now, version.rules.service.correctionWorkingDays);
  const moved = await advanceCase(grant, row, {
    transition: 'return',
    action: 'application.returned',
    set: { pausedAt: now },
    data: { fields: Object.keys(fields).join(' '), message: input.message },
  });
  if (!moved.ok) return moved;
  await writeCorrection(grant, row, { fields, message: input.message, dueAt });
  const labels = new Map(allFields(version.form).map((field) => [field.name, field.label]));
  await writeLetter(grant, row, {
    kind: 'correction',
    faults: Object.entries(fields).map(([name, fault]) => ({
      label: labels.get(name) ?? { 'zh-CN': name, en: name },
      fault,
    })),
    message: input.message,
    correctBy: dueAt.toISOString(),
  });
  const { organisationId } = row;
  await notify(tx, { organisationId, roles: ['owner', 'member'] }, 'correction_requested', {
    reference: row.reference ?? '',
    due: dueAt.toISOString(),
    path: paths.startup.status(row.id),
  });
  return moved;
}

/**
 * Records the first review with a recommended amount, at most what the rules gave (fen). Where the rules ask for no final review
 * up to an amount, and neither this amount nor what the rules gave exceeds it, this review decides the case, unless an agency does it: an agency
 * recommends and never decides.
 */
export async function recommendCase(
  grant: Grant<'case.review'>,
  input: z.output<typeof inputs.recommendInput>,
): Promise<
  Outcome<
    Recommended,
    | FirstRefusal
    | 'stage_open'
    | AmountRefusal
    | 'amount_zero'
    | 'amount_above_assessed'
    | 'budget_short'
  >
> {
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const open = await openStage(grant, row);
  if (open) {
    return refused('stage_open', { stage: say(open.title, await requestLocaleOr('zh-CN')) });
  }
  const most = row.assessedFen;
  if (most === null) throw new Error(`Case ${row.id} was never assessed.`);
  const { rules } = await getVersion(grant.tx, row.versionId);
  const read = readDecided(input, rules, { most, above: 'amount_above_assessed' });
  if (!read.ok) return read;
  const amountFen = read.value;
  const limitFen = soleLimit(rules);
  const alone = limitFen !== undefined && most <= limitFen && !grant.actor.mandate;
  if (alone) return decideAlone(grant, row, { ...input, amountFen }, limitFen);
  const moved = await advanceCase(grant, row, {
    transition: 'recommend',
    action: 'application.recommended',
    set: { recommendedFen: amountFen, firstReviewerId: userOf(grant.actor) },
    data: { amountFen: amountFen.toString() },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, {
    stage: 'first',
    outcome: 'pass',
    amountFen,
    reason: input.reason,
  });
  await notifyNext(grant, row, 'approver', 'case_recommended', amountFen);
  return moved;
}

/** Records a refusal at the first review, with the reason for the start-up. */
export async function refuseFirst(
  grant: Grant<'case.refuse'>,
  input: z.output<typeof inputs.refuseInput>,
): Promise<Outcome<{ id: string }, FirstRefusal>> {
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const printable = await checkPrintable(grant, row, input, [input.reason]);
  if (!printable.ok) return printable;
  const refusal = await refusalOf(grant, row, input.reason);
  const moved = await advanceCase(grant, row, {
    transition: 'refuseFirst',
    action: 'application.rejected',
    set: { ...refusal.set, firstReviewerId: userOf(grant.actor) },
    data: { stage: 'first', reason: input.reason },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, { stage: 'first', outcome: 'refuse', reason: input.reason });
  await notifyOfRefusal(grant, row, input.reason, refusal);
  return moved;
}

type FinalRefusal =
  'letter_unprintable' | 'case_unknown' | 'same_person' | 'already_decided' | 'state_changed';

/**
 * Locks a case for the final review, which must be done by another person than the first. For a decided case the refusal
 * names who decided it and when.
 */
async function lockForFinal(
  grant: Grant<'case.decide'>,
  applicationId: string,
  transition: 'pass' | 'refuseFinal',
): Promise<Outcome<CaseRow, FinalRefusal>> {
  const row = await lockCase(grant, applicationId);
  if (!row) return refused('case_unknown');
  if (row.firstReviewerId === userOf(grant.actor)) return refused('same_person');
  if (!applicationLifecycle.can(row.state, transition) && row.finalReviewerId) {
    const decision = await decisionOf(grant.tx, row, 'final');
    if (decision) return refused('already_decided', decision);
  }
  // A case that waits for money must be refused by another person than the one who passed it.
  if (await hasDecided(grant.tx, row, userOf(grant.actor))) return refused('same_person');
  return done(row);
}

type PassRefusal =
  FinalRefusal | AmountRefusal | 'amount_zero' | 'amount_above_recommended' | 'budget_short';

/** Passes the recommended amount or a lower one at the final review, and promises it. */
export async function passFinal(
  grant: Grant<'case.decide'>,
  input: z.output<typeof inputs.recommendInput>,
): Promise<Outcome<Passed, PassRefusal>> {
  const locked = await lockForFinal(grant, input.applicationId, 'pass');
  if (!locked.ok) return locked;
  const row = locked.value;
  const { rules } = await getVersion(grant.tx, row.versionId);
  const limit = { most: row.recommendedFen, above: 'amount_above_recommended' } as const;
  const read = readDecided(input, rules, limit);
  if (!read.ok) return read;
  const amountFen = read.value;
  const printable = await checkPrintable(grant, row, input, []);
  if (!printable.ok) return printable;
  const moved = await passOrQueue(grant, row, { amountFen, reason: input.reason, alone: false });
  if (!moved.ok) return moved;
  await writeReview(grant, row, {
    stage: 'final',
    outcome: 'pass',
    amountFen,
    reason: input.reason,
  });
  return moved;
}

/**
 * Records a refusal at the final review, with the reason for the start-up. Also used for a case that waits for money in
 * vain.
 */
export async function refuseFinal(
  grant: Grant<'case.decide'>,
  input: z.output<typeof inputs.refuseInput>,
): Promise<Outcome<{ id: string }, FinalRefusal>> {
  const locked = await lockForFinal(grant, input.applicationId, 'refuseFinal');
  if (!locked.ok) return locked;
  const row = locked.value;
  const printable = await checkPrintable(grant, row, input, [input.reason]);
  if (!printable.ok) return printable;
  const refusal = await refusalOf(grant, row, input.reason);
  const moved = await advanceCase(grant, row, {
    transition: 'refuseFinal',
    action: 'application.rejected',
    set: { ...refusal.set, finalReviewerId: userOf(grant.actor) },
    data: { stage: 'final', reason: input.reason },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, { stage: 'final', outcome: 'refuse', reason: input.reason });
  await notifyOfRefusal(grant, row, input.reason, refusal);
  return moved;
}
