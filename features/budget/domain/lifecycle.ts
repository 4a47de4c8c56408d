import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** A change of a budget: proposed by the programme's manager, released or declined by finance. */
export const budgetChangeLifecycle = lifecycle({
  name: 'budgetChange',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
  },
});

export type BudgetChangeState = StateOf<typeof budgetChangeLifecycle>;
