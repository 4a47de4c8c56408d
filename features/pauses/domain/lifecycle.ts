import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A pause of a programme's vouchers (暂停用券): proposed by one person, released or declined by another. One person ends it, or its
 * stated last day does.
 */
export const pauseLifecycle = lifecycle({
  name: 'pause',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined', 'ended'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
    end: { from: ['released'], to: 'ended', by: ['manager', 'finance', 'system'] },
  },
});

export type PauseState = StateOf<typeof pauseLifecycle>;
