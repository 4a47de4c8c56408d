import 'server-only';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { memberships, organisations, users } from '@/db/schema/people';
import { programmeVersions } from '@/db/schema/programmes';
import type { ApplicationState } from '@/features/applications/domain/lifecycle';
import type { Bilingual } from '@/lib/bilingual';
import { programmeTitles } from '@/features/programmes/queries';
import type { Named } from '@/lib/organisation-name';
import { hiddenChoice, pageCursor, search } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { authorityOf, cityOf, userOf, type Actor } from '@/server/actor';
import { inScope, type Clock, type Reading } from '@/server/scope';
import { everyWord } from '@/server/search';
import {
  reviewingStates,
  serviceClock,
  soonLimit,
  type ServiceClock,
} from './domain/service-clock';
import { stageClock } from './domain/review-stages';
import { openStates, stages, statesOf } from './domain/stages';
import { casesInTurn } from './turn-queries';

export const caseSorts = ['due', '-due', 'submitted', '-submitted'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** The filter in the query of the address. */
export const caseFilter = z.object({
  stage: z.enum(stages).optional(),
  /** `mine`, `unassigned`, or a reviewer's id. */
  who: z.union([z.enum(['mine', 'unassigned']), z.uuid()]).optional(),
  programme: z.uuid().optional(),
  due: hiddenChoice(['overdue', 'soon']),
  /** Only cases in which it is the reader's turn. */
  turn: hiddenChoice(['mine']),
  q: search(),
  sort: hiddenChoice(caseSorts),
  cursor: pageCursor(),
});
export type CaseFilter = z.output<typeof caseFilter>;

export type CaseSummary = {
  id: string;
  reference: string;
  organisation: Named;
  project: string;
  programmeId: string;
  state: ApplicationState;
  /** What the rules gave at submission, in fen. */
  assessedFen: Fen | null;
  assignee: string | null;
  clock: ServiceClock;
  /** The open stage of review, where the rules name stages. */
  openStage: { title: Bilingual; clock: ServiceClock } | undefined;
  submittedAt: Date | null;
  updatedAt: Date;
};

/** Sorts cases without a deadline to the end. */
const never = '9999-01-01T00:00:00.000Z';

/** Returns SQL for the title of the open stage, by the rules of the case. */
const stageTitle = (locale: Locale) => sql<string | null>`(
  select v.rules #>> array['service', 'stages', ${applications.stage}::text, 'title', ${locale}::text]
  from ${programmeVersions} v where v.id = ${applications.versionId})`;

const caseColumns = {
  id: applications.id,
  reference: applications.reference,
  organisation: { name: organisations.name, nameEn: organisations.nameEn },
  project: sql<string | null>`${applications.answers} ->> 'projectName'`,
  programmeId: applications.programmeId,
  state: applications.state,
  assessedFen: applications.assessedFen,
  assignee: users.name,
  stage: applications.stage,
  stageDueAt: applications.stageDueAt,
  stageZh: stageTitle('zh-CN'),
  stageEn: stageTitle('en'),
  dueAt: applications.dueAt,
  pausedAt: applications.pausedAt,
  submittedAt: applications.submittedAt,
  updatedAt: applications.updatedAt,
};

const cases = (tx: Tx) =>
  tx
    .select(caseColumns)
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(users, eq(users.id, applications.assigneeId));

type CaseRow = Awaited<ReturnType<typeof cases>>[number];

const openIn = (clock: ServiceClock | undefined, title: Bilingual) => clock && { title, clock };

const toSummary = (
  { dueAt, pausedAt, stage, stageDueAt, stageZh, stageEn, ...row }: CaseRow,
  { now, calendar }: Clock,
): CaseSummary => ({
  ...row,
  openStage: openIn(stageClock({ state: row.state, pausedAt, stage, stageDueAt }, now, calendar), {
    'zh-CN': stageZh ?? '',
    en: stageEn ?? '',
  }),
  reference: row.reference ?? '',
  project: row.project ?? '',
  clock: serviceClock({ state: row.state, dueAt, pausedAt }, now, calendar),
});

/** Returns the condition for cases whose clock has run out or soon will. */
export function dueWithin(due: 'overdue' | 'soon', { now, calendar }: Clock): SQL | undefined {
  const running = inArray(applications.state, [...reviewingStates]);
  return due === 'overdue'
    ? or(
        and(running, lt(applications.dueAt, now)),
        // An overdue stage makes its case overdue, also while the whole review is not.
        and(eq(applications.state, 'accepted'), lt(applications.stageDueAt, now)),
      )
    : and(
        running,
        gte(applications.dueAt, now),
        sql`${applications.dueAt} <= ${soonLimit(now, calendar).toISOString()}::timestamptz`,
      );
}

const heldBy = (who: string, me: string): SQL | undefined =>
  who === 'unassigned'
    ? isNull(applications.assigneeId)
    : eq(applications.assigneeId, who === 'mine' ? me : who);

/** Matches words of a reference, of a project, or of the applicant's names or its credit code. */
const matches = (q: string): SQL | undefined =>
  everyWord(q, sql`${applications.searchText} || ' ' || ${organisations.searchText}`);

/** States in which the deadline of a case has a meaning: the city or the applicant works on it. */
const clocked: readonly ApplicationState[] = [...reviewingStates, 'returned'];

const sortColumn = (sort: CaseSort): SQL =>
  sort === 'due' || sort === '-due'
    ? sql`case when ${inArray(applications.state, [...clocked])}
        then coalesce(${applications.dueAt}, ${never}::timestamptz) else ${never}::timestamptz end`
    : sql`coalesce(${applications.submittedAt}, ${never}::timestamptz)`;

const sortValue = (sort: CaseSort, row: CaseRow): string => {
  const due = clocked.includes(row.state) ? row.dueAt : null;
  return (sort.endsWith('due') ? due : row.submittedAt)?.toISOString() ?? never;
};

/** Lists a page of the city's queue, and counts all cases that fit the filter. */
export function listCases(
  actor: Actor<'case.read'>,
  filter: CaseFilter,
): Promise<{ rows: CaseSummary[]; nextCursor: string | null; total: number }> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const sort = filter.sort ?? 'due';
    const down = sort.startsWith('-');
    const column = sortColumn(sort);
    const [after, id] = decodeCursor(filter.cursor) ?? [];
    const fits = and(
      eq(applications.cityId, cityOf(actor)),
      inArray(applications.state, [...statesOf(filter.stage)]),
      filter.who ? heldBy(filter.who, userOf(actor)) : undefined,
      filter.programme ? eq(applications.programmeId, filter.programme) : undefined,
      filter.due ? dueWithin(filter.due, reading) : undefined,
      filter.turn ? casesInTurn(authorityOf(actor), userOf(actor)) : undefined,
      filter.q ? matches(filter.q) : undefined,
    );
    const beyond =
      typeof after === 'string' && typeof id === 'string' && isInstant(after) && isId(id)
        ? down
          ? sql`(${column}, ${applications.id}) < (${after}::timestamptz, ${id}::uuid)`
          : sql`(${column}, ${applications.id}) > (${after}::timestamptz, ${id}::uuid)`
        : undefined;
    const found = await cases(tx)
      .where(and(fits, beyond))
      .orderBy(
        down ? desc(column) : asc(column),
        down ? desc(applications.id) : asc(applications.id),
      )
      .limit(pageSize + 1);
    const [counted] = await tx
      .select({ n: count() })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(fits);
    const page = pageOf(found, pageSize, (row) => [sortValue(sort, row), row.id]);
    return {
      rows: page.rows.map((row) => toSummary(row, reading)),
      nextCursor: page.nextCursor,
      total: counted?.n ?? 0,
    };
  });
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);

/** Lists the city's cases that fit, earliest deadline first. */
export async function mostUrgent(
  reading: Reading,
  actor: Actor,
  fits: SQL | undefined,
  limit: number,
): Promise<CaseSummary[]> {
  const rows = await cases(reading.tx)
    .where(and(eq(applications.cityId, cityOf(actor)), fits))
    .orderBy(asc(applications.dueAt), asc(applications.id))
    .limit(limit);
  return rows.map((row) => toSummary(row, reading));
}

export type Reviewer = { id: string; name: string; open: number };

/** Lists the city's first reviewers, with the number of cases of each. */
export function listReviewers(actor: Actor<'case.read'>): Promise<Reviewer[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select({ id: users.id, name: users.name, open: count(applications.id) })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .leftJoin(
        applications,
        and(
          eq(applications.assigneeId, users.id),
          eq(applications.cityId, cityOf(actor)),
          inArray(applications.state, ['submitted', 'accepted', 'returned']),
        ),
      )
      .where(
        and(
          eq(memberships.cityId, cityOf(actor)),
          eq(memberships.role, 'reviewer'),
          isNull(memberships.endedAt),
        ),
      )
      .groupBy(users.id, users.name)
      .orderBy(asc(users.name))
      .limit(100),
  );
}

/** Lists the programmes that the city has cases of. */
export function listCaseProgrammes(
  actor: Actor<'case.read'>,
): Promise<{ id: string; title: Bilingual }[]> {
  return inScope(actor, async ({ tx }) => {
    const found = await tx
      .selectDistinct({ id: applications.programmeId })
      .from(applications)
      .where(eq(applications.cityId, cityOf(actor)))
      .limit(100);
    const titles = await programmeTitles(
      tx,
      found.map(({ id }) => id),
    );
    return [...titles].map(([id, title]) => ({ id, title }));
  });
}

export type ViewCounts = Record<
  'open' | 'turn' | 'mine' | 'unassigned' | 'first_passed' | 'soon' | 'overdue',
  number
>;

/** Counts the cases in each predefined view of the queue. */
export function countViews(actor: Actor<'case.read'>): Promise<ViewCounts> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const of = (fits: SQL | undefined) => sql<number>`(count(*) filter (where ${fits}))::int`;
    const [counts] = await tx
      .select({
        open: of(sql`true`),
        turn: of(casesInTurn(authorityOf(actor), userOf(actor))),
        mine: of(eq(applications.assigneeId, userOf(actor))),
        unassigned: of(isNull(applications.assigneeId)),
        first_passed: of(eq(applications.state, 'first_passed')),
        soon: of(dueWithin('soon', reading)),
        overdue: of(dueWithin('overdue', reading)),
      })
      .from(applications)
      .where(
        and(eq(applications.cityId, cityOf(actor)), inArray(applications.state, [...openStates])),
      );
    return (
      counts ?? { open: 0, turn: 0, mine: 0, unassigned: 0, first_passed: 0, soon: 0, overdue: 0 }
    );
  });
}
