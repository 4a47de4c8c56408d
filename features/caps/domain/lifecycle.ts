import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** A decision on a higher cap for one case: proposed by the programme's manager, released or declined by an approver. */
export const capDecisionLifecycle = lifecycle({
  name: 'capDecision',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['approver'] },
    decline: { from: ['proposed'], to: 'declined', by: ['approver'] },
  },
});

export type CapDecisionState = StateOf<typeof capDecisionLifecycle>;
