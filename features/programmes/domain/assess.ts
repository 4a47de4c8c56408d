import { addMonths, daysBetween, yearOf, type IsoDate } from '../../../lib/dates';
import { fen, minFen, parseYuan, zeroFen, type Fen } from '../../../lib/money';
import {
  applyRate,
  compareRational,
  percent,
  rational,
  type Rounding,
} from '../../../lib/rational';
import type { Facts, RateRule, RoundingRule, Rules } from './rules';

export type RefusalCode =
  | 'applicant_type'
  | 'base_missing'
  | 'contract_signed_early'
  | 'contract_signed_late'
  | 'contract_too_long'
  | 'contract_dates_reversed'
  | 'affiliated_vendor'
  | 'other_support'
  | 'vendor_not_listed'
  | 'rate_none'
  | 'below_threshold'
  | 'below_minimum'
  | 'cap_used_up'
  | 'pool_exhausted';

/** Numbers and dates that the reason's text needs; amounts in fen. */
export type ReasonValues = Readonly<Record<string, string | number | bigint>>;
export type AssessmentRefusal = { code: RefusalCode; clause: string; values: ReasonValues };

export type StepCode = 'base' | 'proration' | 'rate' | 'cap_contract' | 'cap_year' | 'pool';
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

/** Every reason against the applicant or the contract, before any amount is looked at. */
function gates(rules: Rules, facts: Facts): AssessmentRefusal[] {
  const refusals: AssessmentRefusal[] = [];
  const refuse = (code: RefusalCode, clause: string, values: ReasonValues = {}) =>
    refusals.push({ code, clause, values });
  const { applicants, contract, affiliates, stacking, vendors } = rules;
  if (!applicants.types.includes(facts.applicantType)) refuse('applicant_type', applicants.clause);
  if (facts.endsOn < facts.startsOn) {
    refuse('contract_dates_reversed', contract?.clause ?? rules.base.clause);
  }
  if (contract?.signedFrom && facts.signedOn < contract.signedFrom) {
    refuse('contract_signed_early', contract.clause, { date: contract.signedFrom });
  }
  if (contract?.signedTo && facts.signedOn > contract.signedTo) {
    refuse('contract_signed_late', contract.clause, { date: contract.signedTo });
  }
  if (
    contract?.longestMonths &&
    facts.endsOn >= addMonths(facts.startsOn, contract.longestMonths)
  ) {
    refuse('contract_too_long', contract.clause, { months: contract.longestMonths });
  }
  if (affiliates && facts.affiliated) refuse('affiliated_vendor', affiliates.clause);
  if (stacking && facts.otherSupport) refuse('other_support', stacking.clause);
  if (!facts.vendorListed) refuse('vendor_not_listed', vendors.clause);
  return refusals;
}

/** Days of a span under the rule's way of counting: 1 January to 2 January is one day, or two. */
const spanDays = (from: IsoDate, to: IsoDate, count: 'exclusive' | 'inclusive') =>
  BigInt(daysBetween(from, to) + (count === 'inclusive' ? 1 : 0));

function prorate(rules: Rules, facts: Facts, base: Fen, steps: AssessmentStep[]): Fen {
  const rule = rules.base.proration;
  if (!rule || facts.startsOn >= facts.endsOn) return base;
  const from = facts.startsOn > rule.from ? facts.startsOn : rule.from;
  const to = facts.endsOn < rule.to ? facts.endsOn : rule.to;
  const whole = spanDays(facts.startsOn, facts.endsOn, rule.dayCount);
  const inside = from > to ? 0n : spanDays(from, to, rule.dayCount);
  if (inside === whole) return base;
  const after = applyRate(base, rational(inside, whole), roundingOf(rule.rounding));
  steps.push({
    code: 'proration',
    clause: rule.clause,
    values: { inside, whole, from: rule.from, to: rule.to },
    beforeFen: base,
    afterFen: after,
  });
  return after;
}

function rateFits(rule: RateRule, facts: Facts): boolean {
  const youngUntil =
    rule.firmYoungerThanMonths === undefined
      ? undefined
      : addMonths(facts.registeredOn, rule.firmYoungerThanMonths);
  return (
    (youngUntil === undefined || facts.on < youngUntil) &&
    (rule.chipOrigin === undefined || rule.chipOrigin === facts.chipOrigin) &&
    (rule.purpose === undefined || rule.purpose === facts.purpose)
  );
}

/** The highest rate whose conditions all hold. */
function pickRate(rules: Rules, facts: Facts): RateRule | undefined {
  return rules.rates
    .filter((rule) => rateFits(rule, facts))
    .reduce<RateRule | undefined>(
      (best, rule) =>
        !best || compareRational(percent(rule.percent), percent(best.percent)) > 0 ? rule : best,
      undefined,
    );
}

/** The base a year, for thresholds such as "rents of ¥500,000 a year". */
function yearly(base: Fen, facts: Facts): Fen {
  const days = BigInt(Math.max(1, daysBetween(facts.startsOn, facts.endsOn) + 1));
  return days <= 366n ? base : fen((base * 365n) / days);
}

function limit(
  steps: AssessmentStep[],
  code: StepCode,
  clause: string,
  amount: Fen,
  room: Fen,
  values: ReasonValues,
): Fen {
  const after = minFen(amount, room < 0n ? zeroFen : room);
  if (after !== amount) steps.push({ code, clause, values, beforeFen: amount, afterFen: after });
  return after;
}

/** Caps and pool: what of the computed amount there is room for. */
function fit(rules: Rules, facts: Facts, amount: Fen, steps: AssessmentStep[]) {
  const refusals: AssessmentRefusal[] = [];
  let left = amount;
  if (rules.capPerContract) {
    const cap = ruleFen(rules.capPerContract.yuan);
    left = limit(steps, 'cap_contract', rules.capPerContract.clause, left, cap, { cap });
  }
  if (rules.capPerYear) {
    const cap = ruleFen(rules.capPerYear.yuan);
    const values = { cap, used: facts.usedFen, year: yearOf(facts.on) };
    const room = fen(cap - facts.usedFen);
    left = limit(steps, 'cap_year', rules.capPerYear.clause, left, room, values);
    if (left === 0n)
      refusals.push({ code: 'cap_used_up', clause: rules.capPerYear.clause, values });
  }
  if (left > facts.poolFen && refusals.length === 0) {
    const clause = rules.source.title;
    if (rules.exhaustion === 'reject' || facts.poolFen <= 0n) {
      refusals.push({ code: 'pool_exhausted', clause, values: { left: facts.poolFen } });
    } else {
      left = limit(steps, 'pool', clause, left, facts.poolFen, { left: facts.poolFen });
    }
  }
  return { left, refusals };
}

/**
 * What a programme gives in a situation, exactly: every step in order, or every reason why not.
 * Order (domain.md §3): gates, base, rate, rounding, minimum, stacking, caps less used, pool.
 */
export function assess(rules: Rules, facts: Facts): Assessment {
  const steps: AssessmentStep[] = [];
  const refusals = gates(rules, facts);
  const no = (more: AssessmentRefusal[] = []): Assessment => ({
    eligible: false,
    refusals: [...refusals, ...more],
    steps,
  });
  const base = rules.base.of === 'settled' ? facts.settledFen : facts.contractFen;
  if (base === undefined || base <= 0n) {
    return no([{ code: 'base_missing', clause: rules.base.clause, values: {} }]);
  }
  steps.push({
    code: 'base',
    clause: rules.base.clause,
    values: { of: rules.base.of },
    beforeFen: base,
    afterFen: base,
  });
  const counted = prorate(rules, facts, base, steps);
  if (rules.threshold) {
    const least = ruleFen(rules.threshold.yuan);
    const held = rules.threshold.perYear ? yearly(counted, facts) : counted;
    if (held < least) {
      refusals.push({
        code: 'below_threshold',
        clause: rules.threshold.clause,
        values: { least, held },
      });
    }
  }
  const rate = pickRate(rules, facts);
  if (!rate) return no([{ code: 'rate_none', clause: rules.base.clause, values: {} }]);
  const amount = applyRate(counted, percent(rate.percent), roundingOf(rules.rounding));
  steps.push({
    code: 'rate',
    clause: rate.clause,
    values: { percent: rate.percent },
    beforeFen: counted,
    afterFen: amount,
  });
  if (rules.minimumAward) {
    const least = ruleFen(rules.minimumAward.yuan);
    if (amount < least) {
      refusals.push({
        code: 'below_minimum',
        clause: rules.minimumAward.clause,
        values: { least, amount },
      });
    }
  }
  const fitted = fit(rules, facts, amount, steps);
  if (refusals.length + fitted.refusals.length > 0) return no(fitted.refusals);
  return { eligible: true, amountFen: fitted.left, steps };
}
