import { longestLine, longestRawCell, maximumColumns, maximumLines } from './limits';
import { Unreadable } from './table-row';
import { refused } from '@/lib/result';

/**
 * The position of the reader within a record. A quote that was read may end its cell or be the first half of
 * a doubled quote.
 */
type Place = 'start' | 'plain' | 'quoted' | 'quote' | 'quote_and_blanks';

const isBlank = (character: string) => character.trim() === '';

/**
 * Cuts a text that comes in pieces into its records before any of them is parsed, because a parser builds all
 * cells of a record before they can be counted. Quotes count as they do for the parser. Empty cells at the
 * end of a record are left off, so that they cost nothing.
 */
export class RecordCutter {
  private records: string[] = [];
  private carry = '';
  private place: Place = 'start';
  private cell = 0;
  private cellFrom = 0;
  /** Whether the current cell has content, and where the last cell with content ends. */
  private filled = false;
  private lastFilledEnd = 0;
  private line = 1;

  constructor(
    private readonly delimiter: string,
    private readonly newline: '\n' | '\r',
  ) {}

  /**
   * Adds a piece of the text.
   * @returns the records that end in this piece; an empty record is an empty text
   * @throws Unreadable as soon as a record is beyond the bounds
   */
  push(piece: string): string[] {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece.charAt(at);
      const length = this.carry.length + at - from;
      if (this.place !== 'quoted' && character === this.newline) {
        this.endCell(length);
        this.endRecord(this.carry + piece.slice(from, at));
        from = at + 1;
      } else this.step(character, length);
    }
    this.carry += piece.slice(from);
    if (this.carry.length > longestLine) this.tooLong(this.carry.length);
    const ended = this.records;
    this.records = [];
    return ended;
  }

  /** Returns the last record, which no line end follows. */
  end(): string[] {
    if (this.carry === '') return [];
    this.endCell(this.carry.length);
    this.endRecord(this.carry);
    return this.records;
  }

  private step(character: string, length: number): void {
    if (this.place === 'quoted') {
      if (character === '"') this.place = 'quote';
      else if (!this.filled && !isBlank(character)) this.fill();
    } else if (character === this.delimiter) {
      this.endCell(length);
    } else if (this.place === 'quote' || this.place === 'quote_and_blanks') {
      this.afterQuote(character);
    } else if (this.place === 'start' && character === '"') {
      this.place = 'quoted';
    } else {
      this.place = 'plain';
      if (!this.filled && !isBlank(character)) this.fill();
    }
  }

  private afterQuote(character: string): void {
    if (character === '"') {
      this.fill();
      this.place = this.place === 'quote' ? 'quoted' : 'quote';
    } else if (isBlank(character)) {
      this.place = 'quote_and_blanks';
    } else {
      this.fill();
      this.place = 'quoted';
    }
  }

  private fill(): void {
    if (this.cell >= maximumColumns) {
      throw new Unreadable(refused('list_too_many_columns', { line: this.line }));
    }
    this.filled = true;
  }

  private endCell(length: number): void {
    if (this.filled) this.lastFilledEnd = length;
    if (length > longestLine) this.tooLong(length);
    this.filled = false;
    this.cell += 1;
    this.cellFrom = length + 1;
    this.place = 'start';
  }

  private endRecord(text: string): void {
    // Blanks at the end belong to no cell, and the parser would not see a quote before them as the end of a
    // cell.
    this.records.push(text.slice(0, this.lastFilledEnd).trimEnd());
    this.carry = '';
    this.cell = 0;
    this.cellFrom = 0;
    this.lastFilledEnd = 0;
    this.line += 1;
    if (this.line > maximumLines + 1) {
      throw new Unreadable(refused('list_too_many_rows', { maximum: maximumLines }));
    }
  }

  private tooLong(length: number): never {
    const one = length - this.cellFrom > longestRawCell;
    throw new Unreadable(
      refused(one ? 'list_cell_too_long' : 'list_line_too_long', { line: this.line }),
    );
  }
}
