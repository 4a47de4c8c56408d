import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A mandate (委托): proposed by one administrator of the city, confirmed or declined by another, and ended early by any of them. One
 * that reaches its last day stays confirmed; whether it is in force follows from its days.
 */
export const mandateLifecycle = lifecycle({
  name: 'mandate',
  initial: 'proposed',
  states: ['proposed', 'confirmed', 'declined', 'ended'],
  transitions: {
    confirm: { from: ['proposed'], to: 'confirmed', by: ['city_admin'] },
    decline: { from: ['proposed'], to: 'declined', by: ['city_admin'] },
    end: { from: ['confirmed'], to: 'ended', by: ['city_admin'] },
  },
});

export type MandateState = StateOf<typeof mandateLifecycle>;
