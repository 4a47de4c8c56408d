import 'server-only';
import { plainCell } from './domain/cells';
import { longestRawCell, maximumColumns, maximumLines } from './limits';
import { Unreadable, type TableRow } from './table-row';
import { longer, Parts, readWorkbook, type Workbook } from './workbook';
import { XmlReader, type XmlHandlers } from './xml';
import { refused } from '@/lib/result';

/** From this number on a spreadsheet does not keep every digit. */
const exactUpTo = 1e15;

/**
 * Returns a number as the spreadsheet shows it: its fifteen significant digits, as plain decimal text. A
 * larger number was cut off when it was typed, and stays recognisable as such.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= exactUpTo) return value.toExponential().toUpperCase();
  const plain = Number(value.toPrecision(15));
  const text = String(plain);
  return text.includes('e') ? plain.toFixed(20).replace(/0+$/, '') : text;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** The number of 1 January 1970 in spreadsheets, and how many days fewer it is where they count from 1904. */
const epochDay = 25_569;
const daysTo1904 = 1_462;

/** Returns the day that a number means, as `2026-01-31`; empty where it means none. */
function dayText(value: number, from1904: boolean): string {
  const days = value - epochDay + (from1904 ? daysTo1904 : 0);
  const day = new Date(Math.round(days * dayMilliseconds));
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

/** A cell as it is written in the sheet. */
type Cell = {
  at: number;
  type: string;
  format: number;
  value: string | undefined;
  inline: string;
  formula: string | undefined;
};

/** Returns what a person sees in the cell: the result of a formula, the text of formatted text. */
function cellText({ type, format, value, inline, formula }: Cell, book: Workbook): string {
  if (type === 'inlineStr') return inline;
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  if (type === 's') return book.shared[number] ?? '';
  if (type === 'b' && value !== undefined) return number === 0 ? 'FALSE' : 'TRUE';
  if (type === 'd') return (value ?? '').slice(0, 10);
  if (type !== 'n' && value !== undefined) return value;
  // A formula without a stored result is kept as text, so that its row reports it.
  if (Number.isNaN(number)) return formula === undefined ? '' : `=${formula}`;
  return book.showsDay[format] ? dayText(number, book.from1904) : numberText(number);
}

/** Returns the column of a cell, counted from 0: `B7` is 1. */
function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1];
  if (letters === undefined) throw new Error('A cell of the sheet is nowhere.');
  return [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lineOf(given: string | undefined, before: number): number {
  const line = given === undefined ? before + 1 : Number(given);
  if (Number.isInteger(line) && line > before && line <= maximumLines) return line;
  throw new Error('The rows of the sheet do not follow one another.');
}

/** Gathers rows from the tags of a sheet. */
class SheetReader {
  private rows: TableRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private cell: Cell | undefined;
  private at = -1;
  private into: 'value' | 'inline' | 'formula' | undefined;
  private inRow = false;
  private aside = false;

  constructor(private readonly book: Workbook) {}

  /** Returns the rows gathered since the last call. */
  taken(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  readonly handlers: Required<XmlHandlers> = {
    open: (name, attributes) => {
      if (name === 'row') this.openRow(attributes.r);
      else if (name === 'c' && this.inRow) this.openCell(attributes);
      else if (name === 'rPh') this.aside = true;
      else if (this.cell) this.openPart(this.cell, name);
    },
    text: (piece) => {
      if (!this.cell || !this.into) return;
      this.cell[this.into] = longer(this.cell[this.into] ?? '', piece);
    },
    close: (name) => {
      if (name === 'rPh') this.aside = false;
      else if (name === 'c') this.closeCell();
      else if (name === 'row') this.closeRow();
      this.into = undefined;
    },
  };

  private openRow(number: string | undefined): void {
    this.line = lineOf(number, this.line);
    this.inRow = true;
    this.cells = [];
    this.at = -1;
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.at = r === undefined ? this.at + 1 : columnOf(r);
    const format = Number(s);
    const empty = { value: undefined, inline: '', formula: undefined };
    this.cell = { at: this.at, type: t, format, ...empty };
  }

  private openPart(cell: Cell, name: string): void {
    if (name === 'v') cell.value = '';
    if (name === 'f') cell.formula = '';
    if (name === 'v') this.into = 'value';
    else if (name === 'f') this.into = 'formula';
    else if (name === 't' && !this.aside) this.into = 'inline';
    else this.into = undefined;
  }

  private closeCell(): void {
    const { cell, cells, line } = this;
    this.cell = undefined;
    if (!cell) return;
    const text = cellText(cell, this.book);
    if (text.length > longestRawCell) throw new Unreadable(refused('list_cell_too_long', { line }));
    const plain = plainCell(text);
    if (plain === '') return;
    if (cell.at >= maximumColumns) throw new Unreadable(refused('list_too_many_columns', { line }));
    while (cells.length < cell.at) cells.push('');
    cells[cell.at] = plain;
  }

  private closeRow(): void {
    this.inRow = false;
    if (this.cells.length > 0) this.rows.push({ line: this.line, cells: this.cells });
  }
}

/** Reads the rows of the first visible sheet, except empty ones. Unpacks nothing else. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<TableRow> {
  try {
    const parts = new Parts(bytes);
    const book = await readWorkbook(parts);
    if (book.sheet === undefined) return;
    const sheet = new SheetReader(book);
    const reader = new XmlReader(sheet.handlers);
    for await (const piece of parts.text(book.sheet)) {
      reader.write(piece);
      yield* sheet.taken();
    }
    reader.close();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // Every error of the reader comes from the file. The user sees a refusal, and the error is kept for the
    // log.
    throw new Unreadable(refused('list_damaged'), error);
  }
}
