'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { appealFieldErrors, appealRefusals } from './messages';

export const fileAppealAction = action({
  permission: 'appeal.file',
  once: 'fileAppeal',
  input: inputs.fileAppealInput,
  run: commands.fileAppeal,
  refusals: appealRefusals,
  fieldErrors: appealFieldErrors,
  constraints: {
    appeals_once: 'appeal_filed',
    appeals_one_open: 'appeal_filed',
    applications_one_running: 'appeal_other_running',
  },
  next: ({ id }) => paths.startup.status(id, { done: 'appealed' }),
});

export const dismissAppealAction = action({
  permission: 'appeal.resolve',
  once: 'dismissAppeal',
  input: inputs.decideAppealInput,
  run: commands.dismissAppeal,
  refusals: appealRefusals,
  constraints: { appeals_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.appeal(id, { done: 'dismissed' }),
});

export const grantAppealAction = action({
  permission: 'appeal.resolve',
  once: 'grantAppeal',
  input: inputs.decideAppealInput,
  run: commands.grantAppeal,
  refusals: appealRefusals,
  constraints: { appeals_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.appeal(id, { done: 'granted' }),
});
