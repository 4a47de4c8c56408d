import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** What one person proposes about an advance: its level, or that the vendor has paid some of it back. Another person decides. */
export const advanceRequestLifecycle = lifecycle({
  name: 'advanceRequest',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
  },
});

export type AdvanceRequestState = StateOf<typeof advanceRequestLifecycle>;
