import 'server-only';
import { and, asc, count, desc, eq, gt, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { awardImports } from '@/db/schema/awards';
import { cities, organisations } from '@/db/schema/people';
import { noticeItems, notices } from '@/db/schema/reviews';
import { getPools } from '@/features/ledger/queries';
import type { Bilingual } from '@/lib/bilingual';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import type { Named } from '@/lib/organisation-name';
import { addDays, endOfDay, shanghaiDate } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, zeroFen, type Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, type Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';

export type ReadyCase = {
  id: string;
  reference: string;
  organisation: Named;
  amountFen: Fen;
};

/** Passed cases of one programme, and how long a notice of all of them would run. */
export type ReadyGroup = {
  programmeId: string;
  title: Bilingual;
  workingDays: number;
  /** The amount left in the programme's budget, without the money promised to these cases. */
  leftFen: Fen;
  rows: ReadyCase[];
};

/** Lists cases that passed the final review, by programme. */
export function listReadyCases(actor: Actor<'notice.publish'>): Promise<ReadyGroup[]> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const ready = await tx
      .select({
        id: applications.id,
        programmeId: applications.programmeId,
        versionId: applications.versionId,
        reference: applications.reference,
        organisation: { name: organisations.name, nameEn: organisations.nameEn },
        amountFen: applications.approvedFen,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(and(eq(applications.cityId, cityOf(actor)), eq(applications.state, 'final_passed')))
      .orderBy(asc(applications.programmeId), asc(applications.id))
      .limit(200);
    const titles = await programmeTitles(
      tx,
      ready.map((row) => row.programmeId),
    );
    const pools = await getPools(tx, [...titles.keys()]);
    const groups: ReadyGroup[] = [];
    for (const [programmeId, title] of titles) {
      const own = ready.filter((row) => row.programmeId === programmeId);
      groups.push({
        programmeId,
        title,
        workingDays: (
          await noticeTerm(
            reading,
            own.map((row) => row.versionId),
          )
        ).workingDays,
        leftFen: pools.get(programmeId)?.leftFen ?? zeroFen,
        rows: own.flatMap(({ id, reference, organisation, amountFen }) =>
          amountFen === null ? [] : [{ id, reference: reference ?? '', organisation, amountFen }],
        ),
      });
    }
    return groups;
  });
}

/**
 * Returns the longest notice that the cases' own rules require, if it begins now: its end, and the working
 * days until then. Rules may count calendar days instead.
 */
export async function noticeTerm(
  { tx, now, calendar }: Reading,
  versionIds: readonly string[],
): Promise<{ endsAt: Date; workingDays: number }> {
  const today = shanghaiDate(now);
  let endsAt = now;
  for (const versionId of new Set(versionIds)) {
    const { noticeDays, noticeWorkingDays: days } = (await getVersion(tx, versionId)).rules.service;
    const end =
      noticeDays === 'calendar' ? endOfDay(addDays(today, days)) : calendar.deadline(now, days);
    if (end > endsAt) endsAt = end;
  }
  return { endsAt, workingDays: calendar.between(today, shanghaiDate(endsAt)) };
}

export type NoticeSummary = {
  id: string;
  reference: string;
  city: Bilingual;
  title: Bilingual;
  publishedAt: Date;
  endsAt: Date;
  running: boolean;
  withdrawn: boolean;
  awards: number;
};

export type NoticePage = { rows: NoticeSummary[]; nextCursor: string | null };

async function pageWhere(
  { tx, now }: { tx: Tx; now: Date },
  scope: SQL | undefined,
  cursor: string | undefined,
): Promise<NoticePage> {
  const before = decodeIdCursor(cursor);
  const found = await tx
    .select({
      id: notices.id,
      reference: notices.reference,
      programmeId: notices.programmeId,
      publishedAt: notices.publishedAt,
      endsAt: notices.endsAt,
      withdrawnAt: notices.withdrawnAt,
      cityZh: cities.nameZh,
      cityEn: cities.nameEn,
      awards: count(noticeItems.id),
    })
    .from(notices)
    .innerJoin(cities, eq(cities.id, notices.cityId))
    .innerJoin(noticeItems, eq(noticeItems.noticeId, notices.id))
    .where(and(scope, before ? lt(notices.id, before) : undefined))
    .groupBy(notices.id, cities.id)
    .orderBy(desc(notices.id))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, (row) => [row.id]);
  const titles = await programmeTitles(
    tx,
    page.rows.map((row) => row.programmeId),
  );
  return {
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ programmeId, cityZh, cityEn, withdrawnAt, ...row }) => ({
      ...row,
      city: { 'zh-CN': cityZh, en: cityEn },
      title: titleOf(titles, programmeId),
      running: row.endsAt > now && withdrawnAt === null,
      withdrawn: withdrawnAt !== null,
    })),
  };
}

function titleOf(titles: ReadonlyMap<string, Bilingual>, programmeId: string): Bilingual {
  const title = titles.get(programmeId);
  if (!title) throw new Error(`Programme ${programmeId} has no title.`);
  return title;
}

/** Lists a page of all cities' notices, the newest first. */
export const listNotices = (actor: Actor<'public.read'>, cursor: string | undefined) =>
  inScope(actor, (reading) => pageWhere(reading, undefined, cursor));

/** Lists a page of one city's notices, for officials who publish. */
export const listCityNotices = (actor: Actor<'notice.publish'>, cursor: string | undefined) =>
  inScope(actor, (reading) => pageWhere(reading, eq(notices.cityId, cityOf(actor)), cursor));

/** Returns the ids of notices, the newest first, for a list of all public pages. */
export async function newestNoticeIds(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: notices.id })
    .from(notices)
    .orderBy(desc(notices.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export type NoticeItem = {
  id: string;
  organisationName: string;
  creditCodeMasked: string;
  amountFen: Fen;
  outcome: (typeof noticeItems.$inferSelect)['outcome'];
};

export type Notice = {
  id: string;
  reference: string;
  title: Bilingual;
  city: Bilingual;
  bureau: Bilingual;
  phone: string;
  publishedAt: Date;
  endsAt: Date;
  workingDays: number;
  running: boolean;
  daysLeft: number;
  /** Whether it is the notice of a list of awards without application. */
  ofList: boolean;
  withdrawn: { at: Date; reason: string } | undefined;
  /** How many lines the notice has, and what they come to. */
  awards: number;
  totalFen: Fen;
  /** The lines of this page. A list may have thousands. */
  items: NoticeItem[];
  nextCursor: string | null;
};

/** How many lines of a notice one page shows. */
const linesShown = 200;

/** Loads a page of the lines of a notice. Their ids are in the order of the list. */
async function linesOf(tx: Tx, noticeId: string, cursor: string | undefined) {
  const after = decodeIdCursor(cursor);
  const found = await tx
    .select({
      id: noticeItems.id,
      organisationName: noticeItems.organisationName,
      creditCodeMasked: noticeItems.creditCodeMasked,
      amountFen: noticeItems.amountFen,
      outcome: noticeItems.outcome,
    })
    .from(noticeItems)
    .where(and(eq(noticeItems.noticeId, noticeId), after ? gt(noticeItems.id, after) : undefined))
    .orderBy(asc(noticeItems.id))
    .limit(linesShown + 1);
  return pageOf(found, linesShown, (row) => [row.id]);
}

/** Loads one public notice with a page of its lines. */
export function getNotice(
  actor: Actor<'public.read'>,
  id: string,
  cursor?: string,
): Promise<Notice | undefined> {
  if (!isId(id)) return Promise.resolve(undefined);
  return inScope(actor, async ({ tx, now, calendar }) => {
    const [found] = await tx
      .select({ notice: notices, city: cities })
      .from(notices)
      .innerJoin(cities, eq(cities.id, notices.cityId))
      .where(eq(notices.id, id));
    if (!found) return undefined;
    const { notice, city } = found;
    const page = await linesOf(tx, id, cursor);
    const [whole] = await tx
      .select({ n: count(), total: sql<string>`coalesce(sum(${noticeItems.amountFen}), 0)::text` })
      .from(noticeItems)
      .where(eq(noticeItems.noticeId, id));
    const { withdrawnAt, withdrawalReason } = notice;
    const titles = await programmeTitles(tx, [notice.programmeId]);
    return {
      id: notice.id,
      reference: notice.reference,
      title: titleOf(titles, notice.programmeId),
      city: { 'zh-CN': city.nameZh, en: city.nameEn },
      bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
      phone: city.phone,
      publishedAt: notice.publishedAt,
      endsAt: notice.endsAt,
      workingDays: notice.workingDays,
      running: notice.endsAt > now && withdrawnAt === null,
      daysLeft: calendar.between(shanghaiDate(now), shanghaiDate(notice.endsAt)),
      ofList: notice.awardImportId !== null,
      withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawalReason ?? '' } : undefined,
      awards: whole?.n ?? 0,
      totalFen: fen(BigInt(whole?.total ?? '0')),
      items: page.rows,
      nextCursor: page.nextCursor,
    };
  });
}

/** The running notice of a list, or when a notice that begins now would end. */
export type ListNotice = { id: string | undefined; wouldEnd: Date };

/** Loads what the page of a list shows about its public notice. */
export function getListNotice(
  actor: Actor<'award.read'>,
  list: { id: string },
): Promise<ListNotice | undefined> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const [found] = await tx
      .select({ versionId: awardImports.versionId, id: notices.id })
      .from(awardImports)
      .leftJoin(
        notices,
        and(eq(notices.awardImportId, awardImports.id), isNull(notices.withdrawnAt)),
      )
      .where(and(eq(awardImports.id, list.id), eq(awardImports.cityId, cityOf(actor))));
    if (!found) return undefined;
    const { endsAt } = await noticeTerm(reading, [found.versionId]);
    return { id: found.id ?? undefined, wouldEnd: endsAt };
  });
}
