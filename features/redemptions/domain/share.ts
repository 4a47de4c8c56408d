import { fen, maxFen, type Fen } from '../../../lib/money';
import { applyRate, compareRational, percent } from '../../../lib/rational';

/**
 * The largest part of an order or an invoice that a voucher may pay, cut off to whole fen.
 * @param percentOfOrder percent as decimal text, from the programme's rules
 */
export const largestShare = (totalFen: Fen, percentOfOrder: string): Fen =>
  applyRate(totalFen, percent(percentOfOrder), { unitFen: 1n, mode: 'truncate' });

/** Tells whether the rules let a voucher pay an order to its last fen. */
export const paysWhole = (percentOfOrder: string): boolean =>
  compareRational(percent(percentOfOrder), percent('100')) >= 0;

/**
 * Bounds an amount: by what there is to take it from (a voucher's balance, a hold's rest), and the order or
 * the share of it that the programme lets a voucher pay.
 */
export type Limit = { kind: 'rest' | 'order' | 'share'; mostFen: Fen };

/**
 * Every limit of an amount, and the one that binds: the least of them (domain.md §3, "deduct ≤ x% per order").
 * @param facts.beforeFen what stands for the same order already
 */
export function limitsOf(facts: {
  totalFen: Fen;
  beforeFen: Fen;
  restFen: Fen;
  percentOfOrder: string;
}): { limits: readonly [Limit, Limit]; binding: Limit } {
  const { totalFen, beforeFen, restFen, percentOfOrder } = facts;
  const share = largestShare(totalFen, percentOfOrder);
  const rest: Limit = { kind: 'rest', mostFen: restFen };
  const part: Limit = {
    kind: paysWhole(percentOfOrder) ? 'order' : 'share',
    mostFen: maxFen(fen(0n), fen(share - beforeFen)),
  };
  return { limits: [rest, part], binding: part.mostFen < rest.mostFen ? part : rest };
}
