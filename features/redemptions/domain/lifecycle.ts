import { lifecycle, type StateOf, type TransitionOf } from '../../../lib/lifecycle';

/**
 * A redemption (核销): claimed by the vendor, confirmed by the start-up (or by its silence, where the programme says so),
 * verified by the city, paid. If the bank
 * returns a payment, its redemptions wait for payment again. One that is recovered whole is reversed, paid or not.
 */
export const redemptionLifecycle = lifecycle({
  name: 'redemption',
  initial: 'submitted',
  states: [
    'submitted',
    'confirmed',
    'disputed',
    'verified',
    'rejected',
    'batched',
    'paid',
    'reversed',
  ],
  transitions: {
    confirm: { from: ['submitted', 'disputed'], to: 'confirmed', by: ['owner'] },
    confirmBySilence: { from: ['submitted'], to: 'confirmed', by: ['system'] },
    dispute: { from: ['submitted'], to: 'disputed', by: ['owner'] },
    verify: { from: ['confirmed'], to: 'verified', by: ['finance'] },
    reject: { from: ['submitted', 'confirmed', 'disputed'], to: 'rejected', by: ['finance'] },
    batch: { from: ['verified'], to: 'batched', by: ['finance'] },
    pay: { from: ['batched'], to: 'paid', by: ['finance'] },
    bounce: { from: ['paid'], to: 'batched', by: ['finance'] },
    reverse: { from: ['verified', 'batched', 'paid'], to: 'reversed', by: ['finance'] },
  },
});

export type RedemptionState = StateOf<typeof redemptionLifecycle>;
export type RedemptionTransition = TransitionOf<typeof redemptionLifecycle>;
