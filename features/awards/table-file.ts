import 'server-only';
import { archiveNames } from '@/features/documents/domain/archive';
import { done, refused, type Outcome } from '@/lib/result';
import { unpacksBeyond } from './archive-size';
import { csvRows } from './csv-file';
import { Unreadable, type FileRefusal, type TableRow } from './table-row';
import { xlsxRows } from './xlsx-file';

const maximumRows = 100_000;
const maximumColumns = 60;
const longestCell = 2_000;
const largestUnpacked = 1024 * 1024 * 1024;

/** What the bytes are, whatever the name says. */
export async function kindOf(bytes: Uint8Array): Promise<Outcome<'csv' | 'xlsx', FileRefusal>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (!archiveNames(bytes).includes('xl/workbook.xml')) return refused('list_type');
    const beyond = await unpacksBeyond(bytes, largestUnpacked).catch(() => null);
    if (beyond === null) return refused('list_damaged');
    return beyond ? refused('list_too_large') : done('xlsx');
  }
  // UTF-16 has NULs of its own; no other text has any.
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  return marked || !bytes.includes(0) ? done('csv') : refused('list_type');
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');
const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length;

/** Titles stand above the headings in many lists: the first row with this many texts has the headings. */
const fewestHeadings = 3;

function trimmed(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/** What makes a row's file unreadable as a list, if anything does. */
function faultOf({ line, cells }: TableRow, count: number): Unreadable | undefined {
  if (cells.length > maximumColumns) return new Unreadable('list_too_many_columns', { line });
  if (cells.some((cell) => cell.length > longestCell)) {
    return new Unreadable('list_cell_too_long', { line });
  }
  return count > maximumRows
    ? new Unreadable('list_too_many_rows', { maximum: maximumRows })
    : undefined;
}

/**
 * Reads a list row by row: first its headings, then its rows that are not empty, in pieces of `size`.
 * @throws Unreadable for a file that is no list, at its end: the reader of workbooks tidies up only there
 */
export async function* readTable(
  bytes: Uint8Array,
  kind: 'csv' | 'xlsx',
  size: number,
): AsyncGenerator<{ headers: readonly string[]; rows: TableRow[] }> {
  let headers: readonly string[] | undefined;
  let fault: Unreadable | undefined;
  let rows: TableRow[] = [];
  let count = 0;
  for await (const { line, cells } of kind === 'csv' ? csvRows(bytes) : xlsxRows(bytes)) {
    if (fault || isEmpty(cells)) continue;
    const row = { line, cells: trimmed(cells) };
    if (!headers && filled(cells) < fewestHeadings) continue;
    if (headers) count += 1;
    fault = faultOf(row, count);
    if (!headers) headers = row.cells;
    else if (!fault) rows.push(row);
    if (rows.length < size) continue;
    yield { headers, rows };
    rows = [];
  }
  if (fault) throw fault;
  if (!headers) throw new Unreadable('list_no_heading');
  if (count === 0) throw new Unreadable('list_empty');
  if (rows.length > 0) yield { headers, rows };
}
