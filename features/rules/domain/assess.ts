import { fen, largestFen, maxFen, minFen, zeroFen, type Fen } from '@/lib/money';
import { compareRational, multiply, percent, rational } from '@/lib/rational';
import {
  countedBase,
  holdThreshold,
  prorate,
  round,
  roundedValues,
  roundingOf,
  statedBase,
  type Exact,
} from './base';
import type { Facts } from './facts';
import { gates } from './gates';
import { forceValues, outOfForce, rulesInForce } from './in-force';
import { fitCaps, fitPool, fitSupport, splitFunding, subPoolOf, type FundingShare } from './limits';
import type { RateRule, RoundingRule, Rules } from './rules';
import { refuse, ruleFen, type AssessmentRefusal, type AssessmentStep, type Sheet } from './sheet';
import { countsUnits, fromMoney, unitPriceOf } from './unit-price';
import { fits } from './when';

export type { FundingShare } from './limits';

export type Assessment =
  | {
      eligible: true;
      amountFen: Fen;
      steps: AssessmentStep[];
      /** The whole award is granted, but it waits until the pool has money. */
      queued?: true;
      /** The rate is a ceiling: officials may approve less. */
      ceiling?: true;
      /** The key of the sub-pool that the award is drawn from. */
      subPool?: string;
      /** The funders' shares, which add up to the amount. */
      funding?: FundingShare[];
    }
  | { eligible: false; refusals: AssessmentRefusal[]; steps: AssessmentStep[] };

/** Returns the rate to use from those whose situation applies. Rates are never added up. */
function pickRate(rules: Rules, facts: Facts, base: Fen): RateRule | undefined {
  const candidates = rules.rates.filter((rule) => fits(rule, facts, base));
  if (rules.pick === 'priority') return candidates[0];
  return candidates.reduce<RateRule | undefined>(
    (best, rule) =>
      !best || compareRational(percent(rule.percent), percent(best.percent)) > 0 ? rule : best,
    undefined,
  );
}

/** Refuses with the reason why there is no rate: its article is out of force, or no rate is for this situation. */
function refuseRate(all: Rules, facts: Facts, base: Fen, sheet: Sheet): void {
  const barred = all.rates.find((rule) => fits(rule, facts, base));
  const term = barred && outOfForce(all, barred.clause, facts.on);
  if (barred && term) {
    const isReported = sheet.refusals.some(
      ({ code, clause }) => code === 'clause_not_in_force' && clause === barred.clause,
    );
    if (!isReported)
      refuse(sheet, 'clause_not_in_force', barred.clause, forceValues(term, facts.on));
  } else {
    refuse(sheet, 'rate_none', all.base.clause);
  }
}

const wholeFen: RoundingRule = { unitFen: 1, mode: 'truncate' };

function applyRateRule(rules: Rules, rate: RateRule, base: Exact, sheet: Sheet): Fen {
  const rule = rules.roundingAt === 'award' ? wholeFen : rules.rounding;
  const product = multiply(base.exact, percent(rate.percent));
  const entitled = round(product, roundingOf(rule));
  sheet.steps.push({
    code: 'rate',
    clause: rate.clause,
    values: {
      percent: rate.percent,
      youngerThanMonths: rate.firmYoungerThanMonths ?? 0,
      ...roundedValues(product, entitled, rule),
    },
    beforeFen: base.fen,
    afterFen: entitled,
  });
  const outside = sheet.refusals.some(({ code }) => code === 'outside_period');
  if (entitled === 0n && !outside) refuse(sheet, 'amount_zero', rate.clause);
  return entitled;
}

/** Adds the fixed awards that are claimed now. */
function addFixedAwards(rules: Rules, facts: Facts, amount: Fen, base: Fen, sheet: Sheet): Fen {
  let sum = amount;
  for (const award of rules.fixedAwards ?? []) {
    if (facts.fixedAwards?.[award.id] !== 'claimed' || !fits(award, facts, base)) continue;
    const after = fen(sum + ruleFen(award.yuan));
    const { 'zh-CN': zh, en } = award.title;
    sheet.steps.push({
      code: 'fixed_award',
      clause: award.clause,
      values: { zh, en, more: ruleFen(award.yuan) },
      beforeFen: sum,
      afterFen: after,
    });
    sum = after;
  }
  return sum;
}

/** Rounds the award itself if the rules say so. The result never exceeds a limit. */
function roundAward(rules: Rules, amount: Fen, sheet: Sheet): Fen {
  if (rules.roundingAt !== 'award') return amount;
  const rounded = round(rational(amount, 1n), roundingOf(rules.rounding));
  const tooMuch = sheet.room !== undefined && rounded > sheet.room;
  const cut = { unitFen: rules.rounding.unitFen, mode: 'truncate' } as const;
  const after = tooMuch ? round(rational(amount, 1n), roundingOf(cut)) : rounded;
  if (after === amount) return amount;
  sheet.steps.push({
    code: 'rounding',
    clause: rules.base.clause,
    values: {
      unitFen: rules.rounding.unitFen,
      rounding: tooMuch ? 'truncate' : rules.rounding.mode,
    },
    beforeFen: amount,
    afterFen: after,
  });
  return after;
}

/**
 * Cuts an award of another unit than yuan off to whole rounding steps: their price is whole fen, so that the award can become
 * money exactly. Nor is it ever worth more than any single amount of the portal may be.
 */
function wholeSteps(rules: Rules, amount: Fen, sheet: Sheet): Fen {
  if (!countsUnits(rules)) return amount;
  const cut = { unitFen: rules.rounding.unitFen, mode: 'truncate' } as const;
  const most = unitPriceOf(rules) ? fromMoney(rules, largestFen, 'down') : amount;
  const after = round(rational(minFen(amount, most), 1n), roundingOf(cut));
  if (after === amount) return amount;
  sheet.steps.push({
    code: 'rounding',
    clause: rules.base.clause,
    values: { unitFen: cut.unitFen, rounding: cut.mode },
    beforeFen: amount,
    afterFen: after,
  });
  return after;
}

function holdMinimum(rules: Rules, entitled: Fen, left: Fen, sheet: Sheet): void {
  const rule = rules.minimumAward;
  if (!rule) return;
  const least = ruleFen(rule.yuan);
  const amount = rule.of === 'voucher' ? left : entitled;
  // An amount that other limits reduced to zero already has its own refusal.
  if (amount < least && amount > 0n) {
    refuse(sheet, 'below_minimum', rule.clause, { least, amount });
  }
}

type Award = { amountFen: Fen; queued: boolean; subPool?: string };

/** Calculates the amount from the base, and records every step and every refusal on the way. */
function calculate(all: Rules, rules: Rules, facts: Facts, stated: Fen, sheet: Sheet): Award {
  const base = countedBase(rules, facts, stated, sheet);
  const counted = prorate(rules, facts, base, sheet);
  holdThreshold(rules, facts, counted, sheet);
  const rate = pickRate(rules, facts, counted.fen);
  if (!rate) {
    refuseRate(all, facts, counted.fen, sheet);
    return { amountFen: zeroFen, queued: false };
  }
  const rated = applyRateRule(rules, rate, counted, sheet);
  const entitled = addFixedAwards(rules, facts, rated, counted.fen, sheet);
  const supported = fitSupport(rules, facts, entitled, sheet);
  const capped = fitCaps(rules, facts, supported, counted.fen, sheet);
  const rounded = roundAward(rules, capped, sheet);
  const part = subPoolOf(rules, facts, counted.fen);
  const whole = wholeSteps(rules, rounded, sheet);
  const { amountFen: fitted, queued } = fitPool(rules, facts, whole, sheet, part);
  const amountFen = wholeSteps(rules, fitted, sheet);
  holdMinimum(rules, entitled, amountFen, sheet);
  return { amountFen, queued, ...(part && { subPool: part.id }) };
}

/**
 * Calculates exactly what a programme gives in a situation: all steps in order, or all reasons why it gives nothing. The order
 * is: gates, base, rate, rounding, minimum, stacking, caps less the used amount, pool, split. A minimum "of the
 * voucher" is compared with the amount after all limits.
 * @param all the rules of one version; articles out of force on `facts.on` do not count
 */
export function assess(all: Rules, facts: Facts): Assessment {
  const sheet: Sheet = { steps: [], refusals: [] };
  const rules = rulesInForce(all, facts.on);
  const base = statedBase(rules, facts);
  const { steps, refusals } = sheet;
  gates(rules, facts, base, sheet);
  if (base === undefined || base <= 0n) {
    refuse(sheet, 'base_missing', rules.base.clause, { of: rules.base.of });
    return { eligible: false, refusals, steps };
  }
  const { amountFen, queued, subPool } = calculate(all, rules, facts, base, sheet);
  if (refusals.length === 0 && amountFen <= 0n) {
    refuse(sheet, 'amount_zero', rules.base.clause);
  }
  if (refusals.length > 0) return { eligible: false, refusals, steps };
  const funding = splitFunding(rules, maxFen(amountFen, zeroFen));
  return {
    eligible: true,
    amountFen,
    steps,
    ...(queued && { queued }),
    ...(rules.rateKind !== 'fixed' && { ceiling: true }),
    ...(subPool !== undefined && { subPool }),
    ...(funding && { funding }),
  };
}

/** What the calculation alone gives: the amount in fen with its steps, or zero with the reasons. */
export type Worth = { amountFen: Fen; steps: AssessmentStep[]; refusals: AssessmentRefusal[] };

/**
 * Calculates the amount without asking again who may apply: for costs that are claimed after the award, when the conditions were
 * decided already. The threshold, the rate, the caps and the minimum are those of the rules; the pool does not limit it,
 * because the award has committed the money.
 */
export function worthOf(all: Rules, facts: Facts): Worth {
  const sheet: Sheet = { steps: [], refusals: [] };
  const rules = rulesInForce(all, facts.on);
  const base = statedBase(rules, facts);
  const { steps, refusals } = sheet;
  if (base === undefined || base <= 0n) {
    refuse(sheet, 'base_missing', rules.base.clause, { of: rules.base.of });
    return { amountFen: zeroFen, steps, refusals };
  }
  const { amountFen } = calculate(all, rules, facts, base, sheet);
  return { amountFen: refusals.length > 0 ? zeroFen : amountFen, steps, refusals };
}
