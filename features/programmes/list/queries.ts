import 'server-only';
import { and, asc, count, eq, not, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import { leftInPool } from '@/features/ledger/queries';
import { pageCursor, search } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize, type Cursor } from '@/lib/keyset';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { everyWord } from '@/server/search';
import { chipOrigins, modes, voucherKinds, type ChipOrigin } from '@/features/rules/domain/rules';
import { availabilities, type Availability } from '../domain/availability';
import { published, summarise, type ProgrammeSummary } from '../queries';

/** The choices of the filter for deadlines, in days from now. */
export const deadlines = ['7', '30', '90'] as const;
export const sorts = ['deadline', 'left', 'name'] as const;

/** The filter in the address. */
export const programmeFilter = z.object({
  q: search(),
  city: z.string().optional(),
  kind: z.enum(voucherKinds).optional(),
  chip: z.enum(chipOrigins).optional(),
  mode: z.enum(modes).optional(),
  state: z.enum(availabilities).optional(),
  closes: z.enum(deadlines).optional(),
  sort: z.enum(sorts).optional(),
  cursor: pageCursor(),
});
export type ProgrammeFilter = z.output<typeof programmeFilter>;
/** The filter of the page with the options that only the public API has. */
export type ProgrammeSearch = ProgrammeFilter & { open?: boolean | undefined };
export type ProgrammePage = {
  rows: ProgrammeSummary[];
  nextCursor: string | null;
  /** The number of programmes on all pages together. */
  total: number;
  asOf: Date;
};

const rule = (name: 'kind' | 'mode') => sql`${programmeVersions.rules} ->> ${name}`;

/** The text that a search looks in: names and summaries, in both languages. */
const searched = sql<string>`(select string_agg(app.search_text(part), ' ') from unnest(array[
  ${programmeVersions.guide} #>> '{title,zh-CN}', ${programmeVersions.guide} #>> '{title,en}',
  ${programmeVersions.guide} #>> '{summary,zh-CN}', ${programmeVersions.guide} #>> '{summary,en}',
  ${cities.nameZh}, ${cities.nameEn}]) as part)`;

const at = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** Returns the SQL for the time when the open round closes; null where none is open. */
export const closesAt = (now: Date): SQL<string | null> =>
  sql`(select min(${rounds.closesAt}) from ${rounds} where ${rounds.programmeId} = ${programmes.id}
    and ${rounds.opensAt} <= ${at(now)} and ${rounds.closesAt} > ${at(now)})`;

/** Returns the SQL for the time when the next round opens; null where there is none. */
export const opensAt = (now: Date): SQL<string | null> =>
  sql`(select min(${rounds.opensAt}) from ${rounds} where ${rounds.programmeId} = ${programmes.id}
    and ${rounds.opensAt} > ${at(now)})`;

/** Returns the SQL condition that some rate applies to such chips, and no requirement excludes them. */
const givesFor = (chip: ChipOrigin) =>
  sql`exists (select from jsonb_array_elements(${programmeVersions.rules} -> 'rates') rate
    where coalesce(rate ->> 'chipOrigin', ${chip}) = ${chip})
  and not exists (
    select from jsonb_array_elements(${programmeVersions.rules} -> 'requirements') required
    where required ->> 'chipOrigin' <> ${chip})`;

const isAutomatic = sql`${rule('mode')} = 'automatic'`;

/** The SQL conditions for each availability; they give the same result as `availabilityOf` in code. */
const inState: Record<Availability, (now: Date) => SQL> = {
  open: (now) => sql`(not ${isAutomatic} and ${closesAt(now)} is not null)`,
  coming: (now) =>
    sql`(not ${isAutomatic} and ${closesAt(now)} is null and ${opensAt(now)} is not null)`,
  automatic: () => isAutomatic,
  closed: (now) =>
    sql`(not ${isAutomatic} and ${closesAt(now)} is null and ${opensAt(now)} is null)`,
};

const isPublished = eq(programmes.state, 'published');

function narrowed(filter: ProgrammeSearch, now: Date): SQL | undefined {
  const { q, city, kind, chip, mode, state, closes, open } = filter;
  return and(
    isPublished,
    city ? eq(cities.slug, city) : undefined,
    kind ? sql`${rule('kind')} = ${kind}` : undefined,
    mode ? sql`${rule('mode')} = ${mode}` : undefined,
    chip ? givesFor(chip) : undefined,
    state ? inState[state](now) : undefined,
    open === undefined ? undefined : open ? inState.open(now) : not(inState.open(now)),
    closes
      ? and(
          inState.open(now),
          sql`${closesAt(now)} <= ${at(now)} + make_interval(days => ${Number(closes)})`,
        )
      : undefined,
    q ? everyWord(q, searched) : undefined,
  );
}

const milliseconds = (instant: SQL) => sql`floor(extract(epoch from ${instant}) * 1000)`;

/**
 * The SQL for the sort key of a programme, a whole number, the least first. By deadline: first by when the open round
 * closes, then by when the next round opens, then all others; automatic programmes are among the last, whatever their
 * rounds. By what is left: the most first. By name no number is needed, because slugs begin with their cities'.
 */
const sortKeys: Record<(typeof sorts)[number], (now: Date) => SQL<string>> = {
  deadline: (now) => sql`case when ${isAutomatic} then 9000000000000000
    else coalesce(${milliseconds(closesAt(now))}, 100000000000000 + ${milliseconds(opensAt(now))},
      9000000000000000) end::bigint`,
  left: () => sql`-coalesce(${leftInPool(programmes.id)}, 0)`,
  name: () => sql`0::bigint`,
};

const after = ([sort, key, slug]: Cursor, sorted: string, by: SQL): SQL | undefined =>
  sort === sorted && Number.isSafeInteger(key) && typeof slug === 'string'
    ? sql`(${by}, ${programmes.slug}) > (${key}::bigint, ${slug})`
    : undefined;

/** Lists a page of published programmes with what is left in each pool, and counts them all. */
export function listProgrammes(
  actor: Actor<'public.read'>,
  filter: ProgrammeSearch,
  limit = pageSize,
): Promise<ProgrammePage> {
  return inScope(actor, async (reading) => {
    const { tx, now } = reading;
    const sort = filter.sort ?? 'deadline';
    const by = sortKeys[sort](now);
    const where = narrowed(filter, now);
    const [counted] = await tx
      .select({ total: count() })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .innerJoin(cities, eq(cities.id, programmes.cityId))
      .where(where);
    const found = await tx
      .select({ ...published, key: by })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .innerJoin(cities, eq(cities.id, programmes.cityId))
      .where(and(where, after(decodeCursor(filter.cursor) ?? [], sort, by)))
      .orderBy(asc(by), asc(programmes.slug))
      .limit(limit + 1);
    const keys = new Map(found.map(({ programme, key }) => [programme.id, Number(key)]));
    const rows = (await summarise(reading, found)).map(({ summary }) => summary);
    const page = pageOf(rows, limit, (row) => [sort, keys.get(row.id) ?? 0, row.slug]);
    return { ...page, total: counted?.total ?? 0, asOf: now };
  });
}

/** Lists the slugs of published programmes, for a list of all public pages. */
export async function publishedSlugs(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ slug: programmes.slug })
    .from(programmes)
    .where(isPublished)
    .orderBy(asc(programmes.slug))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}
