import { isOver } from '../../pauses/domain/days';
import type { VoucherState, VoucherUsage } from './lifecycle';

/** The status of a voucher as users see and filter it: the stored state, and how far it is spent. */
export type VoucherStatus = VoucherUsage | Exclude<VoucherState, 'active'>;

/**
 * Returns the status of a voucher. The stored state can be late: a voucher past its last day counts as expired even before
 * the sweep has expired it, unless a pause keeps it.
 */
export function statusOf(
  voucher: { state: VoucherState; validTo: Date; pausedFrom: Date | null },
  usage: VoucherUsage,
  now: Date,
): VoucherStatus {
  if (voucher.state !== 'active') return voucher.state;
  return isOver(voucher, now) && usage !== 'used_up' ? 'expired' : usage;
}
