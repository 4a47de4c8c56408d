import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** The share-out of a round: proposed by the programme's manager, released or declined by finance. */
export const shareOutLifecycle = lifecycle({
  name: 'shareOut',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
  },
});

export type ShareOutState = StateOf<typeof shareOutLifecycle>;
