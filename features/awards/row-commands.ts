import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { awardRows } from '@/db/schema/awards';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { checkRows, planOf, poolFor, recount, type ImportRow, type StoredRow } from './check';
import { awardFields } from './domain/fields';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import type { Mapping } from './domain/mapping';
import type { Problem, Problems } from './domain/problems';
import type * as inputs from './input';
import { lockImport, lockRow } from './locks';

type RowRefusal = 'row_unknown' | 'state_changed';

/** Locks and returns a row whose list can still be worked on, with the mapping by which it is read. */
async function openRow(grant: Grant<'award.import'>, rowId: string) {
  const locked = await lockRow(grant, rowId);
  if (!locked.ok) return locked;
  const { row, importRow } = locked.value;
  const next = awardImportLifecycle.next(importRow.state, 'check');
  if (!next.ok) return next;
  return importRow.mapping
    ? done({ row, importRow, mapping: importRow.mapping })
    : refused('state_changed');
}

const aboutRow = (importRow: ImportRow, row: Pick<StoredRow, 'id' | 'line'>) => ({
  subject: { kind: 'award_row' as const, id: row.id },
  versionId: importRow.versionId,
  data: { reference: importRow.reference, line: row.line },
});

/** Judges one row as if the whole pool were left for it. What rows share is checked with the whole list. */
async function judgeOne(
  grant: Grant<'award.import'>,
  importRow: ImportRow,
  mapping: Mapping,
  row: StoredRow,
): Promise<Problems> {
  const { tx, now } = grant;
  const plan = await planOf(tx, importRow, mapping, now);
  const { verdicts } = await checkRows(tx, plan, [row], await poolFor(tx, importRow));
  return verdicts[0]?.judged.problems ?? {};
}

/**
 * Returns the row's cells with the typed values in their columns. Typed values for fields without a column
 * are not used.
 */
function withTyped(
  row: StoredRow,
  mapping: Mapping,
  input: z.output<typeof inputs.correctRowInput>,
): string[] {
  const cells = [...row.cells];
  for (const field of awardFields) {
    const at = mapping.columns[field];
    if (at === undefined) continue;
    while (cells.length <= at) cells.push('');
    cells[at] = input[`cell_${field}`];
  }
  return cells;
}

/** Corrects the cells of one row. Stores them only when nothing is wrong with the row any more. */
export async function correctRow(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.correctRowInput>,
): Promise<Outcome<{ importId: string }, RowRefusal | 'row_faulty'>> {
  const opened = await openRow(grant, input.rowId);
  if (!opened.ok) return opened;
  const { row, importRow, mapping } = opened.value;
  if (!awardRowLifecycle.can(row.state, 'pass')) return refused('state_changed');
  // The correction also removes cells that had shifted beyond the last column.
  const cells = withTyped(row, mapping, input).slice(0, importRow.headers.length);
  await grant.tx.update(awardRows).set({ cells }).where(eq(awardRows.id, row.id));
  const problems = await judgeOne(grant, importRow, mapping, { ...row, cells });
  const faults = Object.entries(problems);
  if (faults.length > 0) {
    const fields: Record<string, Problem> = {};
    for (const [place, fault] of faults) {
      fields[place === 'row' ? 'cell_creditCode' : `cell_${place}`] ??= fault;
    }
    return { ...refused('row_faulty'), fields };
  }
  await recount(grant.tx, importRow.id);
  await grant.record({ ...aboutRow(importRow, row), action: 'award.row_corrected' });
  return done({ importId: importRow.id });
}

/** Leaves one row out of the award, and records the reason. */
export async function setAsideRow(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.setAsideRowInput>,
): Promise<Outcome<{ importId: string }, RowRefusal>> {
  const opened = await openRow(grant, input.rowId);
  if (!opened.ok) return opened;
  const { row, importRow } = opened.value;
  const { reason } = input;
  const about = aboutRow(importRow, row);
  const moved = await advance(grant, awardRows, row, {
    lifecycle: awardRowLifecycle,
    transition: 'setAside',
    set: { setAsideReason: reason },
    event: { ...about, action: 'award.row_set_aside', data: { ...about.data, reason } },
  });
  if (!moved.ok) return moved;
  await recount(grant.tx, importRow.id);
  return done({ importId: importRow.id });
}

/** Leaves out every row that has one kind of problem. */
export async function setAsideProblem(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.setAsideProblemInput>,
): Promise<Outcome<{ importId: string }, 'import_unknown' | 'state_changed'>> {
  const { tx } = grant;
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  const open = awardImportLifecycle.next(list.state, 'check');
  if (!open.ok) return open;
  const { to } = awardRowLifecycle.transitions.setAside;
  const rows = await tx
    .update(awardRows)
    .set({ state: to, setAsideReason: input.reason })
    .where(
      and(
        eq(awardRows.importId, list.id),
        eq(awardRows.state, 'problem'),
        sql`${input.problem} = any (${awardRows.problemCodes})`,
      ),
    )
    .returning({ id: awardRows.id });
  if (rows.length === 0) return refused('state_changed');
  await recount(tx, list.id);
  await grant.record({
    action: 'award.rows_set_aside',
    subject: { kind: 'award_import', id: list.id },
    versionId: list.versionId,
    data: { problem: input.problem, rows: rows.length, reason: input.reason },
  });
  return done({ importId: list.id });
}

/** Takes back a row that was left out, and judges it at once. */
export async function takeBackRow(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.rowInput>,
): Promise<Outcome<{ importId: string }, RowRefusal>> {
  const opened = await openRow(grant, input.rowId);
  if (!opened.ok) return opened;
  const { row, importRow, mapping } = opened.value;
  const next = awardRowLifecycle.next(row.state, 'takeBack');
  if (!next.ok) return next;
  await judgeOne(grant, importRow, mapping, { ...row, state: next.value });
  await recount(grant.tx, importRow.id);
  await grant.record({ ...aboutRow(importRow, row), action: 'award.row_taken_back' });
  return done({ importId: importRow.id });
}
