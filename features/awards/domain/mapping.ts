import { awardFields, type AwardField, type FieldNeed } from './fields';

/** Which column (counted from 0) holds which field, and the period of all rows that name none. */
export type Mapping = {
  readonly columns: Readonly<Partial<Record<AwardField, number>>>;
  readonly period: string;
};

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
