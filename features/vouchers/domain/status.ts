import type { VoucherState, VoucherUsage } from './lifecycle';

/** The status of a voucher as users see and filter it: the stored state, and how far it is spent. */
export type VoucherStatus = VoucherUsage | Exclude<VoucherState, 'active'>;

/**
 * Returns the status of a voucher. The stored state can be late: a voucher past its last day counts as expired even before
 * the sweep has expired it.
 */
export function statusOf(
  voucher: { state: VoucherState; validTo: Date },
  usage: VoucherUsage,
  now: Date,
): VoucherStatus {
  if (voucher.state !== 'active') return voucher.state;
  return voucher.validTo <= now && usage !== 'used_up' ? 'expired' : usage;
}
