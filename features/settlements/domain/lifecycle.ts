import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** A batch: made by one person, released by another, exported as a payment file, closed. */
export const batchLifecycle = lifecycle({
  name: 'batch',
  initial: 'proposed',
  states: ['proposed', 'released', 'closed'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    close: { from: ['released'], to: 'closed', by: ['finance'] },
  },
});

/** One payee's payment; a failed one is queued again for a later batch. */
export const paymentLifecycle = lifecycle({
  name: 'payment',
  initial: 'pending',
  states: ['pending', 'paid', 'failed'],
  transitions: {
    markPaid: { from: ['pending'], to: 'paid', by: ['finance'] },
    markFailed: { from: ['pending'], to: 'failed', by: ['finance'] },
    requeue: { from: ['failed'], to: 'pending', by: ['finance'] },
  },
});

export type BatchState = StateOf<typeof batchLifecycle>;
export type PaymentState = StateOf<typeof paymentLifecycle>;
