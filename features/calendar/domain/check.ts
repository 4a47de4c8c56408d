import { addDays, type IsoDate } from '../../../lib/dates';
import { done, refused, type Outcome } from '../../../lib/result';
import {
  isWeekend,
  provisionalDaysOff,
  statutoryDays,
  WorkingDays,
  type Arrangement,
} from '../../../lib/working-days';

export type ArrangementRefusal =
  'day_outside' | 'worked_weekday' | 'day_both' | 'statutory_worked' | 'statutory_missing';

/**
 * An arrangement may reach this many days into the year before: New Year is sometimes joined to the weekend
 * by a bridge day.
 */
const daysBefore = 14;

/**
 * Rejects what no arrangement can contain: a day of another year, a make-up day that is a weekday, a day both
 * off and worked, a statutory day that is not off.
 */
export function checkArrangement(arrangement: Arrangement): Outcome<undefined, ArrangementRefusal> {
  const { year, daysOff, worked } = arrangement;
  const first = addDays(`${year}-01-01`, -daysBefore);
  const outside = [...daysOff, ...worked].find((day) => day < first || day > `${year}-12-31`);
  if (outside !== undefined) return refused('day_outside', { day: outside, year });
  const weekday = worked.find((day) => !isWeekend(day));
  if (weekday !== undefined) return refused('worked_weekday', { day: weekday });
  const off = new Set(daysOff);
  const both = worked.find((day) => off.has(day));
  if (both !== undefined) return refused('day_both', { day: both });
  for (const day of statutoryDays(year)) {
    if (worked.includes(day)) return refused('statutory_worked', { day });
    if (!off.has(day) && !isWeekend(day)) return refused('statutory_missing', { day });
  }
  return done();
}

/** Counts a year's working days. */
export function workingDaysOf(year: number, arrangements: readonly Arrangement[]): number {
  return new WorkingDays(arrangements).between(`${year - 1}-12-31`, `${year}-12-31`);
}

/**
 * Counts the working days that the law leaves in a year: the weekdays less the statutory days. An arrangement
 * that moves days around leaves as many. One that has more or fewer should be checked again.
 */
export function lawfulWorkingDays(year: number): number {
  const off = new Set(provisionalDaysOff(year));
  let count = 0;
  for (let day: IsoDate = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (!isWeekend(day) && !off.has(day)) count += 1;
  }
  return count;
}
