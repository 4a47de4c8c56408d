'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { capRefusals } from './messages';

export const proposeCapAction = action({
  permission: 'cap.propose',
  once: 'proposeCap',
  input: inputs.proposeCapInput,
  run: commands.proposeCap,
  refusals: capRefusals,
  constraints: { cap_decisions_one_open: 'cap_open' },
  next: ({ id }) => paths.city.case(id, { done: 'cap_proposed' }),
});

export const releaseCapAction = action({
  permission: 'cap.release',
  once: 'releaseCap',
  input: inputs.releaseCapInput,
  run: commands.releaseCap,
  refusals: capRefusals,
  constraints: { cap_decisions_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.case(id, { done: 'cap_released' }),
});

export const declineCapAction = action({
  permission: 'cap.release',
  once: 'declineCap',
  input: inputs.declineCapInput,
  run: commands.declineCap,
  refusals: capRefusals,
  constraints: { cap_decisions_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.case(id, { done: 'cap_declined' }),
});
