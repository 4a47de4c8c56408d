import { lifecycle, type StateOf, type TransitionOf } from '../../../lib/lifecycle';

/** An application's life, from the first draft to the voucher. */
export const applicationLifecycle = lifecycle({
  name: 'application',
  initial: 'draft',
  states: [
    'draft',
    'submitted',
    'returned',
    'accepted',
    'first_passed',
    'awaiting_funds',
    'awaiting_share',
    'final_passed',
    'publicised',
    'objected',
    'approved',
    'issued',
    'rejected',
    'appealed',
    'withdrawn',
    'expired',
  ],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', by: ['owner'] },
    accept: { from: ['submitted'], to: 'accepted', by: ['reviewer'] },
    return: { from: ['accepted'], to: 'returned', by: ['reviewer'] },
    resubmit: { from: ['returned'], to: 'accepted', by: ['owner'] },
    recommend: { from: ['accepted'], to: 'first_passed', by: ['reviewer'] },
    refuseFirst: { from: ['accepted'], to: 'rejected', by: ['reviewer'] },
    pass: { from: ['first_passed'], to: 'final_passed', by: ['approver'] },
    queue: { from: ['first_passed'], to: 'awaiting_funds', by: ['approver'] },
    passAlone: { from: ['accepted'], to: 'final_passed', by: ['reviewer'] },
    queueAlone: { from: ['accepted'], to: 'awaiting_funds', by: ['reviewer'] },
    awaitShareAlone: { from: ['accepted'], to: 'awaiting_share', by: ['reviewer'] },
    fund: { from: ['awaiting_funds'], to: 'final_passed', by: ['system'] },
    awaitShare: { from: ['first_passed'], to: 'awaiting_share', by: ['approver'] },
    share: { from: ['awaiting_share'], to: 'final_passed', by: ['finance'] },
    refuseFinal: {
      from: ['first_passed', 'awaiting_funds', 'awaiting_share'],
      to: 'rejected',
      by: ['approver'],
    },
    publicise: { from: ['final_passed'], to: 'publicised', by: ['manager'] },
    object: { from: ['publicised'], to: 'objected', by: ['public'] },
    dismissObjection: { from: ['objected'], to: 'publicised', by: ['approver'] },
    upholdObjection: { from: ['objected'], to: 'rejected', by: ['approver'] },
    appeal: { from: ['rejected'], to: 'appealed', by: ['owner'] },
    dismissAppeal: { from: ['appealed'], to: 'rejected', by: ['approver'] },
    grantAppeal: { from: ['appealed'], to: 'submitted', by: ['approver'] },
    clear: { from: ['publicised'], to: 'approved', by: ['system'] },
    approveAtOnce: { from: ['final_passed'], to: 'approved', by: ['system'] },
    issue: { from: ['approved'], to: 'issued', by: ['finance'] },
    withdraw: {
      from: [
        'draft',
        'submitted',
        'returned',
        'accepted',
        'first_passed',
        'awaiting_funds',
        'awaiting_share',
      ],
      to: 'withdrawn',
      by: ['owner'],
    },
    expire: { from: ['draft', 'returned'], to: 'expired', by: ['system'] },
  },
});

export type ApplicationState = StateOf<typeof applicationLifecycle>;
export type ApplicationTransition = TransitionOf<typeof applicationLifecycle>;

/**
 * States in which the approved amount of a case is promised: it counts against the budget although no voucher is
 * issued yet. The promise begins when the case passes the final review, which fixes the amount. It ends when the
 * voucher is issued or an objection is upheld. The database derives the promise from the state (0021_promises.sql).
 */
export const promisedStates = [
  'final_passed',
  'publicised',
  'objected',
  'approved',
] as const satisfies readonly ApplicationState[];

/** States in which a case is over. Only a refusal can still be appealed against. */
export const finalStates = [
  'issued',
  'rejected',
  'withdrawn',
  'expired',
] as const satisfies readonly ApplicationState[];

export const isFinal = (state: ApplicationState): boolean =>
  finalStates.some((final) => final === state);
