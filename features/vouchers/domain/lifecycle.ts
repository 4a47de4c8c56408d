import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * What is stored of a voucher's life. "Partly used" and "used up" are not stored: the ledger's
 * counters say them, and one fact must not stand in two places.
 */
export const voucherLifecycle = lifecycle({
  name: 'voucher',
  initial: 'active',
  states: ['active', 'frozen', 'expired', 'revoked'],
  transitions: {
    freeze: { from: ['active'], to: 'frozen', by: ['finance'] },
    unfreeze: { from: ['frozen'], to: 'active', by: ['finance'] },
    expire: { from: ['active', 'frozen'], to: 'expired', by: ['system'] },
    revoke: { from: ['active', 'frozen'], to: 'revoked', by: ['finance'] },
  },
});

export type VoucherState = StateOf<typeof voucherLifecycle>;

/** How far a voucher is spent, read off its counters (fen). */
export type VoucherUsage = 'unused' | 'partly_used' | 'used_up';

/** `granted` less `returned` is what can be spent at all; `spent` is what is. */
export function usageOf(account: {
  grantedFen: bigint;
  spentFen: bigint;
  heldFen: bigint;
  returnedFen: bigint;
}): VoucherUsage {
  if (account.spentFen === 0n && account.heldFen === 0n) return 'unused';
  return account.spentFen + account.returnedFen >= account.grantedFen ? 'used_up' : 'partly_used';
}
