import type { Rules } from '../../programmes/domain/rules';

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
  const { base, rates, contract, threshold, purposes, stacking } = rules;
  const span =
    base.proration !== undefined ||
    threshold?.perYear === true ||
    contract?.longestMonths !== undefined;
  const signed = contract?.signedFrom !== undefined || contract?.signedTo !== undefined;
  const young = rates.some((rate) => rate.firmYoungerThanMonths !== undefined);
  const chips = rates.some((rate) => rate.chipOrigin !== undefined);
  const use = purposes !== undefined || rates.some((rate) => rate.purpose !== undefined);
  return [
    asked('creditCode', true),
    asked('name', true),
    asked('base', true),
    // A list of one period names it once for all its rows.
    asked('reference', false),
    asked('email', false),
    asked('registeredOn', young),
    ...(signed ? [asked('signedOn', true)] : []),
    ...(span ? [asked('startsOn', true), asked('endsOn', true)] : []),
    ...(chips ? [asked('chipOrigin', true)] : []),
    ...(use ? [asked('purpose', true)] : []),
    ...(stacking ? [asked('otherSupport', true)] : []),
    asked('stated', false),
  ];
}
