import 'server-only';
import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications, corrections } from '@/db/schema/applications';
import { cities, memberships, organisations, users } from '@/db/schema/people';
import { noticeItems, notices, objections, reviews } from '@/db/schema/reviews';
import { aboutCase } from '@/features/applications/commands';
import { allFields } from '@/features/applications/domain/form';
import {
  applicationLifecycle,
  type ApplicationTransition,
} from '@/features/applications/domain/lifecycle';
import { tell } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { formatDate, formatDateTime } from '@/lib/dates';
import { maskCreditCode } from '@/lib/mask';
import { formatFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/lib/server/actor';
import { enterCity, type Grant } from '@/lib/server/gate';
import { requestLocaleOr, senderAddress } from '@/lib/server/request';
import { deadline } from '@/lib/working-days';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type Row = typeof applications.$inferSelect;

async function lockCase(grant: Grant, applicationId: string): Promise<Row | undefined> {
  const [row] = await grant.tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, applicationId), eq(applications.cityId, cityOf(grant.actor))))
    .for('update');
  return row;
}

type Change = {
  transition: ApplicationTransition;
  action: string;
  set?: Partial<typeof applications.$inferInsert>;
  data?: Record<string, string | number>;
};

/** Moves a locked case along its lifecycle, with its event. */
async function move(
  grant: Grant,
  row: Row,
  change: Change,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = applicationLifecycle.next(row.state, change.transition);
  if (!next.ok) return next;
  await grant.tx
    .update(applications)
    .set({ ...change.set, state: next.value, updatedAt: grant.now })
    .where(eq(applications.id, row.id));
  await grant.record({ action: change.action, ...aboutCase(row), data: change.data ?? {} });
  return done({ id: row.id });
}

async function personName(tx: Tx, userId: string | null): Promise<string> {
  if (!userId) return '';
  const [person] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return person?.name ?? '';
}

/** Accepts a submitted case and becomes the one who works on it; the second to try is told who was first. */
export async function takeCase(
  grant: Grant<'case.take'>,
  input: Input<'caseInput'>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'case_taken' | 'state_changed'>> {
  const row = await lockCase(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const me = userOf(grant.actor);
  if (row.state !== 'submitted' || (row.assigneeId && row.assigneeId !== me)) {
    const who = await personName(grant.tx, row.assigneeId);
    if (!who) return refused('state_changed');
    const when = formatDateTime(row.updatedAt, await requestLocaleOr('zh-CN'));
    return refused('case_taken', { who, when });
  }
  return move(grant, row, {
    transition: 'accept',
    action: 'application.accepted',
    set: { assigneeId: me },
  });
}

/** Gives a case to a reviewer of the city. */
export async function assignCase(
  grant: Grant<'case.assign'>,
  input: Input<'assignCaseInput'>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'reviewer_unknown' | 'state_changed'>> {
  const { tx, actor } = grant;
  const row = await lockCase(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  if (!['submitted', 'accepted', 'returned'].includes(row.state)) return refused('state_changed');
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
  await tx
    .update(applications)
    .set({ assigneeId: reviewer.id, updatedAt: grant.now })
    .where(eq(applications.id, row.id));
  await grant.record({
    action: 'case.assigned',
    ...aboutCase(row),
    data: { to: await personName(tx, reviewer.id) },
  });
  return done({ id: row.id });
}

/** Only whoever works on a case may decide its first stage. */
async function lockMine(grant: Grant<'case.review'>, applicationId: string) {
  const row = await lockCase(grant, applicationId);
  if (!row) return refused('case_unknown');
  return row.assigneeId === userOf(grant.actor) ? done(row) : refused('not_assignee');
}

type FirstRefusal = 'case_unknown' | 'not_assignee' | 'state_changed';

/** Asks once, and completely, for corrections of named fields; the service clock stops meanwhile. */
export async function requestCorrection(
  grant: Grant<'case.review'>,
  input: Input<'correctionInput'>,
): Promise<Outcome<{ id: string }, FirstRefusal | 'correction_empty' | 'correction_spent'>> {
  const { tx, now } = grant;
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  if (row.corrected) return refused('correction_spent');
  const version = await getVersion(tx, row.versionId);
  const fields = Object.fromEntries(
    allFields(version.form).flatMap((field) => {
      const fault = input[`fault.${field.name}`];
      return typeof fault === 'string' && fault.trim()
        ? [[field.name, fault.trim().slice(0, 500)]]
        : [];
    }),
  );
  if (Object.keys(fields).length === 0) return refused('correction_empty');
  const dueAt = deadline(now, version.rules.service.correctionWorkingDays);
  const moved = await move(grant, row, {
    transition: 'return',
    action: 'application.returned',
    set: { pausedAt: now },
    data: { fields: Object.keys(fields).join(' '), message: input.message },
  });
  if (!moved.ok) return moved;
  await tx.insert(corrections).values({
    applicationId: row.id,
    fields,
    message: input.message,
    requestedBy: userOf(grant.actor),
    requestedAt: now,
    dueAt,
  });
  await tell(
    tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'correction_requested',
    {
      reference: row.reference ?? '',
      due: formatDate(dueAt, 'zh-CN'),
      path: `/startup/applications/${row.id}/status`,
    },
  );
  return moved;
}

async function writeReview(
  grant: Grant,
  row: Row,
  review: {
    stage: 'first' | 'final' | 'objection';
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

/** First review: recommends an amount, at most what the rules gave. */
export async function recommendCase(
  grant: Grant<'case.review'>,
  input: Input<'recommendInput'>,
): Promise<Outcome<{ id: string }, FirstRefusal | 'amount_above_assessed' | 'amount_zero'>> {
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const most = row.assessedFen;
  if (input.amountFen <= 0n) return refused('amount_zero', {}, 'amountFen');
  if (most === null || input.amountFen > most) {
    return refused(
      'amount_above_assessed',
      { most: most === null ? '' : formatFen(most) },
      'amountFen',
    );
  }
  const moved = await move(grant, row, {
    transition: 'recommend',
    action: 'application.recommended',
    set: { recommendedFen: input.amountFen, firstReviewerId: userOf(grant.actor) },
    data: { amountFen: input.amountFen.toString() },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, {
    stage: 'first',
    outcome: 'pass',
    amountFen: input.amountFen,
    reason: input.reason,
  });
  return moved;
}

/** Tells the start-up why; a refusal without its reason is no decision. */
async function tellRefused(grant: Grant, row: Row, reason: string): Promise<void> {
  await tell(
    grant.tx,
    { organisationId: row.organisationId, roles: ['owner', 'member'] },
    'application_rejected',
    {
      reference: row.reference ?? '',
      reason,
      path: `/startup/applications/${row.id}/status`,
    },
  );
}

export async function refuseFirst(
  grant: Grant<'case.review'>,
  input: Input<'refuseInput'>,
): Promise<Outcome<{ id: string }, FirstRefusal>> {
  const mine = await lockMine(grant, input.applicationId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const moved = await move(grant, row, {
    transition: 'refuseFirst',
    action: 'application.rejected',
    set: {
      firstReviewerId: userOf(grant.actor),
      decidedAt: grant.now,
      decisionReason: input.reason,
    },
    data: { stage: 'first', reason: input.reason },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, { stage: 'first', outcome: 'refuse', reason: input.reason });
  await tellRefused(grant, row, input.reason);
  return moved;
}

type FinalRefusal = 'case_unknown' | 'same_person' | 'already_decided' | 'state_changed';

/** Final review is somebody else's; a second decision is refused with who made the first, and when. */
async function lockForFinal(
  grant: Grant<'case.decide'>,
  applicationId: string,
): Promise<Outcome<Row, FinalRefusal>> {
  const row = await lockCase(grant, applicationId);
  if (!row) return refused('case_unknown');
  if (row.firstReviewerId === userOf(grant.actor)) return refused('same_person');
  if (row.state !== 'first_passed' && row.finalReviewerId) {
    const who = await personName(grant.tx, row.finalReviewerId);
    const when = row.decidedAt ? formatDateTime(row.decidedAt, await requestLocaleOr('zh-CN')) : '';
    return refused('already_decided', { who, when });
  }
  return done(row);
}

export async function passFinal(
  grant: Grant<'case.decide'>,
  input: Input<'recommendInput'>,
): Promise<Outcome<{ id: string }, FinalRefusal | 'amount_above_recommended' | 'amount_zero'>> {
  const locked = await lockForFinal(grant, input.applicationId);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (input.amountFen <= 0n) return refused('amount_zero', {}, 'amountFen');
  if (row.recommendedFen === null || input.amountFen > row.recommendedFen) {
    const most = row.recommendedFen === null ? '' : formatFen(row.recommendedFen);
    return refused('amount_above_recommended', { most }, 'amountFen');
  }
  const moved = await move(grant, row, {
    transition: 'pass',
    action: 'application.passed',
    set: {
      approvedFen: input.amountFen,
      finalReviewerId: userOf(grant.actor),
      decidedAt: grant.now,
      decisionReason: input.reason,
    },
    data: { amountFen: input.amountFen.toString() },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, {
    stage: 'final',
    outcome: 'pass',
    amountFen: input.amountFen,
    reason: input.reason,
  });
  return moved;
}

export async function refuseFinal(
  grant: Grant<'case.decide'>,
  input: Input<'refuseInput'>,
): Promise<Outcome<{ id: string }, FinalRefusal>> {
  const locked = await lockForFinal(grant, input.applicationId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const moved = await move(grant, row, {
    transition: 'refuseFinal',
    action: 'application.rejected',
    set: {
      finalReviewerId: userOf(grant.actor),
      decidedAt: grant.now,
      decisionReason: input.reason,
    },
    data: { stage: 'final', reason: input.reason },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, { stage: 'final', outcome: 'refuse', reason: input.reason });
  await tellRefused(grant, row, input.reason);
  return moved;
}

async function nextReference(tx: Tx, cityId: string, kind: string): Promise<string> {
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  const [row] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${`${city?.prefix ?? ''}-${kind}`}) as reference`,
  );
  return row?.reference ?? '';
}

/** Puts passed cases of one programme on public notice; what the public sees is frozen here. */
export async function publishNotice(
  grant: Grant<'notice.publish'>,
  input: Input<'publishNoticeInput'>,
): Promise<Outcome<{ id: string }, 'case_unknown' | 'state_changed'>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const rows = await tx
    .select()
    .from(applications)
    .where(
      and(
        inArray(applications.id, input.applicationIds),
        eq(applications.cityId, cityId),
        eq(applications.programmeId, input.programmeId),
      ),
    )
    .orderBy(applications.id)
    .for('update');
  const [first] = rows;
  if (!first || rows.length !== new Set(input.applicationIds).size) return refused('case_unknown');
  const { rules } = await getVersion(tx, first.versionId);
  const workingDays = rules.service.noticeWorkingDays;
  const endsAt = deadline(now, workingDays);
  const [notice] = await tx
    .insert(notices)
    .values({
      cityId,
      programmeId: input.programmeId,
      reference: await nextReference(tx, cityId, 'GS'),
      publishedBy: userOf(actor),
      publishedAt: now,
      endsAt,
      workingDays,
    })
    .returning();
  if (!notice) throw new Error('The notice was not written.');
  for (const row of rows) {
    const moved = await move(grant, row, {
      transition: 'publicise',
      action: 'application.publicised',
      data: { notice: notice.reference },
    });
    if (!moved.ok) return moved;
    const [organisation] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, row.organisationId));
    if (!organisation || !row.approvedFen)
      throw new Error(`Case ${row.id} cannot be put on notice.`);
    await tx.insert(noticeItems).values({
      noticeId: notice.id,
      cityId,
      applicationId: row.id,
      organisationName: organisation.name,
      creditCodeMasked: maskCreditCode(organisation.creditCode),
      amountFen: row.approvedFen,
    });
    await tell(tx, { organisationId: row.organisationId, roles: ['owner'] }, 'notice_published', {
      reference: row.reference ?? '',
      ends: formatDate(endsAt, 'zh-CN'),
      path: `/notices/${notice.id}`,
    });
  }
  return done({ id: notice.id });
}

type FileRefusal = 'objection_closed' | 'objection_pending' | 'too_many_objections';

/** Anybody may object while a notice runs, in writing and by name. */
export async function fileObjection(
  grant: Grant<'objection.file'>,
  input: Input<'objectionInput'>,
): Promise<Outcome<{ reference: string; noticeId: string }, FileRefusal>> {
  const { tx, now } = grant;
  const key = `objection:${await senderAddress()}`;
  const [attempts] = await tx.execute<{ n: number }>(
    sql`select app.count_attempts(${key}, interval '1 hour') as n`,
  );
  if ((attempts?.n ?? 0) >= 20) return refused('too_many_objections');
  const [item] = await tx
    .select({ item: noticeItems, notice: notices })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .where(eq(noticeItems.id, input.itemId));
  if (!item || item.notice.endsAt <= now) return refused('objection_closed');
  await enterCity(grant, item.notice.cityId);
  await tx.execute(sql`select app.record_attempt(${key})`);
  const [row] = await tx
    .select()
    .from(applications)
    .where(eq(applications.id, item.item.applicationId))
    .for('update');
  if (!row) return refused('objection_closed');
  if (row.state === 'objected') return refused('objection_pending');
  const reference = await nextReference(tx, row.cityId, 'YY');
  const moved = await move(grant, row, {
    transition: 'object',
    action: 'application.objected',
    data: { objection: reference },
  });
  if (!moved.ok) return refused('objection_closed');
  await tx.insert(objections).values({
    noticeItemId: item.item.id,
    cityId: row.cityId,
    applicationId: row.id,
    reference,
    objectorName: input.objectorName,
    objectorContact: input.objectorContact,
    grounds: input.grounds,
  });
  await tx.update(noticeItems).set({ outcome: 'objected' }).where(eq(noticeItems.id, item.item.id));
  await tell(tx, { cityId: row.cityId, roles: ['approver'] }, 'objection_filed', {
    reference,
    path: '/city/objections',
  });
  return done({ reference, noticeId: item.notice.id });
}

type ResolveRefusal = 'objection_unknown' | 'objection_resolved' | 'same_person' | 'state_changed';

/** Somebody who has not decided on the case before says whether the objection stands. */
async function resolveObjection(
  grant: Grant<'objection.resolve'>,
  input: Input<'resolveObjectionInput'>,
  upheld: boolean,
): Promise<Outcome<{ id: string }, ResolveRefusal>> {
  const { tx, actor, now } = grant;
  const [objection] = await tx
    .select()
    .from(objections)
    .where(and(eq(objections.id, input.objectionId), eq(objections.cityId, cityOf(actor))))
    .for('update');
  if (!objection) return refused('objection_unknown');
  if (objection.state !== 'open') return refused('objection_resolved');
  const row = await lockCase(grant, objection.applicationId);
  if (!row) return refused('objection_unknown');
  const me = userOf(actor);
  if (row.firstReviewerId === me || row.finalReviewerId === me) return refused('same_person');
  const moved = await move(grant, row, {
    transition: upheld ? 'upholdObjection' : 'dismissObjection',
    action: upheld ? 'objection.upheld' : 'objection.dismissed',
    ...(upheld && { set: { decisionReason: input.resolution, decidedAt: now } }),
    data: { objection: objection.reference, resolution: input.resolution },
  });
  if (!moved.ok) return moved;
  await writeReview(grant, row, {
    stage: 'objection',
    outcome: upheld ? 'refuse' : 'pass',
    reason: input.resolution,
  });
  await tx
    .update(objections)
    .set({
      state: upheld ? 'upheld' : 'dismissed',
      resolution: input.resolution,
      resolvedBy: me,
      resolvedAt: now,
    })
    .where(eq(objections.id, objection.id));
  await tx
    .update(noticeItems)
    .set({ outcome: upheld ? 'refused' : 'pending' })
    .where(eq(noticeItems.id, objection.noticeItemId));
  if (upheld) await tellRefused(grant, row, input.resolution);
  return done({ id: objection.id });
}

export const upholdObjection = (
  grant: Grant<'objection.resolve'>,
  input: Input<'resolveObjectionInput'>,
) => resolveObjection(grant, input, true);
export const dismissObjection = (
  grant: Grant<'objection.resolve'>,
  input: Input<'resolveObjectionInput'>,
) => resolveObjection(grant, input, false);

/** Sweep: cases whose notice has ended without an open objection are approved. */
export async function closeDueNotices(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const due = await tx
    .select({ item: noticeItems, row: applications })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .innerJoin(applications, eq(applications.id, noticeItems.applicationId))
    .where(
      and(
        eq(noticeItems.cityId, cityOf(actor)),
        lte(notices.endsAt, now),
        eq(noticeItems.outcome, 'pending'),
        eq(applications.state, 'publicised'),
      ),
    )
    .limit(500);
  for (const { item, row } of due) {
    const locked = await lockCase(grant, row.id);
    if (!locked) continue;
    const moved = await move(grant, locked, {
      transition: 'clear',
      action: 'application.approved',
    });
    if (!moved.ok) continue;
    await tx.update(noticeItems).set({ outcome: 'cleared' }).where(eq(noticeItems.id, item.id));
    const audience = { organisationId: row.organisationId, roles: ['owner'] as const };
    await tell(tx, audience, 'application_approved', {
      reference: row.reference ?? '',
      amount: formatFen(item.amountFen),
      path: `/startup/applications/${row.id}/status`,
    });
  }
  await tx
    .update(notices)
    .set({ closedAt: now })
    .where(
      and(
        eq(notices.cityId, cityOf(actor)),
        lte(notices.endsAt, now),
        isNull(notices.closedAt),
        sql`not exists (select 1 from ${noticeItems} i where i.notice_id = ${notices.id} and i.outcome in ('pending', 'objected'))`,
      ),
    );
  return done({ count: due.length });
}
