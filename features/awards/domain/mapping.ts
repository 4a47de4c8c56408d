import { compact } from '../../../lib/normal';
import { awardFields, type AwardField, type FieldNeed } from './fields';

/** Which column (counted from 0) holds which field, and the period of all rows that name none. */
export type Mapping = {
  readonly columns: Readonly<Partial<Record<AwardField, number>>>;
  readonly period: string;
};

/** The words that headings use for a field, in any language. */
export type Synonyms = Readonly<Record<AwardField, readonly string[]>>;

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
export function suggestColumns(
  headers: readonly string[],
  needs: readonly FieldNeed[],
  synonyms: Synonyms,
): Partial<Record<AwardField, number>> {
  const plain = headers.map(plainHeader);
  const columns: Partial<Record<AwardField, number>> = {};
  const taken = new Set<number>();
  const take = (field: AwardField, fits: (header: string, word: string) => boolean) => {
    if (columns[field] !== undefined) return;
    for (const word of synonyms[field].map(plainHeader)) {
      const at = plain.findIndex((header, index) => !taken.has(index) && fits(header, word));
      if (at < 0) continue;
      columns[field] = at;
      taken.add(at);
      return;
    }
  };
  for (const { field } of needs) take(field, (header, word) => header === word);
  for (const { field } of needs) take(field, (header, word) => header.includes(word));
  return columns;
}

export type MappingFault = 'required' | 'column_unknown' | 'column_twice' | 'column_in_wan';

/** Ten thousand yuan (万元) in a heading: such a column must not be read as yuan. */
const inTenThousands = /\u4e07/;
const moneyFields: readonly AwardField[] = ['base', 'otherSupport', 'stated'];

/** Lists everything that is wrong with a mapping, by field. */
export function mappingFaults(
  mapping: Mapping,
  headers: readonly string[],
  needs: readonly FieldNeed[],
): Partial<Record<AwardField | 'period', MappingFault>> {
  const faults: Partial<Record<AwardField | 'period', MappingFault>> = {};
  const seen = new Set<number>();
  for (const field of awardFields) {
    const at = mapping.columns[field];
    if (at === undefined) {
      if (needs.some((need) => need.field === field && need.required)) faults[field] = 'required';
      continue;
    }
    const header = headers[at];
    if (header === undefined) faults[field] = 'column_unknown';
    else if (seen.has(at)) faults[field] = 'column_twice';
    else if (moneyFields.includes(field) && inTenThousands.test(header)) {
      faults[field] = 'column_in_wan';
    }
    seen.add(at);
  }
  if (mapping.columns.reference === undefined && mapping.period === '') faults.period = 'required';
  return faults;
}
