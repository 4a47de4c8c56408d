import { fen, maxFen, type Fen } from '../../../lib/money';
import { applyRate, compareRational, percent } from '../../../lib/rational';

/**
 * Returns the largest part of an order or an invoice that a voucher may pay, truncated to whole fen.
 * @param percentOfOrder percent as decimal text, from the programme's rules
 */
export const largestShare = (totalFen: Fen, percentOfOrder: string): Fen =>
  applyRate(totalFen, percent(percentOfOrder), { unitFen: 1n, mode: 'truncate' });

/** Returns whether the rules let a voucher pay the whole order. */
export const paysWhole = (percentOfOrder: string): boolean =>
  compareRational(percent(percentOfOrder), percent('100')) >= 0;

/**
 * A limit of an amount: `rest` is the available money (a voucher's balance or the open amount of a hold), `order` the
 * whole order, `share` the part of it that the programme lets a voucher pay.
 */
export type Limit = { kind: 'rest' | 'order' | 'share'; mostFen: Fen };

/**
 * Returns all limits of an amount, and the binding one, which is the lowest.
 * @param facts.beforeFen the amount already held, claimed or redeemed for the same order
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
