import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { users } from '@/db/schema/people';
import { reviews } from '@/db/schema/reviews';
import { soleDecisions } from '@/db/schema/samples';
import {
  aboutCase,
  writeCaseState,
  type CaseRow,
  type CaseStep,
} from '@/features/applications/case-state';
import { warnOfBudget } from '@/features/budget/warning-commands';
import { writeLetter } from '@/features/letters/commands';
import { notify } from '@/features/notifications/commands';
import { appealWorkingDays } from '@/features/programmes/guide/domain/appeal-days';
import { getVersion } from '@/features/programmes/queries';
import { poolOfCase, roomForCase } from './pool-of-case';
import { formatDateTime } from '@/lib/dates';
import { formatFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import { constraintOf } from '@/server/database-errors';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { requestLocaleOr } from '@/server/request';

/**
 * Locks a case of the actor's city until the transaction ends.
 * @param options.skipLocked for sweeps: returns nothing if another transaction has locked the case
 */
export const lockCase = (
  grant: Grant,
  applicationId: string,
  options?: { skipLocked?: true },
): Promise<CaseRow | undefined> => lockInCity(grant, applications, applicationId, options);

/**
 * Moves a locked case to a state in which its amount is promised. The database promises the amount under the lock of its
 * pool. If the pool holds too little, the case stays as it was, and the refusal contains the free amount.
 */
export async function movePromising(
  grant: Grant,
  row: CaseRow,
  { transition, action, set, data = {} }: CaseStep,
): Promise<Outcome<{ id: string }, 'state_changed' | 'budget_short'>> {
  const { tx, now } = grant;
  try {
    // A savepoint: the transaction must continue after a failure, to read the free amount or to queue the case.
    const written = await tx.transaction((inner) =>
      writeCaseState({ tx: inner, now }, row, transition, set),
    );
    if (!written.ok) return written;
  } catch (error) {
    if (constraintOf(error) !== 'pools_promised_within_budget') throw error;
    return budgetShort(tx, row, set?.approvedFen ?? row.approvedFen ?? zeroFen);
  }
  await grant.record({ action, ...aboutCase(row), data });
  await warnOfBudget(grant, {
    programmeId: row.programmeId,
    poolId: await poolOfCase(tx, row.id),
  });
  return done({ id: row.id });
}

/** Returns the refusal with the free amount, for a case that needs more. */
export const budgetShort = async (tx: Tx, row: CaseRow, amountFen: Fen) =>
  refused(
    'budget_short',
    { amount: formatFen(amountFen), free: formatFen(await roomForCase(tx, row.id)) },
    'amountFen',
  );

export async function personName(tx: Tx, userId: string | null): Promise<string> {
  if (!userId) return '';
  const [person] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return person?.name ?? '';
}

/** Formats an instant for a refusal, in the language of the page that sent the form. */
export const timeText = async (at: Date): Promise<string> =>
  formatDateTime(at, await requestLocaleOr('zh-CN'));

/** Writes the officer's finding. Nobody can give a second finding on the same case. */
export async function writeReview(
  grant: Grant,
  row: CaseRow,
  review: {
    stage: 'first' | 'final';
    outcome: 'pass' | 'refuse';
    amountFen?: Fen;
    reason: string;
  },
): Promise<void> {
  await grant.tx.insert(reviews).values({
    applicationId: row.id,
    cityId: row.cityId,
    stage: review.stage,
    outcome: review.outcome,
    amountFen: review.amountFen ?? null,
    reason: review.reason,
    noConflictDeclared: true,
    reviewerId: userOf(grant.actor),
    at: grant.now,
  });
}

/** Keeps and records that one officer decided the case alone, for the sample that others check. */
export async function writeSoleDecision(
  grant: Grant,
  row: CaseRow,
  { amountFen, limitFen }: { amountFen: Fen; limitFen: Fen },
): Promise<void> {
  await grant.tx.insert(soleDecisions).values({
    cityId: row.cityId,
    programmeId: row.programmeId,
    applicationId: row.id,
    reviewerId: userOf(grant.actor),
    amountFen,
    limitFen,
    at: grant.now,
  });
  await grant.record({
    action: 'application.decided_alone',
    ...aboutCase(row),
    data: { amountFen: amountFen.toString(), limitFen: limitFen.toString() },
  });
}

/** Returns who decided a stage of the case and when, for a colleague who tries to decide it too; undefined if nobody has. */
export async function decisionOf(
  tx: Tx,
  row: CaseRow,
  stage: 'first' | 'final',
): Promise<{ who: string; when: string } | undefined> {
  const [review] = await tx
    .select({ reviewerId: reviews.reviewerId, at: reviews.at })
    .from(reviews)
    .where(
      and(
        eq(reviews.applicationId, row.id),
        eq(reviews.cityId, row.cityId),
        eq(reviews.stage, stage),
      ),
    )
    .orderBy(desc(reviews.at))
    .limit(1);
  if (!review) return undefined;
  return { who: await personName(tx, review.reviewerId), when: await timeText(review.at) };
}

/**
 * Returns what a refusal writes into the case: the decision, and the last day for an appeal by the rules of the case's
 * version.
 */
export async function refusalOf(grant: Grant, row: CaseRow, reason: string) {
  const { rules } = await getVersion(grant.tx, row.versionId);
  const days = appealWorkingDays(rules.service);
  return {
    set: {
      decidedAt: grant.now,
      decisionReason: reason,
      appealBy: grant.calendar.deadline(grant.now, days),
    },
    days,
  };
}

/** Returns whether a person has given a finding on the case. Nobody gives a second one, not even after an appeal. */
export async function hasDecided(tx: Tx, row: CaseRow, userId: string): Promise<boolean> {
  const [review] = await tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(
      and(
        eq(reviews.applicationId, row.id),
        eq(reviews.cityId, row.cityId),
        eq(reviews.reviewerId, userId),
      ),
    );
  return review !== undefined;
}

/**
 * Notifies the start-up of the refusal and its reason, by an official letter and by mail. A refusal without a reason is not
 * valid.
 */
export async function notifyOfRefusal(
  grant: Grant,
  row: CaseRow,
  reason: string,
  { set, days }: Awaited<ReturnType<typeof refusalOf>>,
): Promise<void> {
  await writeLetter(grant, row, {
    kind: 'refusal',
    reason,
    appealBy: set.appealBy.toISOString(),
    appealWorkingDays: days,
  });
  await notify(
    grant.tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'application_rejected',
    {
      reference: row.reference ?? '',
      reason,
      appealBy: set.appealBy.toISOString(),
      path: paths.startup.status(row.id),
    },
  );
}

/** Notifies the people whose turn is next. The first reviewer is left out, because nobody reviews a case twice. */
export async function notifyNext(
  grant: Grant,
  row: CaseRow,
  role: 'approver' | 'manager',
  template: 'case_recommended' | 'case_passed',
  amountFen: Fen,
): Promise<void> {
  const audience = { cityId: row.cityId, roles: [role], except: userOf(grant.actor) };
  await notify(grant.tx, audience, template, {
    reference: row.reference ?? '',
    amount: formatFen(amountFen),
    path: role === 'manager' ? paths.city.notices() : paths.city.case(row.id),
  });
}
