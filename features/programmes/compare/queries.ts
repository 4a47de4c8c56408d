import 'server-only';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { cities } from '@/db/schema/people';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { leftInPool } from '@/features/ledger/queries';
import { shanghaiDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { readProfile, type ProfileFaults } from './input';
import { compare, type Candidate, type Comparison } from './domain/compare';
import type { Rules } from '@/features/rules/domain/rules';
import { fromMoney } from '@/features/rules/domain/unit-price';
import { availabilityOf, type Availability } from '../domain/availability';
import type { Bilingual } from '@/lib/bilingual';
import { closesAt, opensAt } from '../list/queries';
import type { CityName } from '../queries';
import { guideSchema, rulesSchema } from '@/features/rules/schema';
import { type ProfileAnswers } from '@/features/programmes/check/profile-answers';

export type Compared = Candidate & {
  title: Bilingual;
  city: CityName;
  /** The amount left in the pool; undefined where no pool was set up, and then nothing is given. */
  leftFen: Fen | undefined;
  availability: Availability;
  /** When the open round closes, and when the next one opens; both undefined for automatic programmes. */
  closesAt: Date | undefined;
  opensAt: Date | undefined;
};

type Read = { rules: Rules; title: Bilingual };

/** Published versions never change, so each is read and checked once in the life of the process. */
const read = new Map<string, Read>();
const mostRead = 500;

function remember(versionId: string, stored: unknown): Read {
  const { rules, guide } = stored as { rules: unknown; guide: unknown };
  const version = { rules: rulesSchema.parse(rules), title: guideSchema.parse(guide).title };
  if (read.size >= mostRead) read.clear();
  read.set(versionId, version);
  return version;
}

const instant = (text: string | null) => (text === null ? undefined : new Date(text));

/** Lists every published programme with what the comparison needs, in one query. */
function listAllForComparison(
  actor: Actor<'public.read'>,
): Promise<{ programmes: Compared[]; asOf: Date }> {
  return inScope(actor, async ({ tx, now }) => {
    const known = new Map(read);
    const ids = [...known.keys()];
    const isKnown = ids.length > 0 ? inArray(programmeVersions.id, ids) : sql`false`;
    const rows = await tx
      .select({
        slug: programmes.slug,
        versionId: programmeVersions.id,
        stored: sql<unknown>`case when ${isKnown} then null else jsonb_build_object(
          'rules', ${programmeVersions.rules}, 'guide', ${programmeVersions.guide}) end`,
        city: { 'zh-CN': cities.nameZh, en: cities.nameEn, slug: cities.slug },
        left: leftInPool(programmes.id),
        closes: closesAt(now),
        opens: opensAt(now),
      })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .innerJoin(cities, eq(cities.id, programmes.cityId))
      .where(eq(programmes.state, 'published'))
      .orderBy(asc(programmes.slug));
    return {
      asOf: now,
      programmes: rows.map(({ slug, versionId, stored, city, left, closes, opens }) => {
        const { rules, title } = known.get(versionId) ?? remember(versionId, stored);
        const until = rules.mode === 'automatic' ? undefined : instant(closes);
        const from = rules.mode === 'automatic' ? undefined : instant(opens);
        const leftFen = left === null ? undefined : fen(BigInt(left));
        return {
          slug,
          rules,
          title,
          city,
          leftFen,
          poolFen: fromMoney(rules, leftFen ?? fen(0n), 'down'),
          availability: availabilityOf(rules.mode, until, from),
          closesAt: until,
          opensAt: from,
          closesOn: until && shanghaiDate(until),
        };
      }),
    };
  });
}

export type ComparisonView = {
  programmes: readonly Compared[];
  asOf: Date;
  answers: ProfileAnswers;
  /** The faults of the answers, once a comparison was requested. */
  faults: ProfileFaults;
  /** Only for answers without a fault. */
  result?: Comparison<Compared>;
};

/**
 * Compares every published programme for one profile.
 * @param isRequested whether a comparison was requested; otherwise there is no result yet
 */
export async function compareProgrammes(
  actor: Actor<'public.read'>,
  answers: ProfileAnswers,
  isRequested: boolean,
): Promise<ComparisonView> {
  const { programmes: all, asOf } = await listAllForComparison(actor);
  const view = { programmes: all, asOf, answers, faults: {} };
  if (!isRequested) return view;
  const read = readProfile(answers, shanghaiDate(asOf));
  if ('faults' in read) return { ...view, faults: read.faults };
  return { ...view, result: compare(all, read.profile) };
}
