import type { ApplicationState } from '../../applications/domain/lifecycle';

/** All states of cases that the city has received and not finished. */
export const openStates = [
  'submitted',
  'accepted',
  'returned',
  'first_passed',
  'awaiting_funds',
  'awaiting_share',
  'final_passed',
  'publicised',
  'objected',
  'approved',
  'appealed',
] as const satisfies readonly ApplicationState[];

/** Final states. */
export const closedStates = [
  'issued',
  'rejected',
  'withdrawn',
  'expired',
] as const satisfies readonly ApplicationState[];

/** Stages of the queue: one state, all open states (if none is chosen), all closed states, or both. */
export const stages = [...openStates, ...closedStates, 'closed', 'all'] as const;
export type Stage = (typeof stages)[number];

/** Returns the states that a stage of the queue shows. */
export function statesOf(stage: Stage | undefined): readonly ApplicationState[] {
  if (stage === undefined) return openStates;
  if (stage === 'closed') return closedStates;
  if (stage === 'all') return [...openStates, ...closedStates];
  return [stage];
}
