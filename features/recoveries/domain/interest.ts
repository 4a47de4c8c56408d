import type { Rules } from '../../rules/domain/rules';
import { addDays, daysBetween, type IsoDate } from '../../../lib/dates';
import { fen, minFen, sumFen, zeroFen, type Fen } from '../../../lib/money';
import { percent } from '../../../lib/rational';
import type { RepaymentOrder } from './lifecycle';

/** Days of a year, whether it is a leap year or not (actual/365). */
const yearDays = 365n;

/** The interest of a recovery, as it was fixed when the recovery was released. `since` is the day before the first one that counts. */
export type InterestTerms = {
  readonly percent: string;
  readonly since: IsoDate;
  readonly order: RepaymentOrder;
};

/**
 * Returns the terms of the interest that the rules name; undefined where they name none. It runs from the day after the payment, or
 * after the demand, less the days of grace; from the demand too where nothing had been paid yet.
 */
export function interestTerms(
  rule: Rules['recovery'],
  { paidOn, demandedOn }: { paidOn: IsoDate | undefined; demandedOn: IsoDate },
): InterestTerms | undefined {
  if (!rule) return undefined;
  const start = rule.from === 'payment' ? (paidOn ?? demandedOn) : demandedOn;
  return {
    percent: rule.interestPercentPerYear,
    since: addDays(start, rule.graceDays ?? 0),
    order: rule.order === 'interest' ? 'interest' : 'principal',
  };
}

/** What made the principal less, and on which day. That day still bears interest on what was owed before. */
export type Reduction = { readonly on: IsoDate; readonly amountFen: Fen };

/** A span of days with one principal. `from` does not count, `to` does. */
export type InterestStep = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
};

/** Returns the interest of one principal over so many days: actual/365, fractions of a fen cut off once. */
export function spanInterest(principalFen: Fen, days: number, rate: string): Fen {
  const { numerator, denominator } = percent(rate);
  return fen((principalFen * BigInt(days) * numerator) / (yearDays * denominator));
}

/**
 * Returns the spans of a debt that bear interest until the end of a day, each with its own principal and its interest, cut off to the fen
 * once for each span.
 */
export function interestSteps(
  debt: { readonly principalFen: Fen; readonly reductions: readonly Reduction[] },
  terms: Pick<InterestTerms, 'percent' | 'since'>,
  until: IsoDate,
): InterestStep[] {
  const sorted = [...debt.reductions].sort((one, other) => (one.on < other.on ? -1 : 1));
  const steps: InterestStep[] = [];
  let { principalFen } = debt;
  let from = terms.since;
  const closeAt = (to: IsoDate): void => {
    const days = daysBetween(from, to);
    if (days <= 0) return;
    if (principalFen > 0n) {
      const interestFen = spanInterest(principalFen, days, terms.percent);
      steps.push({ from, to, days, principalFen, interestFen });
    }
    from = to;
  };
  for (const { on, amountFen } of sorted) {
    if (on > until) break;
    closeAt(on);
    principalFen = fen(principalFen - amountFen);
  }
  closeAt(until);
  return steps;
}

export const totalInterest = (steps: readonly InterestStep[]): Fen =>
  sumFen(steps.map(({ interestFen }) => interestFen));

/** Divides a repayment into principal and interest, in the order of the rules. Neither part exceeds what is due. */
export function splitRepayment(
  amountFen: Fen,
  due: { readonly principalFen: Fen; readonly interestFen: Fen },
  order: RepaymentOrder,
): { principalFen: Fen; interestFen: Fen } {
  if (order === 'interest') {
    const interestFen = minFen(amountFen, due.interestFen);
    return { interestFen, principalFen: fen(amountFen - interestFen) };
  }
  const principalFen = minFen(amountFen, due.principalFen);
  return { principalFen, interestFen: fen(amountFen - principalFen) };
}

/** What is due of the interest: what has accrued, less what was received and waived. */
export type InterestDue = {
  readonly terms: InterestTerms;
  readonly steps: readonly InterestStep[];
  readonly accruedFen: Fen;
  readonly receivedFen: Fen;
  readonly waivedFen: Fen;
  readonly dueFen: Fen;
};

/** Adds up the interest of a debt. Never less than zero, also where a repayment was entered with an earlier day afterwards. */
export function interestDue(
  debt: { readonly principalFen: Fen; readonly reductions: readonly Reduction[] },
  terms: InterestTerms,
  until: IsoDate,
  paid: { readonly receivedFen: Fen; readonly waivedFen: Fen },
): InterestDue {
  const steps = interestSteps(debt, terms, until);
  const accruedFen = totalInterest(steps);
  const left = fen(accruedFen - paid.receivedFen - paid.waivedFen);
  return { ...paid, terms, steps, accruedFen, dueFen: left > 0n ? left : zeroFen };
}
