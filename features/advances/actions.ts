'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as decisions from './decision-commands';
import * as inputs from './input';
import { advanceRefusals } from './messages';
import * as requests from './request-commands';

export const proposeLevelAction = action({
  permission: 'advance.propose',
  once: 'proposeLevel',
  input: inputs.proposeLevelInput,
  run: requests.proposeLevel,
  refusals: advanceRefusals,
  constraints: { advance_requests_one_open: 'advance_waiting' },
  next: ({ id }) => paths.city.advanceRequest(id, { done: 'proposed' }),
});

export const proposeReturnAction = action({
  permission: 'advance.propose',
  once: 'proposeReturn',
  input: inputs.proposeReturnInput,
  run: requests.proposeReturn,
  refusals: advanceRefusals,
  constraints: {
    advance_requests_one_open: 'advance_waiting',
    advance_requests_bank_once: 'bank_taken',
  },
  next: ({ id }) => paths.city.advanceRequest(id, { done: 'proposed' }),
});

export const releaseAdvanceAction = action({
  permission: 'advance.release',
  once: 'releaseAdvance',
  input: inputs.requestInput,
  run: decisions.releaseRequest,
  refusals: advanceRefusals,
  constraints: {
    advance_requests_four_eyes: 'request_own',
    advances_within_level: 'advance_overtaken',
    advances_not_negative: 'advance_overtaken',
  },
  next: ({ id }) => paths.city.advanceRequest(id, { done: 'released' }),
});

export const declineAdvanceAction = action({
  permission: 'advance.release',
  once: 'declineAdvance',
  input: inputs.declineRequestInput,
  run: decisions.declineRequest,
  refusals: advanceRefusals,
  constraints: { advance_requests_four_eyes: 'request_own' },
  next: ({ id }) => paths.city.advanceRequest(id, { done: 'declined' }),
});

export const endAdvanceAction = action({
  permission: 'advance.propose',
  once: 'endAdvance',
  input: inputs.endAdvanceInput,
  run: requests.endAdvance,
  refusals: advanceRefusals,
  next: ({ id }) => paths.city.advance(id, { done: 'ended' }),
});
