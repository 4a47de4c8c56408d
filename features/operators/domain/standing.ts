import { addDays, addMonths, type IsoDate } from '../../../lib/dates';
import type { MandateState } from './lifecycle';

/** The longest mandate, in months. */
export const longestMonths = 36;

/** Returns the latest day on which a mandate that begins on a day may end. */
export const latestLastDay = (firstOn: IsoDate): IsoDate =>
  addDays(addMonths(firstOn, longestMonths), -1);

type Term = { firstOn: IsoDate; lastOn: IsoDate };

/** How a mandate stands on a day: its state, and for a confirmed one whether it has begun or is over. */
export type Standing = Exclude<MandateState, 'confirmed'> | 'coming' | 'in_force' | 'over';

export function standingOf(
  { state, firstOn, lastOn }: Term & { state: MandateState },
  today: IsoDate,
): Standing {
  if (state !== 'confirmed') return state;
  if (today < firstOn) return 'coming';
  return today <= lastOn ? 'in_force' : 'over';
}

/** Returns whether two terms have a day in common. */
export const overlap = (one: Term, other: Term): boolean =>
  one.firstOn <= other.lastOn && other.firstOn <= one.lastOn;
