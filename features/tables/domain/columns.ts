import { compact } from '../../../lib/normal';

/** The words that headings use for each field, in any language. */
export type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

/** Which column (counted from 0) holds which field. */
export type Columns<F extends string> = Readonly<Partial<Record<F, number>>>;

/**
 * Returns a heading in the form in which headings are compared: spaces, brackets, case and width make no
 * difference.
 */
export const plainHeader = (header: string): string =>
  compact(header).replace(/\([^)]{0,80}\)|[_/:*.]/g, '');

/**
 * Guesses the columns from their headings: first the headings that equal a synonym, then those that contain
 * one. No column is used twice.
 */
export function suggestColumns<F extends string>(
  headers: readonly string[],
  fields: readonly F[],
  synonyms: Synonyms<F>,
): Partial<Record<F, number>> {
  const plain = headers.map(plainHeader);
  const columns: Partial<Record<F, number>> = {};
  const taken = new Set<number>();
  const take = (field: F, fits: (header: string, word: string) => boolean) => {
    if (columns[field] !== undefined) return;
    for (const word of synonyms[field].map(plainHeader)) {
      const at = plain.findIndex((header, index) => !taken.has(index) && fits(header, word));
      if (at < 0) continue;
      columns[field] = at;
      taken.add(at);
      return;
    }
  };
  for (const field of fields) take(field, (header, word) => header === word);
  for (const field of fields) take(field, (header, word) => header.includes(word));
  return columns;
}

/** Returns the letters of a column, counted from 0, as in spreadsheets: `B` for 1, `AA` for 26. */
export const columnLetters = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);

/** Returns the name of a column: its letter, as in spreadsheets, and its heading. */
export function columnName(at: number, header: string): string {
  return header ? `${columnLetters(at)} · ${header}` : columnLetters(at);
}
