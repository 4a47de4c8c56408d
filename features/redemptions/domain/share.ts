import type { Fen } from '../../../lib/money';
import { fen } from '../../../lib/money';
import { applyRate, percent } from '../../../lib/rational';
import { done, refused, type Outcome } from '../../../lib/result';

type ShareRefusal = 'above_order' | 'above_share';

/** What the voucher pays of one order, and what the buyer pays. */
export type Shares = { voucherFen: Fen; ownFen: Fen };

/**
 * The largest part of an order or an invoice that a voucher may pay, cut off to whole fen.
 * @param percentOfOrder percent as decimal text, from the programme's rules
 */
export const largestShare = (totalFen: Fen, percentOfOrder: string): Fen =>
  applyRate(totalFen, percent(percentOfOrder), { unitFen: 1n, mode: 'truncate' });

/**
 * Divides an order or an invoice between voucher and buyer (domain.md §3, "deduct ≤ x% per order").
 * @returns the shares in fen, or why the voucher may not pay so much
 */
export function divide(
  totalFen: Fen,
  voucherFen: Fen,
  percentOfOrder: string,
): Outcome<Shares, ShareRefusal> {
  if (voucherFen > totalFen) return refused('above_order');
  if (voucherFen > largestShare(totalFen, percentOfOrder)) return refused('above_share');
  return done({ voucherFen, ownFen: fen(totalFen - voucherFen) });
}
