import { isOver } from '../../pauses/domain/days';
import type { VoucherState } from '../../vouchers/domain/lifecycle';
import type { Payout } from '../../rules/domain/payout';

/**
 * Returns why an amount cannot become usable on its voucher again, or nothing if it can. Only a voucher that is spent at vendors
 * takes it back: what was paid to the holder, at once or on a claim, was worked out from costs that do not come again.
 */
export function restoringObjection(
  voucher: {
    readonly state: VoucherState;
    readonly validTo: Date;
    readonly pausedFrom: Date | null;
  },
  payout: Payout,
  now: Date,
): 'voucher_paid_out' | 'voucher_over' | undefined {
  if (payout !== 'vendor') return 'voucher_paid_out';
  const usable = voucher.state === 'active' || voucher.state === 'frozen';
  return usable && !isOver(voucher, now) ? undefined : 'voucher_over';
}
