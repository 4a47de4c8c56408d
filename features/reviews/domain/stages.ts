import type { ApplicationState } from '../../applications/domain/lifecycle';

/** Everything the city has received and not finished. */
export const openStates = [
  'submitted',
  'accepted',
  'returned',
  'first_passed',
  'awaiting_funds',
  'final_passed',
  'publicised',
  'objected',
  'approved',
  'appealed',
] as const satisfies readonly ApplicationState[];

/** Nothing more happens to these. */
export const closedStates = [
  'issued',
  'rejected',
  'withdrawn',
  'expired',
] as const satisfies readonly ApplicationState[];

/** Stages of the queue: one state, all open ones (as nothing was asked), all closed ones, or both. */
export const stages = [...openStates, ...closedStates, 'closed', 'all'] as const;
export type Stage = (typeof stages)[number];

/** The states that a stage of the queue shows. */
export function statesOf(stage: Stage | undefined): readonly ApplicationState[] {
  if (stage === undefined) return openStates;
  if (stage === 'closed') return closedStates;
  if (stage === 'all') return [...openStates, ...closedStates];
  return [stage];
}
