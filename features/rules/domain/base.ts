import { daysBetween, type IsoDate } from '@/lib/dates';
import { fen, maxFen, zeroFen, type Fen } from '@/lib/money';
import { multiply, rational, type Rational, type Rounding } from '@/lib/rational';
import { contractYears } from './contract-years';
import type { Facts } from './facts';
import type { BaseOf, RoundingRule, Rules } from './rules';
import { refuse, ruleFen, type Sheet, type StepReason } from './sheet';

/** An amount during the calculation: exact in fen, and cut off to whole fen for display. */
export type Exact = { readonly exact: Rational; readonly fen: Fen };

export const exactly = (amount: Fen): Exact => ({ exact: rational(amount, 1n), fen: amount });

export const roundingOf = (rule: RoundingRule): Rounding => ({
  unitFen: BigInt(rule.unitFen),
  mode: rule.mode,
});

/** Rounds an exact amount to whole units. */
export function round(amount: Rational, { unitFen, mode }: Rounding): Fen {
  const unit = amount.denominator * unitFen;
  const whole = amount.numerator / unit;
  const rest = amount.numerator % unit;
  const up = mode === 'up' ? rest > 0n : mode === 'half_up' && rest * 2n >= unit;
  return fen((up ? whole + 1n : whole) * unitFen);
}

const wholeFen: Rounding = { unitFen: 1n, mode: 'truncate' };

/** Returns the values that explain how an amount was rounded to whole units; `exact` if no rounding was needed. */
export const roundedValues = (exact: Rational, after: Fen, rule: RoundingRule) => ({
  unitFen: rule.unitFen,
  rounding: after * exact.denominator === exact.numerator ? 'exact' : rule.mode,
});

const facts: { readonly [B in BaseOf]: (of: Facts) => Fen | undefined } = {
  contract: (of) => of.contractFen,
  paid: (of) => of.paidFen,
  settled: (of) => of.settledFen,
  metered: (of) => of.meteredFen,
  quota: (of) => of.requestedFen,
};

/** Returns the stated amount that the rules start from, in fen; undefined if it is not known. */
export const statedBase = (rules: Rules, of: Facts): Fen | undefined => facts[rules.base.of](of);

/** Subtracts an amount, and records a step if that changes the result. */
function less(
  sheet: Sheet,
  amount: Fen,
  off: Fen | undefined,
  step: (off: Fen) => StepReason,
): Fen {
  if (off === undefined || off <= 0n) return amount;
  const after = maxFen(fen(amount - off), zeroFen);
  sheet.steps.push({ ...step(off), beforeFen: amount, afterFen: after });
  return after;
}

/**
 * Returns the part of the stated amount that counts, in fen: without items that do not count, and without tax if the rules
 * say so.
 */
export function countedBase(rules: Rules, of: Facts, stated: Fen, sheet: Sheet): Fen {
  const { clause } = rules.base;
  sheet.steps.push({
    code: 'base',
    clause,
    values: { of: rules.base.of },
    beforeFen: stated,
    afterFen: stated,
  });
  const { costs, stacking } = rules;
  let left = stated;
  if (costs && costs.excluded.length > 0) {
    const items = costs.excluded.join(',');
    left = less(sheet, left, of.excludedFen, (off) => ({
      code: 'excluded',
      clause: costs.clause,
      values: { items, off },
    }));
  }
  if (costs && !costs.taxIncluded) {
    left = less(sheet, left, of.taxFen, (off) => ({
      code: 'tax',
      clause: costs.clause,
      values: { off },
    }));
  }
  if (stacking?.otherSupportAllowed && stacking.deduct === 'base' && of.otherSupport) {
    left = less(sheet, left, of.otherSupportFen, (off) => ({
      code: 'support_base',
      clause: stacking.clause,
      values: { off },
    }));
  }
  return left;
}

/** Counts the days of a span in the rule's way: 1 January to 2 January is one day (exclusive) or two (inclusive). */
function spanDays(from: IsoDate, to: IsoDate, count: 'exclusive' | 'inclusive'): bigint {
  const days = daysBetween(from, to) + (count === 'inclusive' ? 1 : 0);
  return BigInt(Math.max(0, days));
}

/** Returns the share of the base that falls into the programme's period, by days. */
export function prorate(rules: Rules, of: Facts, base: Fen, sheet: Sheet): Exact {
  const rule = rules.base.proration;
  if (!rule || of.endsOn < of.startsOn) return exactly(base);
  if (of.startsOn >= rule.from && of.endsOn <= rule.to) return exactly(base);
  const from = of.startsOn > rule.from ? of.startsOn : rule.from;
  const to = of.endsOn < rule.to ? of.endsOn : rule.to;
  const inside = spanDays(from, to, rule.dayCount);
  const whole = spanDays(of.startsOn, of.endsOn, rule.dayCount);
  const share = whole === 0n ? rational(0n, 1n) : rational(inside, whole);
  const product = multiply(rational(base, 1n), share);
  const after = rule.rounding
    ? exactly(round(product, roundingOf(rule.rounding)))
    : { exact: product, fen: round(product, wholeFen) };
  const values = {
    inside,
    whole,
    from: rule.from,
    to: rule.to,
    dayCount: rule.dayCount,
    ...(rule.rounding && roundedValues(product, after.fen, rule.rounding)),
  };
  if (inside === 0n) refuse(sheet, 'outside_period', rule.clause, values);
  sheet.steps.push({
    code: 'proration',
    clause: rule.clause,
    values,
    beforeFen: base,
    afterFen: after.fen,
  });
  return after;
}

/** Refuses an award whose base is below the threshold. */
export function holdThreshold(rules: Rules, of: Facts, base: Exact, sheet: Sheet): void {
  const rule = rules.threshold;
  if (!rule) return;
  const least = ruleFen(rule.yuan);
  const years = rule.perYear ? contractYears(of.startsOn, of.endsOn) : rational(1n, 1n);
  const { numerator, denominator } = base.exact;
  const needed = least * years.numerator * denominator;
  if (numerator * years.denominator >= needed) return;
  const held = (base.fen * years.denominator) / years.numerator;
  const perYear = rule.perYear ? 1 : 0;
  refuse(sheet, 'below_threshold', rule.clause, { least, held, perYear });
}
