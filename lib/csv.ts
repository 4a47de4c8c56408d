/** The byte-order mark by which spreadsheets know UTF-8, and so read Chinese. */
export const byteOrderMark = '\uFEFF';

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
export function csvCell(value: string): string {
  const plain = /^[=+\-@\t\r\u0000\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * The mark behind digits that are no number: a tab makes Excel and WPS keep the cell as text, as Alipay's
 * statements do for the same reason. It looks like nothing, and our own lists trim it when they read such a file;
 * `="…"` would be part of the number there, and an apostrophe would be seen in the spreadsheet too.
 */
const asText = '\t';

/** Digits that a spreadsheet would round, shorten or take for a power or a day. */
const misread = /^(\d{12,}|0\d+|\d+(\.\d+)?[Ee][+-]?\d+|\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?)$/;

/** Anything that could be read as a number or a day at all. */
const numeric = /^[\d\s.,:/%Ee+-]*\d[\d\s.,:/%Ee+-]*$/;

/** A number by which something is known: text, whatever a spreadsheet would make of it. */
export const csvIdentifier = (value: string): string =>
  csvCell(numeric.test(value) ? value + asText : value);

/** A cell of any kind: what a spreadsheet would damage stays text, an amount stays one. */
export const csvTextCell = (value: string): string =>
  csvCell(misread.test(value) ? value + asText : value);

/** One line of cells. */
export const csvLine = (cells: readonly string[]): string => cells.join(',');

/** Lines as a file for spreadsheets. */
export const csvFile = (lines: readonly string[]): string =>
  `${byteOrderMark}${lines.join('\r\n')}\r\n`;
