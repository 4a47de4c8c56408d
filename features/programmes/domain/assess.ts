import { addMonths, daysBetween, yearOf, type IsoDate } from '../../../lib/dates';
import { fen, maxFen, minFen, parseYuan, zeroFen, type Fen } from '../../../lib/money';
import {
  applyRate,
  compareRational,
  percent,
  rational,
  type Rational,
  type Rounding,
} from '../../../lib/rational';
import { contractYears } from './contract-years';
import type { Facts, RateRule, RoundingRule, Rules } from './rules';

export const refusalCodes = [
  'applicant_type',
  'purpose_not_supported',
  'base_missing',
  'contract_signed_early',
  'contract_signed_late',
  'contract_too_long',
  'contract_dates_reversed',
  'affiliated_vendor',
  'other_support',
  'other_support_unstated',
  'vendor_not_listed',
  'rate_none',
  'outside_period',
  'below_threshold',
  'amount_zero',
  'below_minimum',
  'support_used_up',
  'cap_used_up',
  'pool_exhausted',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Numbers and dates that the reason's text needs; amounts in fen. */
export type ReasonValues = Readonly<Record<string, string | number | bigint>>;
export type AssessmentRefusal = { code: RefusalCode; clause: string; values: ReasonValues };

export const stepCodes = [
  'base',
  'proration',
  'rate',
  'stacking',
  'cap_contract',
  'cap_year',
  'pool',
] as const;
export type StepCode = (typeof stepCodes)[number];
export type AssessmentStep = {
  code: StepCode;
  clause: string;
  values: ReasonValues;
  beforeFen: Fen;
  afterFen: Fen;
};

export type Assessment =
  | { eligible: true; amountFen: Fen; steps: AssessmentStep[] }
  | { eligible: false; refusals: AssessmentRefusal[]; steps: AssessmentStep[] };

/** What an assessment writes down while it goes through the rules. */
type Sheet = { readonly steps: AssessmentStep[]; readonly refusals: AssessmentRefusal[] };

/** An amount of the rules. @throws RangeError for text that the schema would have refused */
export function ruleFen(yuan: string): Fen {
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new RangeError(`Not an amount: ${yuan}`);
  return parsed.value;
}

const roundingOf = (rule: RoundingRule): Rounding => ({
  unitFen: BigInt(rule.unitFen),
  mode: rule.mode,
});

const refuse = (sheet: Sheet, code: RefusalCode, clause: string, values: ReasonValues = {}) =>
  sheet.refusals.push({ code, clause, values });

/** Every reason against the applicant or the contract, before any amount is looked at. */
function gates(rules: Rules, facts: Facts, sheet: Sheet): void {
  const { applicants, purposes, contract, affiliates, stacking, vendors } = rules;
  const no = (code: RefusalCode, clause: string, values?: ReasonValues) =>
    refuse(sheet, code, clause, values);
  if (!applicants.types.includes(facts.applicantType)) no('applicant_type', applicants.clause);
  if (purposes && !purposes.allowed.includes(facts.purpose)) {
    no('purpose_not_supported', purposes.clause);
  }
  if (facts.endsOn < facts.startsOn) {
    no('contract_dates_reversed', contract?.clause ?? rules.base.clause);
  }
  if (contract?.signedFrom && facts.signedOn < contract.signedFrom) {
    no('contract_signed_early', contract.clause, { date: contract.signedFrom });
  }
  if (contract?.signedTo && facts.signedOn > contract.signedTo) {
    no('contract_signed_late', contract.clause, { date: contract.signedTo });
  }
  // A year from 1 January ends on 31 December: the same day a year later is one day too long.
  const longest = contract?.longestMonths;
  if (contract && longest && facts.endsOn >= addMonths(facts.startsOn, longest)) {
    no('contract_too_long', contract.clause, { months: longest });
  }
  if (affiliates && facts.affiliated) no('affiliated_vendor', affiliates.clause);
  if (stacking && facts.otherSupport) {
    if (!stacking.otherSupportAllowed) no('other_support', stacking.clause);
    else if (facts.otherSupportFen === undefined) no('other_support_unstated', stacking.clause);
  }
  if (!facts.vendorListed) no('vendor_not_listed', vendors.clause);
}

/** Days of a span under the rule's way of counting: 1 January to 2 January is one day, or two. */
function spanDays(from: IsoDate, to: IsoDate, count: 'exclusive' | 'inclusive'): bigint {
  const days = daysBetween(from, to) + (count === 'inclusive' ? 1 : 0);
  return BigInt(Math.max(0, days));
}

/** How a product was brought to whole units, for its explanation; `exact` where it needed nothing. */
const roundedValues = (before: Fen, rate: Rational, after: Fen, rule: RoundingRule) => ({
  unitFen: rule.unitFen,
  rounding: after * rate.denominator === before * rate.numerator ? 'exact' : rule.mode,
});

/** The part of the base that falls into the programme's period, by days. */
function prorate(rules: Rules, facts: Facts, base: Fen, sheet: Sheet): Fen {
  const rule = rules.base.proration;
  if (!rule || facts.endsOn < facts.startsOn) return base;
  if (facts.startsOn >= rule.from && facts.endsOn <= rule.to) return base;
  const from = facts.startsOn > rule.from ? facts.startsOn : rule.from;
  const to = facts.endsOn < rule.to ? facts.endsOn : rule.to;
  const inside = spanDays(from, to, rule.dayCount);
  const whole = spanDays(facts.startsOn, facts.endsOn, rule.dayCount);
  const share = whole === 0n ? rational(0n, 1n) : rational(inside, whole);
  const after = applyRate(base, share, roundingOf(rule.rounding));
  const values = {
    ...{ inside, whole, from: rule.from, to: rule.to, dayCount: rule.dayCount },
    ...roundedValues(base, share, after, rule.rounding),
  };
  if (inside === 0n) refuse(sheet, 'outside_period', rule.clause, values);
  sheet.steps.push({
    code: 'proration',
    clause: rule.clause,
    values,
    beforeFen: base,
    afterFen: after,
  });
  return after;
}

function holdThreshold(rules: Rules, facts: Facts, base: Fen, sheet: Sheet): void {
  const rule = rules.threshold;
  if (!rule) return;
  const least = ruleFen(rule.yuan);
  const years = rule.perYear ? contractYears(facts.startsOn, facts.endsOn) : rational(1n, 1n);
  if (base * years.denominator >= least * years.numerator) return;
  const held = (base * years.denominator) / years.numerator;
  const perYear = rule.perYear ? 1 : 0;
  refuse(sheet, 'below_threshold', rule.clause, { least, held, perYear });
}

function rateFits(rule: RateRule, facts: Facts): boolean {
  const young = rule.firmYoungerThanMonths;
  return (
    (young === undefined || facts.on < addMonths(facts.registeredOn, young)) &&
    (rule.chipOrigin === undefined || rule.chipOrigin === facts.chipOrigin) &&
    (rule.purpose === undefined || rule.purpose === facts.purpose)
  );
}

/** The highest rate whose conditions all hold; rates never add up. */
function pickRate(rules: Rules, facts: Facts): RateRule | undefined {
  return rules.rates
    .filter((rule) => rateFits(rule, facts))
    .reduce<RateRule | undefined>(
      (best, rule) =>
        !best || compareRational(percent(rule.percent), percent(best.percent)) > 0 ? rule : best,
      undefined,
    );
}

/** Brings the amount down to what there is room for, and says so where that changed it. */
function limit(
  sheet: Sheet,
  amount: Fen,
  room: bigint,
  step: Pick<AssessmentStep, 'code' | 'clause' | 'values'>,
): Fen {
  const after = minFen(amount, maxFen(fen(room), zeroFen));
  if (after !== amount) sheet.steps.push({ ...step, beforeFen: amount, afterFen: after });
  return after;
}

/** All public support for the contract together stays within its share of the contract. */
function fitSupport(rules: Rules, facts: Facts, amount: Fen, sheet: Sheet): Fen {
  const { stacking } = rules;
  const other = facts.otherSupportFen;
  if (!stacking?.otherSupportAllowed || !facts.otherSupport || other === undefined) return amount;
  const most = applyRate(facts.contractFen, percent(stacking.totalPercent), {
    unitFen: 1n,
    mode: 'truncate',
  });
  const values = { percent: stacking.totalPercent, most, other };
  const { clause } = stacking;
  if (other >= most) refuse(sheet, 'support_used_up', clause, values);
  return limit(sheet, amount, most - other, { code: 'stacking', clause, values });
}

function fitCaps(rules: Rules, facts: Facts, amount: Fen, sheet: Sheet): Fen {
  let left = amount;
  if (rules.capPerContract) {
    const { clause, yuan } = rules.capPerContract;
    const cap = ruleFen(yuan);
    left = limit(sheet, left, cap, { code: 'cap_contract', clause, values: { cap } });
  }
  if (rules.capPerYear) {
    const { clause, yuan } = rules.capPerYear;
    const cap = ruleFen(yuan);
    const values = { cap, used: facts.usedFen, year: yearOf(facts.on) };
    if (facts.usedFen >= cap) refuse(sheet, 'cap_used_up', clause, values);
    left = limit(sheet, left, cap - facts.usedFen, { code: 'cap_year', clause, values });
  }
  return left;
}

function fitPool(rules: Rules, facts: Facts, amount: Fen, sheet: Sheet): Fen {
  const { clause, exhaustion } = rules.pool;
  if (amount <= facts.poolFen && facts.poolFen > 0n) return amount;
  const values = { left: maxFen(facts.poolFen, zeroFen), amount };
  if (exhaustion === 'reject' || facts.poolFen <= 0n) {
    refuse(sheet, 'pool_exhausted', clause, values);
    return amount;
  }
  return limit(sheet, amount, facts.poolFen, { code: 'pool', clause, values });
}

function holdMinimum(rules: Rules, entitled: Fen, left: Fen, sheet: Sheet): void {
  const rule = rules.minimumAward;
  if (!rule) return;
  const least = ruleFen(rule.yuan);
  const amount = rule.of === 'voucher' ? left : entitled;
  // An amount brought down to nothing has its own reason already.
  if (amount < least && amount > 0n) {
    refuse(sheet, 'below_minimum', rule.clause, { least, amount });
  }
}

/** From the base to the amount: every step, and every reason that turns up on the way. */
function calculate(rules: Rules, facts: Facts, base: Fen, sheet: Sheet): Fen {
  const { clause, of } = rules.base;
  sheet.steps.push({ code: 'base', clause, values: { of }, beforeFen: base, afterFen: base });
  const counted = prorate(rules, facts, base, sheet);
  holdThreshold(rules, facts, counted, sheet);
  const rate = pickRate(rules, facts);
  if (!rate) {
    refuse(sheet, 'rate_none', clause);
    return zeroFen;
  }
  const share = percent(rate.percent);
  const entitled = applyRate(counted, share, roundingOf(rules.rounding));
  sheet.steps.push({
    code: 'rate',
    clause: rate.clause,
    values: {
      ...{ percent: rate.percent, youngerThanMonths: rate.firmYoungerThanMonths ?? 0 },
      ...roundedValues(counted, share, entitled, rules.rounding),
    },
    beforeFen: counted,
    afterFen: entitled,
  });
  const outside = sheet.refusals.some(({ code }) => code === 'outside_period');
  if (entitled === 0n && !outside) refuse(sheet, 'amount_zero', rate.clause);
  const supported = fitSupport(rules, facts, entitled, sheet);
  const capped = fitCaps(rules, facts, supported, sheet);
  const left = fitPool(rules, facts, capped, sheet);
  holdMinimum(rules, entitled, left, sheet);
  return left;
}

/**
 * What a programme gives in a situation, exactly: every step in order, or every reason why not.
 * Order (domain.md §3): gates, base, rate, rounding, minimum, stacking, caps less used, pool.
 * A minimum "of the voucher" is held against what all the limits leave.
 */
export function assess(rules: Rules, facts: Facts): Assessment {
  const sheet: Sheet = { steps: [], refusals: [] };
  gates(rules, facts, sheet);
  const base = rules.base.of === 'settled' ? facts.settledFen : facts.contractFen;
  if (base === undefined || base <= 0n) {
    refuse(sheet, 'base_missing', rules.base.clause);
    return { eligible: false, ...sheet };
  }
  const amountFen = calculate(rules, facts, base, sheet);
  const { steps, refusals } = sheet;
  return refusals.length > 0
    ? { eligible: false, refusals, steps }
    : { eligible: true, amountFen, steps };
}
