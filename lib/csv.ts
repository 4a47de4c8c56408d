/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
export function csvCell(value: string): string {
  const plain = /^[=+\-@\t\r\u0000＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * A CSV file with a byte-order mark, so that spreadsheets read Chinese.
 * @param lines cells that are ready: made by `csvCell`, or amounts
 */
export const csvFile = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
