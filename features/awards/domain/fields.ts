import { neededFactNames } from '@/features/rules/domain/needed-facts';
import type { Rules } from '@/features/rules/domain/rules';

/** The fields that a list can have for a firm. */
export const awardFields = [
  'creditCode',
  'name',
  'base',
  'reference',
  'email',
  'registeredOn',
  'signedOn',
  'startsOn',
  'endsOn',
  'chipOrigin',
  'purpose',
  'otherSupport',
  'stated',
] as const;
export type AwardField = (typeof awardFields)[number];

export type FieldNeed = { readonly field: AwardField; readonly required: boolean };

const column = (field: AwardField, required: boolean): FieldNeed => ({ field, required });

/** Lists the columns that a programme's rules use, in the order in which they are shown. */
export function fieldsFor(rules: Rules): FieldNeed[] {
  const facts = new Set(neededFactNames(rules));
  return [
    column('creditCode', true),
    column('name', true),
    column('base', true),
    // A list of one period names the period once for all its rows.
    column('reference', false),
    column('email', false),
    column('registeredOn', facts.has('registeredOn')),
    ...(facts.has('signedOn') ? [column('signedOn', true)] : []),
    ...(facts.has('startsOn') ? [column('startsOn', true), column('endsOn', true)] : []),
    ...(facts.has('chipOrigin') ? [column('chipOrigin', true)] : []),
    ...(facts.has('purpose') ? [column('purpose', true)] : []),
    ...(facts.has('otherSupport') ? [column('otherSupport', true)] : []),
    column('stated', false),
  ];
}
