import { askedFacts } from '@/features/rules/domain/asked';
import type { Rules } from '@/features/rules/domain/rules';

/** What a list can say of a firm. */
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

/** The columns that a programme's rules look at, in the order they are asked for. */
export function fieldsFor(rules: Rules): FieldNeed[] {
  const facts = new Set(askedFacts(rules));
  return [
    asked('creditCode', true),
    asked('name', true),
    asked('base', true),
    // A list of one period names it once for all its rows.
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
