import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** A year's arrangement of holidays: proposed by one administrator of the platform, released or declined by another. */
export const calendarYearLifecycle = lifecycle({
  name: 'calendarYear',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['platform_admin'] },
    decline: { from: ['proposed'], to: 'declined', by: ['platform_admin'] },
  },
});

export type CalendarYearState = StateOf<typeof calendarYearLifecycle>;
