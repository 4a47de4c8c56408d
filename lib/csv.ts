/** The byte-order mark, by which spreadsheets recognise UTF-8 and so read Chinese. */
export const byteOrderMark = '\uFEFF';

/** Checks for a text that a spreadsheet would read as a formula. */
export const isFormulaLike = (value: string): boolean =>
  /^[=+\-@\t\r\u0000\uff1d\uff0b\uff0d\uff20]/.test(value);

/** Returns a cell that no spreadsheet reads as a formula, quoted where it must be. */
export function csvCell(value: string): string {
  const plain = isFormulaLike(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * The mark behind digits that are not a number: a tab makes Excel and WPS keep the cell as text. Alipay's statements do the same
 * for this reason. The mark is invisible, and our own lists trim it when they read such a file. With `="…"` the mark would be
 * part of the number there, and an apostrophe would be visible in the spreadsheet.
 */
const asText = '\t';

/** Digits that a spreadsheet would round, shorten, or read as a power or a day. */
const misread = /^(\d{12,}|0\d+|\d+(\.\d+)?[Ee][+-]?\d+|\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?)$/;

/** Text that could be read as a number or a day. */
const numeric = /^[\d\s.,:/%Ee+-]*\d[\d\s.,:/%Ee+-]*$/;

/** Returns an identifying number as a cell that every spreadsheet keeps as text. */
export const csvIdentifier = (value: string): string =>
  csvCell(numeric.test(value) ? value + asText : value);

/** Returns a cell of any kind: text that a spreadsheet would damage is kept as text, and an amount stays an amount. */
export const csvTextCell = (value: string): string =>
  csvCell(misread.test(value) ? value + asText : value);

/** Returns one line of cells. */
export const csvLine = (cells: readonly string[]): string => cells.join(',');

/** Returns lines as one text. */
export const csvText = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

/** Returns lines as a file for spreadsheets. */
export const csvFile = (lines: readonly string[]): string => byteOrderMark + csvText(lines);
