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

const asked = (field: AwardField, required: boolean): FieldNeed => ({ field, required });

/** Lists the columns that a programme's rules use, in the order in which they are shown. */
export function fieldsFor(rules: Rules): FieldNeed[] {
  const facts = new Set(neededFactNames(rules));
  return [
    asked('creditCode', true),
    asked('name', true),
    asked('base', true),
    // A list of one period names the period once for all its rows.
    asked('reference', false),
    asked('email', false),
    asked('registeredOn', facts.has('registeredOn')),
    ...(facts.has('signedOn') ? [asked('signedOn', true)] : []),
    ...(facts.has('startsOn') ? [asked('startsOn', true), asked('endsOn', true)] : []),
    ...(facts.has('chipOrigin') ? [asked('chipOrigin', true)] : []),
    ...(facts.has('purpose') ? [asked('purpose', true)] : []),
    ...(facts.has('otherSupport') ? [asked('otherSupport', true)] : []),
    asked('stated', false),
  ];
}
