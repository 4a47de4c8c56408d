import 'server-only';
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { users } from '@/db/schema/people';
import { programmes, programmeVersions, rounds } from '@/db/schema/programmes';
import type { FormDefinition } from '@/features/forms/domain/form';
import { getPool, type Pool } from '@/features/ledger/queries';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Draft } from './domain/draft';
import type { ProgrammeState, VersionState } from '../domain/lifecycle';
import type { Bilingual } from '@/lib/bilingual';
import { getVersion, type Round, type Version } from '../queries';
import { readinessOf, type Readiness } from './readiness';
import { formOf, storedForm, toDraft, type VersionRow } from './version-row';

export type VersionLine = {
  id: string;
  number: number;
  state: VersionState;
  preparedBy: string | null;
  proposedBy: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  changedAt: Date;
  current: boolean;
};

/** A version that is being prepared, with what is left to do. */
export type OpenVersion = {
  id: string;
  number: number;
  state: 'draft' | 'proposed';
  revision: number;
  changedAt: Date;
  returnReason: string | null;
  /** Whether the reader prepared or proposed the version, and so may not publish it. */
  mine: boolean;
  draft: Draft;
  /** The questions of the application form in its present state. */
  form: FormDefinition;
  readiness: Readiness;
  /** The portal's day of the reading. */
  on: IsoDate;
};

export type EditedProgramme = {
  id: string;
  slug: string;
  state: ProgrammeState;
  stateReason: string | null;
  title: Bilingual;
  versions: VersionLine[];
  rounds: (Round & { state: 'coming' | 'open' | 'past' })[];
  pool: Pool | undefined;
  /** The version in force. */
  current: Version | undefined;
  open: OpenVersion | undefined;
};

const preparers = alias(users, 'preparers');
const proposers = alias(users, 'proposers');
const publishers = alias(users, 'publishers');

async function linesOf(tx: Tx, programmeId: string, currentId: string | null) {
  const rows = await tx
    .select({
      id: programmeVersions.id,
      number: programmeVersions.number,
      state: programmeVersions.state,
      preparedBy: preparers.name,
      proposedBy: proposers.name,
      publishedBy: publishers.name,
      publishedAt: programmeVersions.publishedAt,
      changedAt: programmeVersions.changedAt,
    })
    .from(programmeVersions)
    .leftJoin(preparers, eq(preparers.id, programmeVersions.preparedBy))
    .leftJoin(proposers, eq(proposers.id, programmeVersions.proposedBy))
    .leftJoin(publishers, eq(publishers.id, programmeVersions.publishedBy))
    .where(eq(programmeVersions.programmeId, programmeId))
    .orderBy(desc(programmeVersions.number))
    .limit(100);
  return rows.map((row): VersionLine => ({ ...row, current: row.id === currentId }));
}

/** Returns the title of a draft in both languages; a language that is not written yet shows the slug. */
const titleOf = (draft: Draft | undefined, slug: string): Bilingual => ({
  'zh-CN': draft?.guide.title?.['zh-CN'] ?? slug,
  en: draft?.guide.title?.en ?? slug,
});

function toOpen(
  row: VersionRow,
  actor: Actor,
  pool: Pool | undefined,
  on: IsoDate,
): OpenVersion | undefined {
  if (row.state !== 'draft' && row.state !== 'proposed') return undefined;
  const draft = toDraft(row);
  const { id, number, state, revision, changedAt, returnReason } = row;
  return {
    id,
    number,
    state,
    revision,
    changedAt,
    returnReason,
    draft,
    on,
    mine: actor.userId !== null && [row.preparedBy, row.proposedBy].includes(actor.userId),
    form: formOf(row),
    readiness: readinessOf(draft, pool?.budgetFen, storedForm(row)),
  };
}

/** Loads one of the city's own programmes with the version that is being prepared. */
export function getEditedProgramme(
  actor: Actor<'programme.read'> | Actor<'programme.manage'>,
  id: string,
): Promise<EditedProgramme | undefined> {
  return inScope(actor, async ({ tx, now }) => {
    const [programme] = await tx
      .select()
      .from(programmes)
      .where(and(eq(programmes.id, id), eq(programmes.cityId, cityOf(actor))));
    if (!programme) return undefined;
    const { slug, state, stateReason, currentVersionId } = programme;
    const [row] = await tx
      .select()
      .from(programmeVersions)
      .where(
        and(
          eq(programmeVersions.programmeId, id),
          inArray(programmeVersions.state, ['draft', 'proposed']),
        ),
      );
    const pool = await getPool(tx, id);
    const current = currentVersionId === null ? undefined : await getVersion(tx, currentVersionId);
    const open = row && toOpen(row, actor, pool, shanghaiDate(now));
    const found = await tx
      .select()
      .from(rounds)
      .where(eq(rounds.programmeId, id))
      .orderBy(desc(rounds.number))
      .limit(100);
    return {
      id,
      slug,
      state,
      stateReason,
      pool,
      current,
      open,
      title: current?.guide.title ?? titleOf(open?.draft, slug),
      versions: await linesOf(tx, id, currentVersionId),
      rounds: found.map(({ id: roundId, number, opensAt, closesAt }) => ({
        id: roundId,
        number,
        opensAt,
        closesAt,
        state: closesAt <= now ? 'past' : opensAt <= now ? 'open' : 'coming',
      })),
    };
  });
}

/** Lists the programmes that a new one can be copied from: those of every city that are or were published. */
export function listTemplates(
  actor: Actor<'programme.manage'>,
): Promise<{ id: string; title: Bilingual }[]> {
  return inScope(actor, async ({ tx }) => {
    const found = await tx
      .select({ id: programmes.id, version: programmeVersions })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .where(ne(programmes.state, 'draft'))
      .orderBy(asc(programmes.slug))
      .limit(200);
    return found.map(({ id, version }) => ({ id, title: titleOf(toDraft(version), id) }));
  });
}
