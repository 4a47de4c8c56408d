import 'server-only';
import { archiveEntries } from '@/features/documents/domain/archive';
import { done, refused, type Outcome } from '@/lib/result';
import { csvRows } from './csv-file';
import { chunkText, longestCell, maximumColumns, maximumRows, maximumText } from './limits';
import { Unreadable, type FileRefusal, type TableRow } from './table-row';
import { xlsxRows } from './xlsx-file';

/** Returns the kind of the file by its bytes, whatever its name is. */
export function kindOf(bytes: Uint8Array): Outcome<'csv' | 'xlsx', FileRefusal> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const entries = archiveEntries(bytes);
    return entries.some(({ name }) => name === 'xl/workbook.xml')
      ? done('xlsx')
      : refused('list_type');
  }
  // UTF-16 contains NUL bytes; no other text does.
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  return marked || !bytes.includes(0) ? done('csv') : refused('list_type');
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');
const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length;
const lengthOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0);

/** In many lists titles come before the headings: the first row with this many texts has the headings. */
const fewestHeadings = 3;

function trimmed(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/**
 * Checks a row against the bounds of a list.
 * @throws Unreadable for a row that makes its file unreadable as a list
 */
function checkRow({ line, cells }: TableRow, count: number, text: number): void {
  if (cells.length > maximumColumns)
    throw new Unreadable(refused('list_too_many_columns', { line }));
  if (cells.some((cell) => cell.length > longestCell)) {
    throw new Unreadable(refused('list_cell_too_long', { line }));
  }
  if (count > maximumRows)
    throw new Unreadable(refused('list_too_many_rows', { maximum: maximumRows }));
  if (text > maximumText) throw new Unreadable(refused('list_too_large'));
}

/**
 * Reads a list row by row: first its headings, then its rows that are not empty, in pieces of `size` rows or
 * of as much text as may be sent to the database at a time.
 * @throws Unreadable as soon as the file turns out to be no list; the rest is not read
 */
export async function* readTable(
  bytes: Uint8Array,
  kind: 'csv' | 'xlsx',
  size: number,
): AsyncGenerator<{ headers: readonly string[]; rows: TableRow[] }> {
  let headers: readonly string[] | undefined;
  let rows: TableRow[] = [];
  let count = 0;
  let text = 0;
  let pieceText = 0;
  for await (const { line, cells } of kind === 'csv' ? csvRows(bytes) : xlsxRows(bytes)) {
    if (isEmpty(cells)) continue;
    const row = { line, cells: trimmed(cells) };
    if (!headers && filled(cells) < fewestHeadings) continue;
    if (headers) count += 1;
    const length = lengthOf(row.cells);
    text += length;
    checkRow(row, count, text);
    if (!headers) {
      headers = row.cells;
      continue;
    }
    rows.push(row);
    pieceText += length;
    if (rows.length < size && pieceText < chunkText) continue;
    yield { headers, rows };
    rows = [];
    pieceText = 0;
  }
  if (!headers) throw new Unreadable(refused('list_no_heading'));
  if (count === 0) throw new Unreadable(refused('list_empty'));
  if (rows.length > 0) yield { headers, rows };
}
