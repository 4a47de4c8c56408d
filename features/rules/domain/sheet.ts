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

/** Numbers, dates and names that a text needs; amounts in fen. */
export type ReasonValues = Readonly<Record<string, string | number | bigint>>;
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
  'pool_queue',
] as const;
export type StepCode = (typeof stepCodes)[number];
export type AssessmentStep = {
  code: StepCode;
  clause: string;
  values: ReasonValues;
  beforeFen: Fen;
  afterFen: Fen;
};

/** What an assessment records while it applies the rules. */
export type Sheet = {
  readonly steps: AssessmentStep[];
  readonly refusals: AssessmentRefusal[];
  /** The tightest limit so far, in fen. */
  room?: bigint;
};

export const refuse = (
  sheet: Sheet,
  code: RefusalCode,
  clause: string,
  values: ReasonValues = {},
) => {
  sheet.refusals.push({ code, clause, values });
};

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
