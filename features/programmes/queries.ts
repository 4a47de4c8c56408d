import 'server-only';
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import type { FormDefinition } from '@/features/applications/domain/form';
import { getPools, type Pool } from '@/features/ledger/queries';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Permission } from '@/lib/permissions';
import type { Actor } from '@/lib/server/actor';
import { inScope, type Reading } from '@/lib/server/scope';
import type { Rules } from './domain/rules';
import { formSchema, guideSchema, rulesSchema, type Guide } from './rules-schema';
import type { Bilingual } from './domain/text';

export type Version = {
  id: string;
  programmeId: string;
  cityId: string;
  number: number;
  rules: Rules;
  guide: Guide;
  form: FormDefinition;
};

type VersionRow = typeof programmeVersions.$inferSelect;

/** A stored version, checked again: nobody calculates with data of a wrong shape. */
function toVersion(row: VersionRow): Version {
  return {
    id: row.id,
    programmeId: row.programmeId,
    cityId: row.cityId,
    number: row.number,
    rules: rulesSchema.parse(row.rules) as Rules,
    guide: guideSchema.parse(row.guide),
    form: formSchema.parse(row.form) as FormDefinition,
  };
}

/** The rules, guide and form that a case has pinned. @throws Error when there is no such version */
export async function getVersion(tx: Tx, versionId: string): Promise<Version> {
  const [row] = await tx
    .select()
    .from(programmeVersions)
    .where(eq(programmeVersions.id, versionId));
  if (!row) throw new Error(`No programme version ${versionId}.`);
  return toVersion(row);
}

export type Round = { id: string; number: number; opensAt: Date; closesAt: Date };

/** The round that is open at the moment, if any. */
export async function openRound(
  { tx, now }: Reading,
  programmeId: string,
): Promise<Round | undefined> {
  const rows = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.programmeId, programmeId), gt(rounds.closesAt, now)))
    .orderBy(asc(rounds.opensAt))
    .limit(1);
  return rows.find((round) => round.opensAt <= now);
}

export type CityName = { zh: string; en: string; slug: string };

export type ProgrammeSummary = {
  id: string;
  slug: string;
  city: CityName;
  title: Bilingual;
  summary: Bilingual;
  rules: Rules;
  pool: Pool | undefined;
  round: Round | undefined;
};

const modeSchema = z.enum(['deduct', 'deferred', 'automatic']);

/** The filter in the address; whatever does not fit counts as not given. */
export const programmeFilter = z.object({
  city: z.string().max(40).optional().catch(undefined),
  mode: modeSchema.optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
});

/** A page of published programmes with what is left in each pool. */
export function listProgrammes(
  actor: Actor<'public.read'>,
  filter: z.output<typeof programmeFilter>,
): Promise<{ rows: ProgrammeSummary[]; nextCursor: string | null }> {
  return inScope(actor, async (reading) => {
    const { tx } = reading;
    const [after] = decodeCursor(filter.cursor) ?? [];
    const guide = sql<string>`${programmeVersions.guide}::text`;
    const found = await tx
      .select({ programme: programmes, version: programmeVersions, city: cities })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .innerJoin(cities, eq(cities.id, programmes.cityId))
      .where(
        and(
          eq(programmes.state, 'published'),
          filter.city ? eq(cities.slug, filter.city) : undefined,
          filter.mode ? eq(sql`${programmeVersions.rules} ->> 'mode'`, filter.mode) : undefined,
          filter.q ? sql`position(lower(${filter.q}) in lower(${guide})) > 0` : undefined,
          typeof after === 'string' ? gt(programmes.slug, after) : undefined,
        ),
      )
      .orderBy(asc(programmes.slug))
      .limit(pageSize + 1);
    const pools = await getPools(
      tx,
      found.map(({ programme }) => programme.id),
    );
    const rows: ProgrammeSummary[] = [];
    for (const { programme, version, city } of found) {
      const { rules, guide: texts } = toVersion(version);
      rows.push({
        id: programme.id,
        slug: programme.slug,
        city: { zh: city.nameZh, en: city.nameEn, slug: city.slug },
        title: texts.title,
        summary: texts.summary,
        rules,
        pool: pools.get(programme.id),
        round: await openRound(reading, programme.id),
      });
    }
    return pageOf(rows, pageSize, (row) => [row.slug]);
  });
}

export type Programme = ProgrammeSummary & {
  cityId: string;
  bureau: CityName;
  prefix: string;
  version: Version;
};

/** One published programme, whole. */
export function getProgramme(
  actor: Actor<Permission>,
  slug: string,
): Promise<Programme | undefined> {
  return inScope(actor, (reading) => findProgramme(reading, slug));
}

export async function findProgramme(
  reading: Reading,
  slug: string,
): Promise<Programme | undefined> {
  const { tx } = reading;
  const [found] = await tx
    .select({ programme: programmes, version: programmeVersions, city: cities })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .innerJoin(cities, eq(cities.id, programmes.cityId))
    .where(and(eq(programmes.slug, slug), eq(programmes.state, 'published')));
  if (!found) return undefined;
  const version = toVersion(found.version);
  const { programme, city } = found;
  return {
    id: programme.id,
    slug: programme.slug,
    cityId: programme.cityId,
    prefix: city.prefix,
    city: { zh: city.nameZh, en: city.nameEn, slug: city.slug },
    bureau: { zh: city.bureauZh, en: city.bureauEn, slug: city.slug },
    title: version.guide.title,
    summary: version.guide.summary,
    rules: version.rules,
    version,
    pool: (await getPools(tx, [programme.id])).get(programme.id),
    round: await openRound(reading, programme.id),
  };
}

/** The titles of programmes, as their current versions have them. */
export async function programmeTitles(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Bilingual>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: programmes.id, guide: programmeVersions.guide })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .where(inArray(programmes.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, guideSchema.parse(row.guide).title]));
}

/** A city's programmes with every version, for those who run them. */
export function listCityProgrammes(actor: Actor<'budget.read'>, cityId: string) {
  return inScope(actor, ({ tx }) =>
    tx
      .select({
        id: programmes.id,
        slug: programmes.slug,
        state: programmes.state,
        guide: programmeVersions.guide,
        number: programmeVersions.number,
        publishedAt: programmeVersions.publishedAt,
      })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.programmeId, programmes.id))
      .where(eq(programmes.cityId, cityId))
      .orderBy(asc(programmes.slug), desc(programmeVersions.number))
      .limit(200),
  );
}
