import 'server-only';
import { and, asc, count, desc, eq, ilike, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications, corrections } from '@/db/schema/applications';
import { cities, memberships, organisations, users } from '@/db/schema/people';
import { noticeItems, notices, objections, reviews } from '@/db/schema/reviews';
import { assessApplication } from '@/features/applications/assessment';
import {
  applicationLifecycle,
  type ApplicationState,
} from '@/features/applications/domain/lifecycle';
import { listCaseEvents } from '@/features/audit/queries';
import { listDocuments } from '@/features/documents/queries';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Role } from '@/lib/roles';
import { cityOf, userOf, type Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/scope';

const openStates: ApplicationState[] = [
  'submitted',
  'returned',
  'accepted',
  'first_passed',
  'final_passed',
  'publicised',
  'objected',
  'approved',
];

/** The filter in the address; whatever does not fit counts as not given. */
export const caseFilter = z.object({
  stage: z.enum(applicationLifecycle.states).optional().catch(undefined),
  who: z.enum(['mine', 'unassigned']).optional().catch(undefined),
  overdue: z.literal('yes').optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
});
export type CaseFilter = z.output<typeof caseFilter>;

const caseColumns = {
  id: applications.id,
  reference: applications.reference,
  state: applications.state,
  organisation: organisations.name,
  project: sql<string | null>`${applications.answers} ->> 'projectName'`,
  assessedFen: applications.assessedFen,
  assignee: users.name,
  dueAt: applications.dueAt,
  pausedAt: applications.pausedAt,
  updatedAt: applications.updatedAt,
};

/** Sorts cases without a deadline last. */
const never = '9999-01-01T00:00:00.000Z';

/** A page of the city's queue, the most urgent first. */
export function listCases(actor: Actor<'case.read'>, filter: CaseFilter) {
  return inScope(actor, async ({ tx, now }) => {
    const [dueAfter, idAfter] = decodeCursor(filter.cursor) ?? [];
    const due = sql<Date>`coalesce(${applications.dueAt}, ${never}::timestamptz)`;
    const rows = await tx
      .select(caseColumns)
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .leftJoin(users, eq(users.id, applications.assigneeId))
      .where(
        and(
          eq(applications.cityId, cityOf(actor)),
          filter.stage
            ? eq(applications.state, filter.stage)
            : inArray(applications.state, openStates),
          filter.who === 'mine' ? eq(applications.assigneeId, userOf(actor)) : undefined,
          filter.who === 'unassigned' ? isNull(applications.assigneeId) : undefined,
          filter.overdue
            ? and(lt(applications.dueAt, now), isNull(applications.pausedAt))
            : undefined,
          filter.q
            ? or(
                eq(applications.reference, filter.q.toUpperCase()),
                ilike(organisations.name, `%${escapeLike(filter.q)}%`),
              )
            : undefined,
          typeof dueAfter === 'string' && typeof idAfter === 'string'
            ? sql`(${due}, ${applications.id}) > (${dueAfter}::timestamptz, ${idAfter}::uuid)`
            : undefined,
        ),
      )
      .orderBy(due, applications.id)
      .limit(pageSize + 1);
    return { now, ...pageOf(rows, pageSize, (row) => [row.dueAt?.toISOString() ?? never, row.id]) };
  });
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

const workOf: Partial<Record<Role, ApplicationState[]>> = {
  reviewer: ['submitted', 'accepted'],
  approver: ['first_passed', 'objected'],
  manager: ['submitted', 'final_passed'],
  finance: ['approved'],
};

/** What waits for somebody of this role, the most urgent first. */
export function listWork(actor: Actor<'city.read'>, role: Role) {
  return inScope(actor, async ({ tx, now }) => {
    const states = workOf[role];
    if (!states) return { now, rows: [] };
    const me = userOf(actor);
    const rows = await tx
      .select(caseColumns)
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .leftJoin(users, eq(users.id, applications.assigneeId))
      .where(
        and(
          eq(applications.cityId, cityOf(actor)),
          inArray(applications.state, states),
          role === 'reviewer'
            ? or(isNull(applications.assigneeId), eq(applications.assigneeId, me))
            : undefined,
          role === 'approver'
            ? or(
                isNull(applications.firstReviewerId),
                sql`${applications.firstReviewerId} <> ${me}`,
              )
            : undefined,
        ),
      )
      .orderBy(asc(applications.dueAt), asc(applications.id))
      .limit(pageSize);
    return { now, rows };
  });
}

const decider = alias(users, 'decider');

async function reviewsOf(tx: Tx, applicationId: string) {
  return tx
    .select({
      id: reviews.id,
      stage: reviews.stage,
      outcome: reviews.outcome,
      amountFen: reviews.amountFen,
      reason: reviews.reason,
      at: reviews.at,
      reviewer: decider.name,
    })
    .from(reviews)
    .leftJoin(decider, eq(decider.id, reviews.reviewerId))
    .where(eq(reviews.applicationId, applicationId))
    .orderBy(asc(reviews.at));
}

/** One case with all that its officers need. */
export function getCase(actor: Actor<'case.read'>, id: string) {
  return inScope(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ row: applications, organisation: organisations, assignee: users.name })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .leftJoin(users, eq(users.id, applications.assigneeId))
      .where(and(eq(applications.id, id), eq(applications.cityId, cityOf(actor))));
    if (!found) return undefined;
    const { row, organisation } = found;
    const version = await getVersion(tx, row.versionId);
    const vendors = await listedVendors(tx, row.cityId);
    const [correction] = await tx
      .select()
      .from(corrections)
      .where(eq(corrections.applicationId, id));
    const me = userOf(actor);
    return {
      id: row.id,
      reference: row.reference,
      state: row.state,
      answers: row.answers,
      assessedFen: row.assessedFen,
      recommendedFen: row.recommendedFen,
      approvedFen: row.approvedFen,
      dueAt: row.dueAt,
      pausedAt: row.pausedAt,
      decisionReason: row.decisionReason,
      corrected: row.corrected || correction !== undefined,
      assigneeId: row.assigneeId,
      assignee: found.assignee,
      assignedToMe: row.assigneeId === me,
      iReviewedFirst: row.firstReviewerId === me,
      organisation: {
        name: organisation.name,
        creditCode: organisation.creditCode,
        registeredOn: organisation.registeredOn,
      },
      version: { number: version.number, form: version.form, title: version.guide.title },
      vendors: new Map(vendors.map((vendor) => [vendor.id, vendor.name])),
      assessment: await assessApplication(tx, row, now),
      documents: await listDocuments(tx, { applicationId: id }),
      correction: correction ?? null,
      reviews: await reviewsOf(tx, id),
      events: await listCaseEvents(tx, id),
      now,
    };
  });
}

/** Who can be given a case. */
export function listReviewers(actor: Actor<'case.read'>) {
  return inScope(actor, ({ tx }) =>
    tx
      .select({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(memberships.cityId, cityOf(actor)),
          eq(memberships.role, 'reviewer'),
          isNull(memberships.endedAt),
        ),
      )
      .orderBy(asc(users.name))
      .limit(100),
  );
}

/** Cases that passed the final review, by programme, and the city's notices. */
export function listNoticeWork(actor: Actor<'notice.publish'>) {
  return inScope(actor, async ({ tx, now }) => {
    const cityId = cityOf(actor);
    const ready = await tx
      .select({
        id: applications.id,
        programmeId: applications.programmeId,
        reference: applications.reference,
        organisation: organisations.name,
        amountFen: applications.approvedFen,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(and(eq(applications.cityId, cityId), eq(applications.state, 'final_passed')))
      .orderBy(asc(applications.id))
      .limit(200);
    const titles = await programmeTitles(
      tx,
      ready.map((row) => row.programmeId),
    );
    const groups = [...new Set(ready.map((row) => row.programmeId))].map((programmeId) => ({
      programmeId,
      title: titles.get(programmeId),
      rows: ready.filter((row) => row.programmeId === programmeId),
    }));
    return { now, groups };
  });
}

/** A page of public notices, the newest first. */
export function listNotices(actor: Actor<'public.read'>, filter: { cursor?: string | undefined }) {
  return inScope(actor, async ({ tx, now }) => {
    const [before] = decodeCursor(filter.cursor) ?? [];
    const rows = await tx
      .select({
        id: notices.id,
        reference: notices.reference,
        programmeId: notices.programmeId,
        publishedAt: notices.publishedAt,
        endsAt: notices.endsAt,
        cityZh: cities.nameZh,
        cityEn: cities.nameEn,
        awards: count(noticeItems.id),
      })
      .from(notices)
      .innerJoin(cities, eq(cities.id, notices.cityId))
      .innerJoin(noticeItems, eq(noticeItems.noticeId, notices.id))
      .where(typeof before === 'string' ? lt(notices.id, before) : undefined)
      .groupBy(notices.id, cities.id)
      .orderBy(desc(notices.id))
      .limit(pageSize + 1);
    const titles = await programmeTitles(
      tx,
      rows.map((row) => row.programmeId),
    );
    const page = pageOf(rows, pageSize, (row) => [row.id]);
    return {
      now,
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => ({ ...row, title: titles.get(row.programmeId) })),
    };
  });
}

/** One public notice with its lines. */
export function getNotice(actor: Actor<'public.read'>, id: string) {
  return inScope(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ notice: notices, city: cities })
      .from(notices)
      .innerJoin(cities, eq(cities.id, notices.cityId))
      .where(eq(notices.id, id));
    if (!found) return undefined;
    const items = await tx
      .select({
        id: noticeItems.id,
        organisationName: noticeItems.organisationName,
        creditCodeMasked: noticeItems.creditCodeMasked,
        amountFen: noticeItems.amountFen,
        outcome: noticeItems.outcome,
      })
      .from(noticeItems)
      .where(eq(noticeItems.noticeId, id))
      .orderBy(asc(noticeItems.id))
      .limit(500);
    const titles = await programmeTitles(tx, [found.notice.programmeId]);
    const { notice, city } = found;
    return {
      id: notice.id,
      reference: notice.reference,
      publishedAt: notice.publishedAt,
      endsAt: notice.endsAt,
      workingDays: notice.workingDays,
      running: notice.endsAt > now,
      title: titles.get(notice.programmeId),
      city: {
        zh: city.nameZh,
        en: city.nameEn,
        bureauZh: city.bureauZh,
        bureauEn: city.bureauEn,
        phone: city.phone,
      },
      items,
    };
  });
}

/** A page of awards whose notice ended without an objection. */
export function listAwards(actor: Actor<'public.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx }) => {
    const [before] = decodeCursor(cursor) ?? [];
    const rows = await tx
      .select({
        id: noticeItems.id,
        organisationName: noticeItems.organisationName,
        amountFen: noticeItems.amountFen,
        endsAt: notices.endsAt,
        noticeId: notices.id,
        reference: notices.reference,
        cityZh: cities.nameZh,
        cityEn: cities.nameEn,
      })
      .from(noticeItems)
      .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
      .innerJoin(cities, eq(cities.id, notices.cityId))
      .where(
        and(
          eq(noticeItems.outcome, 'cleared'),
          typeof before === 'string' ? lt(noticeItems.id, before) : undefined,
        ),
      )
      .orderBy(desc(noticeItems.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.id]);
  });
}

const objectionColumns = {
  id: objections.id,
  reference: objections.reference,
  state: objections.state,
  objectorName: objections.objectorName,
  objectorContact: objections.objectorContact,
  grounds: objections.grounds,
  resolution: objections.resolution,
  createdAt: objections.createdAt,
  applicationId: objections.applicationId,
  organisation: organisations.name,
  caseReference: applications.reference,
  firstReviewerId: applications.firstReviewerId,
  finalReviewerId: applications.finalReviewerId,
};

/** A page of the city's objections, the newest first. */
export function listObjections(actor: Actor<'objection.read'>, cursor: string | undefined) {
  return inScope(actor, async ({ tx }) => {
    const [before] = decodeCursor(cursor) ?? [];
    const rows = await tx
      .select(objectionColumns)
      .from(objections)
      .innerJoin(applications, eq(applications.id, objections.applicationId))
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          eq(objections.cityId, cityOf(actor)),
          typeof before === 'string' ? lt(objections.id, before) : undefined,
        ),
      )
      .orderBy(desc(objections.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.id]);
  });
}

export function getObjection(actor: Actor<'objection.read'>, id: string) {
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select(objectionColumns)
      .from(objections)
      .innerJoin(applications, eq(applications.id, objections.applicationId))
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(and(eq(objections.id, id), eq(objections.cityId, cityOf(actor))));
    const me = userOf(actor);
    return (
      row && { ...row, iDecidedBefore: row.firstReviewerId === me || row.finalReviewerId === me }
    );
  });
}
