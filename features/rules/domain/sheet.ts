import { parseYuan, type Fen } from '@/lib/money';

export const refusalCodes = [
  'programme_not_begun',
  'programme_ended',
  'clause_not_in_force',
  'applicant_type',
  'region_outside',
  'firm_too_old',
  'firm_too_young',
  'firm_size',
  'sector',
  'not_one_person',
  'chip_origin',
  'model_status',
  'project_rank',
  'direction_not_supported',
  'side_not_supported',
  'other_side_claims',
  'condition_unmet',
  'fact_missing',
  'purpose_not_supported',
  'base_missing',
  'contract_signed_early',
  'contract_signed_late',
  'contract_too_long',
  'contract_dates_reversed',
  'contract_claimed',
  'affiliated_vendor',
  'other_support',
  'other_support_unstated',
  'upper_tier_first',
  'vendor_not_listed',
  'vendor_item',
  'vendor_capacity',
  'vendor_region',
  'vendor_listed_late',
  'banned',
  'years_used_up',
  'places_taken',
  'rate_none',
  'outside_period',
  'below_threshold',
  'above_limit',
  'amount_zero',
  'below_minimum',
  'support_used_up',
  'cap_used_up',
  'pool_exhausted',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type ReasonValue = string | number | bigint;
/** Numbers, dates and names that a text needs; amounts in fen. */
export type ReasonValues = Readonly<Record<string, ReasonValue>>;

type Values<Needed extends string, Optional extends string = never> = Readonly<
  Record<Needed, ReasonValue> & Partial<Record<Optional, ReasonValue>>
>;

/** The values that the texts of a refusal use, by its code. The texts of the other codes use none. */
type RefusalNeeds = {
  programme_not_begun: Values<'date'>;
  programme_ended: Values<'date'>;
  clause_not_in_force: Values<'force' | 'from' | 'to' | 'suspendedFrom', 'zh' | 'en'>;
  region_outside: Values<'wanted'>;
  firm_too_old: Values<'wanted'>;
  firm_too_young: Values<'wanted'>;
  firm_size: Values<'wanted'>;
  sector: Values<'wanted'>;
  chip_origin: Values<'wanted'>;
  model_status: Values<'wanted'>;
  project_rank: Values<'wanted'>;
  side_not_supported: Values<'wanted'>;
  condition_unmet: Values<'flag', 'zh' | 'en'>;
  fact_missing: Values<'fact', 'zh' | 'en'>;
  base_missing: Values<'of'>;
  contract_signed_early: Values<'date'>;
  contract_signed_late: Values<'date'>;
  contract_too_long: Values<'months'>;
  vendor_item: Values<'items'>;
  vendor_capacity: Values<'least'>;
  vendor_region: Values<'wanted'>;
  vendor_listed_late: Values<'date'>;
  banned: Values<'date'>;
  years_used_up: Values<'most'>;
  places_taken: Values<'most'>;
  outside_period: Values<'from' | 'to'>;
  below_threshold: Values<'held' | 'least' | 'perYear'>;
  above_limit: Values<'held' | 'least'>;
  below_minimum: Values<'amount' | 'least'>;
  support_used_up: Values<'other' | 'percent'>;
  cap_used_up: Values<'cap' | 'per' | 'year' | 'periodMonths'>;
  pool_exhausted: Values<'left'>;
};
export type RefusalValues<C extends RefusalCode> = C extends keyof RefusalNeeds
  ? RefusalNeeds[C]
  : object;

/** The arguments after the code of a refusal: its values, which can be left out only if its texts use none. */
export type RefusalArguments<C extends RefusalCode> = C extends keyof RefusalNeeds
  ? [values: RefusalNeeds[C] & ReasonValues]
  : [values?: ReasonValues];

/** A refusal with all values that its texts use. */
export type CompleteRefusal = {
  [C in RefusalCode]: { code: C; clause: string; values: RefusalValues<C> & ReasonValues };
}[RefusalCode];

/** A refusal that may have been stored before its texts used all their present values. */
export type AssessmentRefusal = { code: RefusalCode; clause: string; values: ReasonValues };

export const stepCodes = [
  'base',
  'excluded',
  'tax',
  'support_base',
  'proration',
  'rate',
  'fixed_award',
  'stacking',
  'support_award',
  'cap_contract',
  'cap_year',
  'cap',
  'rounding',
  'pool',
  'pool_share',
  'pool_share_later',
  'pool_queue',
] as const;
export type StepCode = (typeof stepCodes)[number];
/** A step that may have been stored before its texts used all their present values. */
export type AssessmentStep = {
  code: StepCode;
  clause: string;
  values: ReasonValues;
  beforeFen: Fen;
  afterFen: Fen;
};

/** The values that the texts of a step use, by its code. */
type StepNeeds = {
  base: Values<'of'>;
  excluded: Values<'items' | 'off'>;
  tax: Values<'off'>;
  support_base: Values<'off'>;
  proration: Values<'inside' | 'whole' | 'from' | 'to' | 'dayCount', 'unitFen' | 'rounding'>;
  rate: Values<'percent' | 'unitFen' | 'rounding'>;
  fixed_award: Values<'zh' | 'en' | 'more'>;
  stacking: Values<'percent' | 'most' | 'other'>;
  support_award: Values<'other'>;
  cap_contract: Values<'cap'>;
  cap_year: Values<'cap' | 'year' | 'used' | 'counts' | 'decided'>;
  cap: Values<'cap' | 'per' | 'periodMonths' | 'used' | 'counts' | 'decided'>;
  rounding: Values<'unitFen' | 'rounding'>;
  pool: Values<'left'>;
  pool_share: Values<'left' | 'demand'>;
  pool_share_later: object;
  pool_queue: Values<'left'>;
};
export type StepValues<C extends StepCode> = StepNeeds[C];

/** A step without its amounts, with all values that its texts use. */
export type StepReason = {
  [C in StepCode]: { code: C; clause: string; values: StepNeeds[C] & ReasonValues };
}[StepCode];

/** What an assessment records while it applies the rules. */
export type Sheet = {
  readonly steps: (StepReason & Pick<AssessmentStep, 'beforeFen' | 'afterFen'>)[];
  readonly refusals: CompleteRefusal[];
  /** The tightest limit so far, in fen. */
  room?: bigint;
};

/** Records a refusal. */
export function refuse<C extends RefusalCode>(
  sheet: Sheet,
  code: C,
  clause: string,
  ...[values = {}]: RefusalArguments<C>
): void {
  // The parameters hold the values against the code; the compiler cannot conclude that for a code that is a type parameter.
  sheet.refusals.push({ code, clause, values } as CompleteRefusal);
}

const read = new Map<string, Fen>();

/** Parses an amount of the rules. @throws RangeError for text that the schema rejects */
export function ruleFen(yuan: string): Fen {
  const known = read.get(yuan);
  if (known !== undefined) return known;
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new RangeError(`Not an amount: ${yuan}`);
  // Rules repeat few amounts, but an editor's half-typed amounts must not accumulate.
  if (read.size > 1000) read.clear();
  read.set(yuan, parsed.value);
  return parsed.value;
}
