import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import type { FormDefinition } from '@/features/forms/domain/form';
import { formSchema } from '@/features/forms/schema';
import { getPools, type Pool } from '@/features/ledger/queries';
import { listedVendors, type ListedVendor } from '@/features/vendors/queries';
import { daysBetween, shanghaiDate } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import type { Actor } from '@/server/actor';
import { inScope, type Reading } from '@/server/scope';
import type { Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import { examplesSchema, type ProgrammeExample } from '@/features/rules/examples';
import { fromMoney } from '@/features/rules/domain/unit-price';
import { poolsLeft } from './pool-queries';
import { guideSchema, rulesSchema, type Guide } from '@/features/rules/schema';

export type Version = {
  id: string;
  programmeId: string;
  cityId: string;
  number: number;
  publishedAt: Date | null;
  rules: Rules;
  guide: Guide;
  form: FormDefinition;
  examples: readonly ProgrammeExample[];
};

type VersionRow = typeof programmeVersions.$inferSelect;

/** Returns a version from its row, checked again, so that nothing is calculated from data of a wrong shape. */
function toVersion(row: VersionRow): Version {
  return {
    id: row.id,
    programmeId: row.programmeId,
    cityId: row.cityId,
    number: row.number,
    publishedAt: row.publishedAt,
    rules: rulesSchema.parse(row.rules),
    guide: guideSchema.parse(row.guide),
    form: formSchema.parse(row.form),
    examples: examplesSchema.parse(row.examples),
  };
}

/**
 * Loads the rules, guide and form of the version that a case is bound to.
 * @throws Error when there is no such version
 */
export async function getVersion(tx: Tx, versionId: string): Promise<Version> {
  const [row] = await tx
    .select()
    .from(programmeVersions)
    .where(eq(programmeVersions.id, versionId));
  if (!row) throw new Error(`No programme version ${versionId}.`);
  return toVersion(row);
}

export type Round = { id: string; number: number; opensAt: Date; closesAt: Date };

/** The round that takes applications now, and the next one. */
type Rounds = { round: Round | undefined; nextRound: Round | undefined };

async function roundsOf(
  { tx, now }: Reading,
  programmeIds: readonly string[],
): Promise<Map<string, Rounds>> {
  if (programmeIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(rounds)
    .where(and(inArray(rounds.programmeId, [...programmeIds]), gt(rounds.closesAt, now)))
    .orderBy(asc(rounds.opensAt));
  return new Map(
    programmeIds.map((id) => {
      const own = rows.filter((row) => row.programmeId === id);
      return [
        id,
        {
          round: own.find((row) => row.opensAt <= now),
          nextRound: own.find((row) => row.opensAt > now),
        },
      ];
    }),
  );
}

export type CityName = Bilingual & { readonly slug: string };

export type ProgrammeSummary = Rounds & {
  id: string;
  slug: string;
  city: CityName;
  title: Bilingual;
  summary: Bilingual;
  rules: Rules;
  pool: Pool | undefined;
  /** Calendar days in China until the open round closes; 0 on its last day. */
  daysLeft: number | undefined;
};

/** The columns that a published programme is selected from. */
export const published = {
  programme: programmes,
  version: programmeVersions,
  city: cities,
};
type Found = {
  programme: typeof programmes.$inferSelect;
  version: VersionRow;
  city: typeof cities.$inferSelect;
};

/** Adds money and rounds to what the versions contain. */
export async function summarise(reading: Reading, found: readonly Found[]) {
  const ids = found.map(({ programme }) => programme.id);
  const pools = await getPools(reading.tx, ids);
  const all = await roundsOf(reading, ids);
  const today = shanghaiDate(reading.now);
  return found.map(({ programme, version: row, city }) => {
    const version = toVersion(row);
    const { round, nextRound } = all.get(programme.id) ?? {};
    const summary: ProgrammeSummary = {
      id: programme.id,
      slug: programme.slug,
      city: { 'zh-CN': city.nameZh, en: city.nameEn, slug: city.slug },
      title: version.guide.title,
      summary: version.guide.summary,
      rules: version.rules,
      pool: pools.get(programme.id),
      round,
      nextRound,
      daysLeft: round && daysBetween(today, shanghaiDate(round.closesAt)),
    };
    return { summary, version, city };
  });
}

export type Programme = ProgrammeSummary & {
  cityId: string;
  bureau: CityName;
  /** How to reach the bureau. */
  office: { phone: string; address: string };
  prefix: string;
  version: Version;
  /** The amount left in each sub-pool (fen), by the key that the rules give it. */
  subPoolFen: Readonly<Record<string, Fen>>;
  /** The portal's time of the reading. */
  asOf: Date;
};

/** Loads a published programme in full; undefined where there is none. */
export function getProgramme(actor: Actor, slug: string): Promise<Programme | undefined> {
  return inScope(actor, (reading) => findProgramme(reading, slug));
}

/** Loads a published programme in full inside a transaction that is already open. */
export async function findProgramme(
  reading: Reading,
  slug: string,
): Promise<Programme | undefined> {
  const found = await reading.tx
    .select(published)
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .innerJoin(cities, eq(cities.id, programmes.cityId))
    .where(and(eq(programmes.state, 'published'), eq(programmes.slug, slug)));
  const [whole] = await summarise(reading, found);
  if (!whole) return undefined;
  const { summary, version, city } = whole;
  return {
    ...summary,
    cityId: city.id,
    prefix: city.prefix,
    bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn, slug: city.slug },
    office: { phone: city.phone, address: city.address },
    version,
    subPoolFen: Object.fromEntries(
      [...(await poolsLeft(reading.tx, summary.id)).subPools].map(([part, left]) => [
        part,
        fromMoney(version.rules, left, 'down'),
      ]),
    ),
    asOf: reading.now,
  };
}

/** Loads what the eligibility check needs: the programme, and the vendors that an applicant can choose. */
export function getCheck(
  actor: Actor<'public.read'>,
  slug: string,
): Promise<{ programme: Programme; vendors: ListedVendor[] } | undefined> {
  return inScope(actor, async (reading) => {
    const programme = await findProgramme(reading, slug);
    if (!programme) return undefined;
    return { programme, vendors: await listedVendors(reading.tx, programme.cityId) };
  });
}

/** Loads the titles of programmes from their current versions. */
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

/**
 * Lists a city's programmes with their titles, how often each is settled, and how much of what is expected its vendors may be
 * paid in advance (percent; null where the rules say nothing), by their current versions.
 */
export async function listCycles(tx: Tx, cityId: string) {
  const rows = await tx
    .select({ id: programmes.id, state: programmes.state, version: programmeVersions })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .where(eq(programmes.cityId, cityId))
    .orderBy(programmes.id);
  return rows.map(({ id, state, version }) => {
    const { cycle, advancePercent } = rulesSchema.parse(version.rules).settlement;
    const { title } = guideSchema.parse(version.guide);
    return { id, state, title, cycle, advancePercent: advancePercent ?? null };
  });
}
