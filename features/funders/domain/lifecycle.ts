import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A bill to a funder. It is paid when what two people have recorded as received is its whole amount. One of which nothing was
 * received can be withdrawn, and its lines are then billed anew.
 */
export const billLifecycle = lifecycle({
  name: 'funderBill',
  initial: 'issued',
  states: ['issued', 'paid', 'withdrawn'],
  transitions: {
    settle: { from: ['issued'], to: 'paid', by: ['finance'] },
    withdraw: { from: ['issued'], to: 'withdrawn', by: ['finance'] },
  },
});

/** Money that a funder has paid in: entered by one person, confirmed by another. */
export const receiptLifecycle = lifecycle({
  name: 'funderReceipt',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
  },
});

export type BillState = StateOf<typeof billLifecycle>;
export type ReceiptState = StateOf<typeof receiptLifecycle>;
