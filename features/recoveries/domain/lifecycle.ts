import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** What reduces a debt: a repayment from outside, or a write-off. Entered by one person, released by another. */
export const creditLifecycle = lifecycle({
  name: 'recoveryCredit',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
  },
});

/**
 * A recovery (追回) of money that was redeemed or paid out: proposed by one person, released or declined by another. Once
 * it is released the payee owes the amount, until a later payment nets it, it is repaid or it is written off.
 */
export const recoveryLifecycle = lifecycle({
  name: 'recovery',
  initial: 'proposed',
  states: ['proposed', 'released', 'settled', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
    settle: { from: ['released'], to: 'settled', by: ['finance'] },
  },
});

export type RecoveryState = StateOf<typeof recoveryLifecycle>;
export type CreditState = StateOf<typeof creditLifecycle>;

/** What becomes of the voucher: the amount can be used again, or returns to the programme's budget. */
export const voucherChoices = ['restored', 'ended'] as const;
export type VoucherChoice = (typeof voucherChoices)[number];

/** How a debt ended; `unpaid` where the money had not been put into a payment, so that nothing was ever owed. */
export const settledWays = ['netted', 'repaid', 'written_off', 'unpaid'] as const;
export type SettledWay = (typeof settledWays)[number];

export const creditKinds = ['repayment', 'write_off', 'waiver'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** What a repayment pays first. */
export type RepaymentOrder = 'principal' | 'interest';
