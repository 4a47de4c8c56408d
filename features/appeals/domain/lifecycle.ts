import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * An appeal (申诉) against the refusal of an application: it is dismissed, or it is granted and the refusal is set
 * aside.
 */
export const appealLifecycle = lifecycle({
  name: 'appeal',
  initial: 'open',
  states: ['open', 'dismissed', 'granted'],
  transitions: {
    dismiss: { from: ['open'], to: 'dismissed', by: ['approver'] },
    grant: { from: ['open'], to: 'granted', by: ['approver'] },
  },
});

export type AppealState = StateOf<typeof appealLifecycle>;
