import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { vouchers } from '@/db/schema/vouchers';
import { getVersion } from '@/features/programmes/queries';
import type { Unit } from '@/features/rules/domain/rules';
import { csvLine, csvTextCell } from '@/lib/csv';
import { pageCursor } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { cityOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { awardFields, type AwardField } from './domain/fields';
import { awardRowLifecycle, type AwardRowState } from './domain/lifecycle';
import type { Mapping } from './domain/mapping';
import type { Problems } from './domain/problems';
import { lineHeaders } from './header-messages';
import { awardMessages } from './messages';
import { problemText } from './problem-texts';

/** The filter in the address of the page. */
export const awardRowFilter = z.object({
  state: z.enum(awardRowLifecycle.states).optional(),
  problem: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  cursor: pageCursor(),
});
export type AwardRowFilter = z.output<typeof awardRowFilter>;

export type Invitation = { hasOwner: boolean; email: string | null; expiresAt: Date | null };

export type AwardRow = {
  id: string;
  line: number;
  state: AwardRowState;
  name: string | null;
  creditCode: string | null;
  contractReference: string | null;
  baseFen: Fen | null;
  amountFen: Fen | null;
  problems: Problems;
  setAsideReason: string | null;
  voucherId: string | null;
  /** The invitation of a firm that holds a voucher. */
  invitation: Invitation | null;
};

export type AwardRowPage = { rows: AwardRow[]; nextCursor: string | null };

const columns = {
  id: awardRows.id,
  line: awardRows.line,
  state: awardRows.state,
  name: awardRows.name,
  creditCode: awardRows.creditCode,
  contractReference: awardRows.contractReference,
  baseFen: awardRows.baseFen,
  amountFen: awardRows.amountFen,
  problems: awardRows.problems,
  setAsideReason: awardRows.setAsideReason,
  organisationId: awardRows.organisationId,
  voucherId: vouchers.id,
};

async function invitationsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Invitation>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{
    organisation_id: string;
    has_owner: boolean;
    email: string | null;
    expires_at: string | null;
  }>(sql`select organisation_id, has_owner, email, expires_at::text
    from app.award_invitations(${sql.param([...ids])}::uuid[])`);
  return new Map(
    rows.map((row) => [
      row.organisation_id,
      {
        hasOwner: row.has_owner,
        email: row.email,
        expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
      },
    ]),
  );
}

/** Lists a page of a list's rows, in the order of the file. */
export function listAwardRows(
  actor: Actor<'award.read'>,
  importId: string,
  filter: AwardRowFilter,
): Promise<AwardRowPage> {
  return inScope(actor, async ({ tx }) => {
    const [after] = decodeCursor(filter.cursor) ?? [];
    const found = await tx
      .select(columns)
      .from(awardRows)
      .leftJoin(vouchers, eq(vouchers.awardRowId, awardRows.id))
      .where(
        and(
          eq(awardRows.importId, importId),
          eq(awardRows.cityId, cityOf(actor)),
          filter.state ? eq(awardRows.state, filter.state) : undefined,
          filter.problem
            ? sql`${awardRows.state} = 'problem' and ${filter.problem} = any (${awardRows.problemCodes})`
            : undefined,
          typeof after === 'number' && Number.isSafeInteger(after)
            ? gt(awardRows.line, after)
            : undefined,
        ),
      )
      .orderBy(asc(awardRows.line))
      .limit(pageSize + 1);
    const page = pageOf(found, pageSize, (row) => [row.line]);
    const invitations = await invitationsOf(
      tx,
      page.rows.flatMap(({ organisationId }) => organisationId ?? []),
    );
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map(({ organisationId, ...row }) => ({
        ...row,
        invitation: (organisationId && invitations.get(organisationId)) || null,
      })),
    };
  });
}

export type RowDetail = AwardRow & {
  importId: string;
  reference: string;
  importState: (typeof awardImports.$inferSelect)['state'];
  /** Whether the user proposed the list. */
  mine: boolean;
  headers: string[];
  cells: string[];
  /** What the list's amounts count; its awards are money. */
  unit: Unit | undefined;
  /** The values of the columns that are read, by field. */
  values: { field: AwardField; header: string; value: string }[];
};

function valuesOf(mapping: Mapping | null, headers: readonly string[], cells: readonly string[]) {
  return awardFields.flatMap((field) => {
    const at = mapping?.columns[field];
    return at === undefined ? [] : [{ field, header: headers[at] ?? '', value: cells[at] ?? '' }];
  });
}

/** Loads one row of a list, with its cells. */
export function getAwardRow(
  actor: Actor<'award.read'>,
  importId: string,
  rowId: string,
): Promise<RowDetail | undefined> {
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({
        ...columns,
        cells: awardRows.cells,
        headers: awardImports.headers,
        mapping: awardImports.mapping,
        reference: awardImports.reference,
        importState: awardImports.state,
        versionId: awardImports.versionId,
        proposedBy: awardImports.proposedBy,
      })
      .from(awardRows)
      .innerJoin(awardImports, eq(awardImports.id, awardRows.importId))
      .leftJoin(vouchers, eq(vouchers.awardRowId, awardRows.id))
      .where(
        and(
          eq(awardRows.id, rowId),
          eq(awardRows.importId, importId),
          eq(awardRows.cityId, cityOf(actor)),
        ),
      );
    if (!row) return undefined;
    const { organisationId, mapping, versionId, proposedBy, ...rest } = row;
    const invitations = await invitationsOf(tx, organisationId ? [organisationId] : []);
    return {
      ...rest,
      unit: (await getVersion(tx, versionId)).rules.unit,
      importId,
      mine: proposedBy === userOf(actor),
      invitation: (organisationId && invitations.get(organisationId)) || null,
      values: valuesOf(mapping, row.headers, row.cells),
    };
  });
}

const linesAtOnce = 2_000;

/** Returns what is wrong with a row, in words, one problem after the other. */
const problemTexts = (problems: Problems, locale: Locale) =>
  Object.entries(problems)
    .map(([place, problem]) => {
      const t = awardMessages(locale);
      const where = place === 'row' ? '' : `${t[place as AwardField]}${t.colon}`;
      return where + problemText(locale, problem);
    })
    .join(' ');

/**
 * Reads the rows with problems as lines of a file to correct and upload again: the line number, the unchanged
 * cells, and what is wrong. Reads page by page, so that a long list needs little memory.
 */
export async function* problemLines(
  actor: Actor<'award.read'>,
  list: { id: string; headers: readonly string[] },
  locale: Locale,
): AsyncGenerator<string> {
  const { problem } = awardMessages(locale);
  const [line = ''] = lineHeaders;
  yield csvLine([line, ...list.headers, problem].map(csvTextCell));
  for (let after = 0; ;) {
    const from = after;
    const rows = await inScope(actor, ({ tx }) =>
      tx
        .select({ line: awardRows.line, cells: awardRows.cells, problems: awardRows.problems })
        .from(awardRows)
        .where(
          and(
            eq(awardRows.importId, list.id),
            eq(awardRows.cityId, cityOf(actor)),
            eq(awardRows.state, 'problem'),
            gt(awardRows.line, from),
          ),
        )
        .orderBy(asc(awardRows.line))
        .limit(linesAtOnce),
    );
    for (const row of rows) {
      const cells = list.headers.map((_, at) => row.cells[at] ?? '');
      const texts = problemTexts(row.problems, locale);
      yield csvLine([String(row.line), ...cells, texts].map(csvTextCell));
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.line;
  }
}
