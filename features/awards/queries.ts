import 'server-only';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { users } from '@/db/schema/people';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { getPool, type Pool } from '@/features/ledger/queries';
import type { Rules } from '@/features/rules/domain/rules';
import type { Bilingual } from '@/lib/bilingual';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { countStates } from './counts';
import { fieldsFor, type FieldNeed } from './domain/fields';
import { needsNotice } from './domain/notice';
import type { AwardImportState } from './domain/lifecycle';
import { suggestColumns } from '@/features/tables/domain/columns';
import type { Mapping } from './domain/mapping';
import { headerSynonyms } from './header-messages';

/** Matches the city's published programmes under which firms do not apply. */
const automaticHere = (actor: Actor<'award.read'> | Actor<'award.import'>) =>
  and(
    eq(programmes.cityId, cityOf(actor)),
    eq(programmes.state, 'published'),
    sql`${programmeVersions.rules} ->> 'mode' = 'automatic'`,
  );

/** Loads such a programme with its rules in force; undefined for any other programme. */
export function findAutomaticProgramme(
  actor: Actor<'award.import'>,
  programmeId: string,
): Promise<{ slug: string; rules: Rules } | undefined> {
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ slug: programmes.slug, versionId: programmeVersions.id })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .where(and(automaticHere(actor), eq(programmes.id, programmeId)));
    if (!row) return undefined;
    return { slug: row.slug, rules: (await getVersion(tx, row.versionId)).rules };
  });
}

/** Lists the city's published programmes under which firms do not apply. */
export function listAutomaticProgrammes(
  actor: Actor<'award.read'> | Actor<'award.import'>,
): Promise<{ id: string; title: Bilingual }[]> {
  return inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .where(automaticHere(actor))
      .orderBy(asc(programmes.slug))
      .limit(100);
    const titles = await programmeTitles(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => {
      const title = titles.get(id);
      return title ? [{ id, title }] : [];
    });
  });
}

const creator = alias(users, 'creator');
const proposer = alias(users, 'proposer');
const decider = alias(users, 'decider');
const publisher = alias(users, 'publisher');

const columns = {
  id: awardImports.id,
  programmeId: awardImports.programmeId,
  versionId: awardImports.versionId,
  reference: awardImports.reference,
  state: awardImports.state,
  fileName: awardImports.fileName,
  fileSha256: awardImports.fileSha256,
  headers: awardImports.headers,
  mapping: awardImports.mapping,
  rowCount: awardImports.rowCount,
  readyCount: awardImports.readyCount,
  problemCount: awardImports.problemCount,
  setAsideCount: awardImports.setAsideCount,
  problemSummary: awardImports.problemSummary,
  totalFen: awardImports.totalFen,
  checkedAt: awardImports.checkedAt,
  createdAt: awardImports.createdAt,
  createdBy: creator.name,
  proposedById: awardImports.proposedBy,
  proposedBy: proposer.name,
  proposedAt: awardImports.proposedAt,
  decidedBy: decider.name,
  decidedAt: awardImports.decidedAt,
  publishedBy: publisher.name,
  publishedAt: awardImports.publishedAt,
  noticeEndsAt: awardImports.noticeEndsAt,
  reason: awardImports.reason,
};

const find = (tx: Tx) =>
  tx
    .select(columns)
    .from(awardImports)
    .leftJoin(creator, eq(creator.id, awardImports.createdBy))
    .leftJoin(proposer, eq(proposer.id, awardImports.proposedBy))
    .leftJoin(decider, eq(decider.id, awardImports.decidedBy))
    .leftJoin(publisher, eq(publisher.id, awardImports.publishedBy));

export type ImportSummary = {
  id: string;
  reference: string;
  state: AwardImportState;
  title: Bilingual;
  fileName: string;
  rowCount: number;
  problemCount: number;
  totalFen: Fen;
  createdBy: string | null;
  createdAt: Date;
};

export type ImportPage = { rows: ImportSummary[]; nextCursor: string | null };

const titleIn = (titles: ReadonlyMap<string, Bilingual>, programmeId: string): Bilingual => {
  const title = titles.get(programmeId);
  if (!title) throw new Error(`Programme ${programmeId} has no title.`);
  return title;
};

/** Lists a page of the city's lists, the newest first. */
export function listImports(
  actor: Actor<'award.read'>,
  cursor: string | undefined,
): Promise<ImportPage> {
  return inScope(actor, async ({ tx }) => {
    const before = decodeIdCursor(cursor);
    const found = await find(tx)
      .where(
        and(
          eq(awardImports.cityId, cityOf(actor)),
          before ? lt(awardImports.id, before) : undefined,
        ),
      )
      .orderBy(desc(awardImports.id))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, (row) => [row.id]);
    const titles = await programmeTitles(
      tx,
      page.rows.map((row) => row.programmeId),
    );
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => ({
        id: row.id,
        reference: row.reference,
        state: row.state,
        title: titleIn(titles, row.programmeId),
        fileName: row.fileName,
        rowCount: row.rowCount,
        problemCount: row.problemCount,
        totalFen: row.totalFen,
        createdBy: row.createdBy,
        createdAt: row.createdAt,
      })),
    };
  });
}

type Found = Awaited<ReturnType<typeof find>>[number];

export type ImportDetail = Omit<Found, 'programmeId' | 'versionId' | 'proposedById'> & {
  title: Bilingual;
  needs: FieldNeed[];
  pool: Pool | undefined;
  /** Whether the rules ask for a public notice before the issue. */
  needsNotice: boolean;
  /** How many rows are on notice, held back by an objection, or issued. */
  counts: Awaited<ReturnType<typeof countStates>>;
  /** Whether the user proposed it, and so cannot release it. */
  mine: boolean;
};

async function findOne(tx: Tx, actor: Actor, id: string): Promise<ImportDetail | undefined> {
  const [row] = await find(tx).where(
    and(eq(awardImports.id, id), eq(awardImports.cityId, cityOf(actor))),
  );
  if (!row) return undefined;
  const { programmeId, versionId, proposedById, ...rest } = row;
  const { rules } = await getVersion(tx, versionId);
  return {
    ...rest,
    title: titleIn(await programmeTitles(tx, [programmeId]), programmeId),
    needs: fieldsFor(rules),
    pool: await getPool(tx, programmeId),
    needsNotice: needsNotice(rules),
    counts: await countStates(tx, id),
    mine: proposedById === userOf(actor),
  };
}

/** Loads one of the city's lists. */
export const getImport = (
  actor: Actor<'award.read'>,
  id: string,
): Promise<ImportDetail | undefined> => inScope(actor, ({ tx }) => findOne(tx, actor, id));

export type MappingView = {
  list: ImportDetail;
  /** The stored mapping, or one guessed from the headings. */
  mapping: Mapping;
  preview: { line: number; cells: string[] }[];
};

const previewRows = 5;

/** Loads what a user needs to choose a mapping: the headings, a guess, and the first rows. */
export function getMapping(
  actor: Actor<'award.import'>,
  id: string,
): Promise<MappingView | undefined> {
  return inScope(actor, async ({ tx }) => {
    const list = await findOne(tx, actor, id);
    if (!list) return undefined;
    const preview = await tx
      .select({ line: awardRows.line, cells: awardRows.cells })
      .from(awardRows)
      .where(eq(awardRows.importId, id))
      .orderBy(asc(awardRows.line))
      .limit(previewRows);
    const guess = {
      columns: suggestColumns(
        list.headers,
        list.needs.map(({ field }) => field),
        headerSynonyms,
      ),
      period: '',
    };
    return { list, mapping: list.mapping ?? guess, preview };
  });
}

/** Loads the file as it was uploaded. */
export function getImportFile(
  actor: Actor<'award.read'>,
  id: string,
): Promise<{ fileName: string; storageKey: string; sizeBytes: number } | undefined> {
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({
        fileName: awardImports.fileName,
        storageKey: awardImports.storageKey,
        sizeBytes: awardImports.sizeBytes,
      })
      .from(awardImports)
      .where(and(eq(awardImports.id, id), eq(awardImports.cityId, cityOf(actor))));
    return row;
  });
}
