import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { awardRows } from '@/db/schema/awards';
import { compact } from '@/lib/normal';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import type { ImportRow } from './check';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import { lineHeaders } from './header-messages';
import type * as inputs from './input';
import { lockImport } from './locks';
import { plainHeader } from '@/features/tables/domain/columns';
import type { ReadList } from '@/features/tables/read-list';
import { runCheck } from './run-check';
import type { TableRow } from '@/features/tables/table-row';

type CorrectionRefusal =
  'import_unknown' | 'state_changed' | 'corrections_heading' | 'corrections_line';

/** Checks whether the headings are those of the list, after the heading of the line number. */
function fits(headers: readonly string[], list: ImportRow): boolean {
  const [first = '', ...rest] = headers.map(plainHeader);
  return (
    lineHeaders.map(plainHeader).includes(first) &&
    list.headers.every((header, at) => plainHeader(header) === rest[at])
  );
}

type Corrected = { line: number; cells: readonly string[] };

/**
 * Returns a row of the file as a correction: its line number in the list, and its cells without the columns
 * that the portal added to them.
 * @throws Unmatched when the first cell is no line number
 */
function corrected({ line, cells }: TableRow, width: number): Corrected {
  const [first = '', ...rest] = cells;
  const of = compact(first);
  if (!/^\d{1,7}$/.test(of)) throw new Unmatched(line);
  return { line: Number(of), cells: rest.slice(0, width) };
}

/** Reports a row of the file whose line number matches no row of the list. */
class Unmatched extends Error {
  constructor(readonly line: number) {
    super(`Line ${line} of the corrections is of no row.`);
  }
}

async function writeCells(tx: Tx, list: ImportRow, rows: readonly TableRow[]): Promise<void> {
  const given = rows.map((row) => corrected(row, list.headers.length));
  const found = await tx
    .select({ line: awardRows.line })
    .from(awardRows)
    .where(
      and(
        eq(awardRows.importId, list.id),
        inArray(
          awardRows.line,
          given.map(({ line }) => line),
        ),
        inArray(awardRows.state, awardRowLifecycle.transitions.pass.from),
      ),
    );
  const known = new Set(found.map(({ line }) => line));
  const lost = given.findIndex(({ line }) => !known.has(line));
  if (lost >= 0) throw new Unmatched(rows[lost]?.line ?? 0);
  await tx.execute(sql`update award_rows r set cells = x.cells
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(line integer, cells text[])
    where r.import_id = ${list.id}::uuid and r.line = x.line`);
}

/**
 * Takes back the corrected file of problems. Each of its rows replaces the cells of the line that it names.
 * Either all rows are replaced or none, and then the whole list is checked again.
 */
export async function uploadCorrections(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.correctionsInput>,
): Promise<Outcome<{ id: string }, CorrectionRefusal>> {
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  const next = awardImportLifecycle.next(list.state, 'check');
  if (!next.ok) return next;
  if (!list.mapping) return refused('state_changed');
  const { headers, pieces, rowCount, sha256 }: ReadList = input.file;
  if (!fits(headers, list)) return refused('corrections_heading', {}, 'file');
  try {
    for (const rows of pieces) await writeCells(grant.tx, list, rows);
    await grant.record({
      action: 'award.corrected',
      subject: { kind: 'award_import', id: list.id },
      versionId: list.versionId,
      data: {
        reference: list.reference,
        rows: rowCount,
        fileSha256: sha256,
      },
    });
    await runCheck(grant, list, list.mapping);
    return done({ id: list.id });
  } catch (error) {
    if (error instanceof Unmatched)
      return refused('corrections_line', { line: error.line }, 'file');
    throw error;
  }
}
