import { addDays, endOfDay, shanghaiDate, type IsoDate } from './dates';

/**
 * The State Council's yearly holiday arrangements: days off beside week-ends, and week-end days
 * worked instead (调休). 2027 was not announced when this table was written: its statutory days
 * are provisional and stand without the bridge days.
 */
const daysOff: readonly [first: IsoDate, last: IsoDate][] = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-01'],
  ['2027-02-05', '2027-02-08'],
  ['2027-04-05', '2027-04-05'],
  ['2027-05-01', '2027-05-02'],
  ['2027-06-09', '2027-06-09'],
  ['2027-09-15', '2027-09-15'],
  ['2027-10-01', '2027-10-03'],
];

const worked = new Set<IsoDate>([
  ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14'],
  ...['2024-09-29', '2024-10-12', '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28'],
  ...['2025-10-11', '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20'],
  '2026-10-10',
]);

export const firstKnownDay: IsoDate = '2024-01-01';
export const lastKnownDay: IsoDate = '2027-12-31';

/** @throws RangeError for a day that the table does not know */
export function isWorkingDay(date: IsoDate): boolean {
  if (date < firstKnownDay || date > lastKnownDay) {
    throw new RangeError(`No working-day calendar for ${date}.`);
  }
  if (worked.has(date)) return true;
  if (daysOff.some(([first, last]) => first <= date && date <= last)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The `days`-th working day after `date`, which itself is not counted. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and with `to`; less than zero when `to` is earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) count += 1;
  }
  return count;
}

/** The end of the `workingDays`-th working day after the day of `from`, Beijing time. */
export const deadline = (from: Date, workingDays: number): Date =>
  endOfDay(addWorkingDays(shanghaiDate(from), workingDays));
