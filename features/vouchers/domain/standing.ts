import type { Mode } from '@/features/rules/domain/rules';
import type { VoucherState, VoucherUsage } from './lifecycle';

/** A voucher in one word, as people ask for it: the stored state, and how far it is spent. */
export type VoucherStanding = VoucherUsage | Exclude<VoucherState, 'active'>;

/**
 * What is stored may be behind the time: a voucher past its day counts as expired before the sweep
 * has closed it.
 */
export function standingOf(
  voucher: { state: VoucherState; validTo: Date },
  usage: VoucherUsage,
  now: Date,
): VoucherStanding {
  if (voucher.state !== 'active') return voucher.state;
  return voucher.validTo <= now && usage !== 'used_up' ? 'expired' : usage;
}

/**
 * Whether the voucher is spent at vendors. Where start-ups pay first, and where nobody applies, its
 * amount is paid out to the holder instead, at once.
 */
export const isSpent = (mode: Mode): boolean => mode === 'deduct';
