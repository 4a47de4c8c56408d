'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { calendarFaults, calendarRefusals } from './messages';

export const proposeYearAction = action({
  permission: 'calendar.propose',
  once: 'proposeYear',
  input: inputs.proposeYearInput,
  run: commands.proposeYear,
  refusals: calendarRefusals,
  fieldErrors: calendarFaults,
  constraints: { calendar_years_one_open: 'year_open' },
  next: () => paths.platform.calendar({ done: 'proposed' }),
});

export const releaseYearAction = action({
  permission: 'calendar.release',
  once: 'releaseYear',
  input: inputs.releaseYearInput,
  run: commands.releaseYear,
  refusals: calendarRefusals,
  constraints: { calendar_years_four_eyes: 'same_person' },
  next: () => paths.platform.calendar({ done: 'released' }),
});

export const declineYearAction = action({
  permission: 'calendar.release',
  once: 'declineYear',
  input: inputs.declineYearInput,
  run: commands.declineYear,
  refusals: calendarRefusals,
  constraints: { calendar_years_four_eyes: 'same_person' },
  next: () => paths.platform.calendar({ done: 'declined' }),
});
