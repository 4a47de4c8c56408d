import 'server-only';
import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import type { FormDefinition } from '@/features/forms/domain/form';
import { pageCursor } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { difference, type Change } from '../editor/domain/difference';
import type { ProgrammeState } from '../domain/lifecycle';
import type { SectionId } from '@/features/rules/domain/parameter-table';
import type { Bilingual } from '@/lib/bilingual';
import { guideSchema } from '@/features/rules/schema';
import { storedForm, toDraft } from '../editor/version-row';

/** The sections of a difference that are public: the rules and the guide, without the examples. */
export const publicSections: readonly SectionId[] = [
  'about',
  'who',
  'conditions',
  'amounts',
  'documents',
  'process',
  'time',
  'basis',
  'questions',
  'contact',
  'rounds',
];

const versionNumber = z.coerce.number().int().positive().max(1_000_000).optional();
/** The filter in the address. */
export const versionsFilter = z.object({
  from: versionNumber,
  to: versionNumber,
  cursor: pageCursor(),
});

export type PublishedVersions = {
  slug: string;
  state: ProgrammeState;
  stateReason: string | null;
  title: Bilingual;
  city: Bilingual;
  rows: { id: string; number: number; publishedAt: Date; current: boolean }[];
  nextCursor: string | null;
  comparison:
    | {
        from: number;
        to: number;
        changes: Change[];
        forms: { before: FormDefinition; after: FormDefinition };
      }
    | undefined;
};

/** Compares two published versions of a programme by their numbers, the older first. */
async function compare(tx: Tx, programmeId: string, numbers: readonly number[]) {
  const found = await tx
    .select()
    .from(programmeVersions)
    .where(
      and(
        eq(programmeVersions.programmeId, programmeId),
        eq(programmeVersions.state, 'published'),
        inArray(programmeVersions.number, [...numbers]),
      ),
    )
    .orderBy(programmeVersions.number);
  const [from, to] = found;
  if (!from || !to) return undefined;
  // Rounds are dates of the programme, not of its rules, so the plan in a version is not compared.
  const [before, after] = [from, to].map((row) => ({
    ...toDraft(row),
    rounds: [],
    budgetYuan: undefined,
  }));
  if (!before || !after) return undefined;
  return {
    from: from.number,
    to: to.number,
    changes: difference(before, after, publicSections),
    forms: { before: storedForm(from), after: storedForm(to) },
  };
}

/** Lists every published version of a programme, the newest first, with how two of them differ. */
export function listVersions(
  actor: Actor<'public.read'>,
  slug: string,
  filter: z.output<typeof versionsFilter>,
): Promise<PublishedVersions | undefined> {
  return inScope(actor, async ({ tx }) => {
    const [found] = await tx
      .select({ programme: programmes, city: { 'zh-CN': cities.nameZh, en: cities.nameEn } })
      .from(programmes)
      .innerJoin(cities, eq(cities.id, programmes.cityId))
      .where(and(eq(programmes.slug, slug), ne(programmes.state, 'draft')));
    if (!found) return undefined;
    const { programme, city } = found;
    const [before] = decodeCursor(filter.cursor) ?? [];
    const rows = await tx
      .select()
      .from(programmeVersions)
      .where(
        and(
          eq(programmeVersions.programmeId, programme.id),
          eq(programmeVersions.state, 'published'),
          typeof before === 'number' ? lt(programmeVersions.number, before) : undefined,
        ),
      )
      .orderBy(desc(programmeVersions.number))
      .limit(pageSize + 1);
    const page = pageOf(rows, pageSize, (row) => [row.number]);
    const newest = page.rows.find(({ id }) => id === programme.currentVersionId) ?? page.rows[0];
    if (!newest) return undefined;
    const to = filter.to ?? newest.number;
    const from = filter.from ?? page.rows.find(({ number }) => number < to)?.number;
    return {
      slug,
      state: programme.state,
      stateReason: programme.stateReason,
      city,
      title: guideSchema.parse(newest.guide).title,
      nextCursor: page.nextCursor,
      rows: page.rows.flatMap(({ id, number, publishedAt }) =>
        publishedAt
          ? [{ id, number, publishedAt, current: id === programme.currentVersionId }]
          : [],
      ),
      comparison: from === undefined ? undefined : await compare(tx, programme.id, [from, to]),
    };
  });
}
