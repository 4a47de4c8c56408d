import 'server-only';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { plainCell } from './domain/cells';
import { Unreadable, type TableRow } from './table-row';

/** From here on a spreadsheet no longer knows every digit. */
const exactUpTo = 1e15;

/**
 * A number as the spreadsheet shows it: its fifteen digits that count, as plain decimal text. A larger
 * one was cut off when it was typed, and stays recognisable as such.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= exactUpTo) return value.toExponential().toUpperCase();
  const plain = Number(value.toPrecision(15));
  const text = String(plain);
  return text.includes('e') ? plain.toFixed(20).replace(/0+$/, '') : text;
}

type Value = ExcelJS.CellValue | undefined;

/** What a person sees in the cell: of a formula its result, of formatted text its text. */
export function valueText(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return value.text;
  if ('formula' in value || 'sharedFormula' in value) return formulaText(value);
  return '';
}

/** A formula that was never worked out stands as itself, to be told by its row. */
function formulaText(value: ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue): string {
  const { result } = value;
  if (result === undefined || (typeof result === 'number' && Number.isNaN(result))) {
    return `=${'formula' in value ? value.formula : ''}`;
  }
  return valueText(result);
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, at) => {
    while (cells.length < at - 1) cells.push('');
    cells[at - 1] = plainCell(valueText(cell.value));
  });
  return cells;
}

type Sheet = AsyncIterable<ExcelJS.Row> & { readonly state?: string };

/** The rows of the first sheet that people can see. Every sheet is read to its end: only then does the reader tidy up. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<TableRow> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(pieces(bytes)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  let found = false;
  try {
    // The package's types leave out that its sheets and their rows are iterated.
    for await (const sheet of reader as unknown as AsyncIterable<Sheet>) {
      const wanted: boolean = !found && sheet.state !== 'hidden' && sheet.state !== 'veryHidden';
      found ||= wanted;
      for await (const row of sheet) if (wanted) yield { line: row.number, cells: cellsOf(row) };
    }
  } catch (error) {
    // Whatever the reader stumbles over is in the file; it is told, and kept for the log.
    throw new Unreadable('list_damaged', {}, error);
  }
}

const pieceBytes = 64 * 1024;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
  }
}
