import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * The stored states of a voucher. "Partly used" and "used up" are not stored, because the ledger's counters already show
 * them, and a fact must be stored only once.
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

/** How far a voucher is spent, derived from its counters (fen). */
export type VoucherUsage = 'unused' | 'partly_used' | 'used_up';

/** Returns the usage of a voucher: `granted` less `returned` is what can be spent, `spent` is what is spent (fen). */
export function usageOf(account: {
  grantedFen: bigint;
  spentFen: bigint;
  heldFen: bigint;
  returnedFen: bigint;
}): VoucherUsage {
  if (account.spentFen === 0n && account.heldFen === 0n) return 'unused';
  return account.spentFen + account.returnedFen >= account.grantedFen ? 'used_up' : 'partly_used';
}
