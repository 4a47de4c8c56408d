'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import { endPause } from './end-commands';
import * as inputs from './input';
import { pauseRefusals } from './messages';

export const proposePauseAction = action({
  permission: 'pause.propose',
  input: inputs.proposePauseInput,
  run: commands.proposePause,
  refusals: pauseRefusals,
  constraints: { pauses_one_open: 'pause_open' },
  next: () => paths.city.pauses({ done: 'proposed' }),
});

export const releasePauseAction = action({
  permission: 'pause.release',
  input: inputs.pauseInput,
  run: commands.releasePause,
  refusals: pauseRefusals,
  constraints: { pauses_four_eyes: 'same_person', pauses_apart: 'pause_open' },
  next: () => paths.city.pauses({ done: 'released' }),
});

export const declinePauseAction = action({
  permission: 'pause.release',
  input: inputs.declinePauseInput,
  run: commands.declinePause,
  refusals: pauseRefusals,
  constraints: { pauses_four_eyes: 'same_person' },
  next: () => paths.city.pauses({ done: 'declined' }),
});

export const endPauseAction = action({
  permission: 'pause.end',
  input: inputs.pauseInput,
  run: endPause,
  refusals: pauseRefusals,
  next: () => paths.city.pauses({ done: 'ended' }),
});
