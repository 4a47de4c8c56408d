import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** The states of a bank's answer to a batch: read and checked, then applied as a whole or discarded. */
export const bankAnswerLifecycle = lifecycle({
  name: 'bank answer',
  initial: 'read',
  states: ['read', 'applied', 'discarded'],
  transitions: {
    apply: { from: ['read'], to: 'applied', by: ['finance'] },
    discard: { from: ['read'], to: 'discarded', by: ['finance'] },
  },
});

/**
 * The states of a batch: made by one person, released by another, exported as a payment file, closed. Before its release the
 * other person may send it back and its maker may take it back; its payments then wait for a later batch.
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
 * The states of one payee's payment. A failed payment is queued again for a later batch. The bank may also send back money
 * that it had paid; then the payment fails too.
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

export type BankAnswerState = StateOf<typeof bankAnswerLifecycle>;
export type BatchState = StateOf<typeof batchLifecycle>;
export type PaymentState = StateOf<typeof paymentLifecycle>;

/** Returns whether the batch has a payment file: only a released batch has one, because the release is bound to it. */
export const hasFile = (state: BatchState): boolean => state === 'released' || state === 'closed';
