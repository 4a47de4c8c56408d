import { lifecycle, type StateOf, type TransitionOf } from '../../../lib/lifecycle';

/**
 * A claim for payment (兑付申请), where the start-up pays its vendors first: drafted, submitted with the start-up's declaration,
 * sent back once for a correction if something is missing, verified by the city, paid. If the bank returns a payment, its
 * claims wait for payment again. A correction that is not handed in by its last day ends the claim. One that
 * is recovered whole is reversed, paid or not.
 */
export const claimLifecycle = lifecycle({
  name: 'claim',
  initial: 'draft',
  states: [
    'draft',
    'submitted',
    'returned',
    'verified',
    'refused',
    'withdrawn',
    'lapsed',
    'batched',
    'paid',
    'reversed',
  ],
  transitions: {
    submit: { from: ['draft', 'returned'], to: 'submitted', by: ['owner'] },
    sendBack: { from: ['submitted'], to: 'returned', by: ['finance'] },
    verify: { from: ['submitted'], to: 'verified', by: ['finance'] },
    refuse: { from: ['submitted'], to: 'refused', by: ['finance'] },
    withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: ['owner'] },
    lapse: { from: ['draft', 'returned'], to: 'lapsed', by: ['system'] },
    batch: { from: ['verified'], to: 'batched', by: ['finance'] },
    pay: { from: ['batched'], to: 'paid', by: ['finance'] },
    bounce: { from: ['paid'], to: 'batched', by: ['finance'] },
    reverse: { from: ['verified', 'batched', 'paid'], to: 'reversed', by: ['finance'] },
  },
});

export type ClaimState = StateOf<typeof claimLifecycle>;
export type ClaimTransition = TransitionOf<typeof claimLifecycle>;

/** The states in which the start-up may change the costs and the documents of a claim. */
export const openStates = ['draft', 'returned'] as const satisfies readonly ClaimState[];
/** The states in which a claim’s amount is set aside on the voucher. */
export const claimedStates = ['submitted', 'returned'] as const satisfies readonly ClaimState[];
/** The states in which the city has verified a claim: its amount is spent. */
export const capturedStates = [
  'verified',
  'batched',
  'paid',
] as const satisfies readonly ClaimState[];

export const isOpen = (state: ClaimState): boolean => openStates.some((open) => open === state);
