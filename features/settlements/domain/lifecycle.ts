import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A batch: made by one person, released by another, exported as a payment file, closed. Before its release
 * the other one may send it back and its maker take it back; what was in it waits for a later one.
 */
export const batchLifecycle = lifecycle({
  name: 'batch',
  initial: 'proposed',
  states: ['proposed', 'released', 'closed', 'sent_back', 'taken_back'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    sendBack: { from: ['proposed'], to: 'sent_back', by: ['finance'] },
    takeBack: { from: ['proposed'], to: 'taken_back', by: ['finance'] },
    close: { from: ['released'], to: 'closed', by: ['finance'] },
  },
});

/**
 * One payee's payment; a failed one is queued again for a later batch. The bank may send back what it had
 * paid: then that fails too.
 */
export const paymentLifecycle = lifecycle({
  name: 'payment',
  initial: 'pending',
  states: ['pending', 'paid', 'failed'],
  transitions: {
    markPaid: { from: ['pending'], to: 'paid', by: ['finance'] },
    markFailed: { from: ['pending', 'paid'], to: 'failed', by: ['finance'] },
    requeue: { from: ['failed'], to: 'pending', by: ['finance'] },
  },
});

export type BatchState = StateOf<typeof batchLifecycle>;
export type PaymentState = StateOf<typeof paymentLifecycle>;

/** Only what was released has a payment file: it is what the release is bound to. */
export const hasFile = (state: BatchState): boolean => state === 'released' || state === 'closed';
