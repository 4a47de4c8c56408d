import { addDays, endOfDay, shanghaiDate, yearOf, type IsoDate } from './dates';
import { festivals } from './festivals';

/**
 * The State Council's arrangement of a year (国务院办公厅关于…年部分节假日安排的通知): days off, and week-end days worked instead (调休). It may leave
 * out days off that are week-ends anyway. It may cover the last days of December before.
 */
export type Arrangement = {
  readonly year: number;
  readonly daysOff: readonly IsoDate[];
  readonly worked: readonly IsoDate[];
};

/** Checks whether a day is a Saturday or Sunday. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * Returns the days off that the law itself names for a year, without the arrangement that moves days around them (《全国年节及纪念日放假办法》
 * as of 2025, article 2): New Year; the eve and three days of the Spring Festival; Qingming; 1 and 2 May; Dragon Boat;
 * Mid-Autumn; 1 to 3 October. Years beyond the table of festivals have only those with a fixed date in the sun's calendar.
 */
export function statutoryDays(year: number): IsoDate[] {
  const day = (monthAndDay: string) => `${year}-${monthAndDay}`;
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map(day);
  const moving = festivals[year];
  if (!moving) return fixed;
  const [springFestival, qingming, dragonBoat, midAutumn] = moving;
  const spring = [-1, 0, 1, 2].map((days) => addDays(day(springFestival), days));
  return [...fixed, ...spring, day(qingming), day(dragonBoat), day(midAutumn)].sort();
}

/**
 * Returns the days off of a year without an arrangement. A statutory day that falls on a week-end, or on another statutory day,
 * is moved to a weekday (article 6 there): here to the next one that is free.
 */
export function provisionalDaysOff(year: number): IsoDate[] {
  const statutory = statutoryDays(year);
  const off = new Set<IsoDate>();
  for (const date of statutory) {
    let at = date;
    while (isWeekend(at) || off.has(at) || (at !== date && statutory.includes(at))) {
      at = addDays(at, 1);
    }
    off.add(at);
  }
  return [...off];
}

/**
 * Computes working days in China. Years without an arrangement are provisional: their statutory days are off, and no week-end day
 * is worked instead, until the arrangement is known. The class answers for every day, so that no deadline has to wait for an
 * arrangement.
 */
export class WorkingDays {
  readonly #arranged: ReadonlySet<number>;
  readonly #off = new Set<IsoDate>();
  readonly #worked = new Set<IsoDate>();
  readonly #provisional = new Map<number, ReadonlySet<IsoDate>>();

  /**
   * Builds the calendar.
   * @param arrangements one for each year; of two for the same year the later one counts
   */
  constructor(arrangements: Iterable<Arrangement>) {
    const byYear = new Map([...arrangements].map((one) => [one.year, one]));
    this.#arranged = new Set(byYear.keys());
    for (const { daysOff, worked } of byYear.values()) {
      for (const date of daysOff) this.#off.add(date);
      for (const date of worked) this.#worked.add(date);
    }
  }

  /** Returns whether the arrangement of a year is known. */
  isArranged(year: number): boolean {
    return this.#arranged.has(year);
  }

  /** Returns whether a day lies in a year without a known arrangement, so that a deadline on it may still move. */
  isProvisional(on: IsoDate | Date): boolean {
    return !this.#arranged.has(yearOf(typeof on === 'string' ? on : shanghaiDate(on)));
  }

  isWorkingDay(date: IsoDate): boolean {
    if (this.#worked.has(date)) return true;
    if (this.#off.has(date) || isWeekend(date)) return false;
    const year = yearOf(date);
    return this.#arranged.has(year) || !this.#provisionalOf(year).has(date);
  }

  /** Returns the `days`-th working day after `date`, which itself is not counted. */
  add(date: IsoDate, days: number): IsoDate {
    let at = date;
    for (let left = days; left > 0;) {
      at = addDays(at, 1);
      if (this.isWorkingDay(at)) left -= 1;
    }
    return at;
  }

  /** Counts the working days after `from` until and including `to`; negative when `to` is earlier. */
  between(from: IsoDate, to: IsoDate): number {
    if (to < from) return -this.between(to, from);
    let count = 0;
    for (let at = from; at < to;) {
      at = addDays(at, 1);
      if (this.isWorkingDay(at)) count += 1;
    }
    return count;
  }

  /** Returns the end, in Beijing time, of the `workingDays`-th working day after the day of `from`. */
  deadline(from: Date, workingDays: number): Date {
    return endOfDay(this.add(shanghaiDate(from), workingDays));
  }

  #provisionalOf(year: number): ReadonlySet<IsoDate> {
    let days = this.#provisional.get(year);
    if (!days) {
      days = new Set(provisionalDaysOff(year));
      this.#provisional.set(year, days);
    }
    return days;
  }
}
