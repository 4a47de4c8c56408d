import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A ban from support (暂停申报资格): proposed by one person, released or declined by an approver, and lifted early by another one.
 * A ban that reaches its last day stays released; whether it is in force follows from its days.
 */
export const banLifecycle = lifecycle({
  name: 'ban',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined', 'lifted'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['approver'] },
    decline: { from: ['proposed'], to: 'declined', by: ['approver'] },
    lift: { from: ['released'], to: 'lifted', by: ['approver'] },
  },
});

export type BanState = StateOf<typeof banLifecycle>;
