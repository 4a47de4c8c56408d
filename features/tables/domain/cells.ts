import { isIsoDate, type IsoDate } from '../../../lib/dates';
import { parseYuan, type Fen } from '../../../lib/money';
import { compact, plainWidth } from '../../../lib/normal';
import { done, refused, type Outcome } from '../../../lib/result';

/**
 * Control characters that no cell needs, the replacement character of a lone surrogate, and marks that make a
 * text look like another one.
 */
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffd]/;
/** What a spreadsheet shows where a formula failed. */
const brokenFormula = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;
const formula = /^[=\uff1d]/;

/** Returns a cell in one form of Unicode, without the blanks and line breaks that copying leaves. */
export const plainCell = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\u0000', '\ufffd')
    .normalize('NFC')
    // Lists write `="00123"` so that a spreadsheet does not take a code for a number.
    .replace(/^\s*="([^"]*)"\s*$/, '$1')
    // Our own files write `'=…` so that a spreadsheet does not take a text for a formula.
    .replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '')
    .trim();

export type CellFault = 'cell_broken' | 'cell_formula' | 'text_invalid' | 'text_too_long';

/** Reads a text that can be stored without changes, and rejects any other. */
export function readText(cell: string, maximum: number): Outcome<string, CellFault> {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (brokenFormula.test(text)) return refused('cell_broken');
  if (formula.test(text)) return refused('cell_formula');
  if (unusable.test(text)) return refused('text_invalid');
  return text.length > maximum ? refused('text_too_long', { maximum }) : done(text);
}

/** Year, month and day separated by signs or by the Chinese words for them, or eight digits. */
const shapes = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Reads a day as lists write it: `2026-01-31`, `2026/1/31`, `2026年1月31日`, `20260131`. */
export function readDate(cell: string): Outcome<IsoDate, 'date_invalid'> {
  const text = plainWidth(cell).trim();
  for (const shape of shapes) {
    const [, year = '', month = '', day = ''] = shape.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isIsoDate(date)) return done(date);
  }
  return refused('date_invalid');
}

/** Checks for a code of digits that a spreadsheet took for a number and cut off: `9.14403E+17`. */
export const isCutNumber = (cell: string): boolean =>
  /^\d(\.\d+)?E\+\d{2,}$/i.test(plainWidth(cell).trim());

/** Reads an amount of money in fen. Reports a formula that failed as such. */
export function readAmount(cell: string): Outcome<Fen> {
  const text = readText(cell, 60);
  return text.ok ? parseYuan(text.value) : text;
}

/** Reads the choice whose word or own name is in the cell. */
export function readChoice<T extends string>(
  cell: string,
  words: Readonly<Record<T, readonly string[]>>,
): Outcome<T, 'choice_unknown'> {
  const said = compact(cell);
  const found = (Object.keys(words) as T[]).find(
    (choice) => compact(choice) === said || words[choice].some((word) => compact(word) === said),
  );
  return found ? done(found) : refused('choice_unknown');
}
