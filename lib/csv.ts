/** The byte-order mark by which spreadsheets know UTF-8, and so read Chinese. */
export const byteOrderMark = '\uFEFF';

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
export function csvCell(value: string): string {
  const plain = /^[=+\-@\t\r\u0000\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * The same for a file that comes back from a spreadsheet: a long number is wrapped as text, because
 * the spreadsheet would otherwise cut off its last digits.
 */
export const csvTextCell = (value: string): string =>
  /^\d{12,}$/.test(value) ? `"=""${value}"""` : csvCell(value);

/** One line of cells. */
export const csvLine = (cells: readonly string[]): string => cells.join(',');

/** Lines as a file for spreadsheets. */
export const csvFile = (lines: readonly string[]): string =>
  `${byteOrderMark}${lines.join('\r\n')}\r\n`;
