import { addDays, daysBetween, type IsoDate } from '../../../lib/dates';

/** So many missed days get a line of their own; of a longer pause only the last ones. */
export const mostDays = 7;

/**
 * Lists the days that are over and are not closed yet, the oldest first: yesterday for a city that begins, and at most a week
 * where the worker stood still.
 */
export function daysDue(last: IsoDate | undefined, today: IsoDate): IsoDate[] {
  const missed = last === undefined ? 1 : Math.max(0, daysBetween(last, today) - 1);
  const count = Math.min(missed, mostDays);
  return Array.from({ length: count }, (_, at) => addDays(today, at - count));
}

/** Figures that were taken later than this after the end of their day were not taken that night. */
const lateMs = 3_600_000;

export const isLate = (endOfDay: Date, takenAt: Date): boolean =>
  takenAt.getTime() - endOfDay.getTime() > lateMs;
