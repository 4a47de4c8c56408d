import 'server-only';
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { users } from '@/db/schema/people';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import { getPools, type Pool } from '@/features/ledger/queries';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Bilingual } from '@/lib/bilingual';
import type { Round } from '../queries';
import type { ProgrammeState, VersionState } from '../domain/lifecycle';

export type VersionRecord = {
  id: string;
  number: number;
  state: VersionState;
  title: Bilingual;
  preparedBy: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  createdAt: Date;
  current: boolean;
};

export type CityProgramme = {
  id: string;
  slug: string;
  state: ProgrammeState;
  title: Bilingual | undefined;
  versions: VersionRecord[];
  rounds: (Round & { state: 'coming' | 'open' | 'past' })[];
  pool: Pool | undefined;
};

const preparers = alias(users, 'preparers');
const publishers = alias(users, 'publishers');

/** Lists every version of the programmes, the newest first, with who prepared and who published it. */
function versionsOf(tx: Tx, cityId: string, ids: readonly string[]) {
  return tx
    .select({
      id: programmeVersions.id,
      programmeId: programmeVersions.programmeId,
      number: programmeVersions.number,
      state: programmeVersions.state,
      guide: programmeVersions.guide,
      preparedBy: preparers.name,
      publishedBy: publishers.name,
      publishedAt: programmeVersions.publishedAt,
      createdAt: programmeVersions.createdAt,
    })
    .from(programmeVersions)
    .leftJoin(preparers, eq(preparers.id, programmeVersions.preparedBy))
    .leftJoin(publishers, eq(publishers.id, programmeVersions.publishedBy))
    .where(
      and(eq(programmeVersions.cityId, cityId), inArray(programmeVersions.programmeId, [...ids])),
    )
    .orderBy(desc(programmeVersions.number));
}

/**
 * Returns the title of a version that may be a draft; a language that is not written yet shows the programme's slug.
 */
function draftTitle(guide: unknown, slug: string): Bilingual {
  const title = (guide as { title?: Partial<Bilingual> } | null)?.title;
  return { 'zh-CN': title?.['zh-CN'] ?? slug, en: title?.en ?? slug };
}

const stateAt = (round: Round, now: Date) =>
  round.closesAt <= now ? 'past' : round.opensAt <= now ? 'open' : 'coming';

/** Lists a page of the city's own programmes, with drafts, for the officials who run them. */
export function listCityProgrammes(
  actor: Actor<'programme.read'>,
  filter: { cursor?: string | undefined },
): Promise<{ rows: CityProgramme[]; nextCursor: string | null }> {
  const cityId = cityOf(actor);
  return inScope(actor, async ({ tx, now }) => {
    const [after] = decodeCursor(filter.cursor) ?? [];
    const found = await tx
      .select()
      .from(programmes)
      .where(
        and(
          eq(programmes.cityId, cityId),
          typeof after === 'string' ? gt(programmes.slug, after) : undefined,
        ),
      )
      .orderBy(asc(programmes.slug))
      .limit(pageSize + 1);
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return { rows: [], nextCursor: null };
    const versions = await versionsOf(tx, cityId, ids);
    const allRounds = await tx
      .select()
      .from(rounds)
      .where(and(eq(rounds.cityId, cityId), inArray(rounds.programmeId, ids)))
      .orderBy(desc(rounds.number));
    const pools = await getPools(tx, ids);
    const rows = found.map((programme): CityProgramme => {
      const own = versions
        .filter(({ programmeId }) => programmeId === programme.id)
        .map(({ programmeId: _, guide, ...version }) => ({
          ...version,
          title: draftTitle(guide, programme.slug),
          current: version.id === programme.currentVersionId,
        }));
      return {
        id: programme.id,
        slug: programme.slug,
        state: programme.state,
        title: (own.find(({ current }) => current) ?? own[0])?.title,
        versions: own,
        rounds: allRounds
          .filter((round) => round.programmeId === programme.id)
          .map(({ id, number, opensAt, closesAt }) => {
            const round = { id, number, opensAt, closesAt };
            return { ...round, state: stateAt(round, now) };
          }),
        pool: pools.get(programme.id),
      };
    });
    return pageOf(rows, pageSize, (row) => [row.slug]);
  });
}
