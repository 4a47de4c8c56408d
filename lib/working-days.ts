import { addDays, endOfDay, shanghaiDate, yearOf, type IsoDate } from './dates';
import { festivals } from './festivals';

/**
 * Describes the State Council's arrangement of a year (国务院办公厅关于…年部分节假日安排的通知): days off, and week-end days worked
 * instead (调休). Days off that are week-ends anyway may be named or not. It may reach into the last days of December before.
 */
export type Arrangement = {
  readonly year: number;
  readonly daysOff: readonly IsoDate[];
  readonly worked: readonly IsoDate[];
};

/** Tells whether a day is a Saturday or Sunday. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * The days off that the law itself names for a year, without the arrangement that moves days around them (《全国年节及纪念日
 * 放假办法》 as of 2025, article 2): New Year; the eve and three days of the Spring Festival; Qingming; 1 and 2 May; Dragon
 * Boat; Mid-Autumn; 1 to 3 October. Beyond the table of festivals only those of the sun's calendar.
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
 * The days off of a year without an arrangement. A statutory day that falls on a week-end, or on another one, is made up for on a
 * weekday (article 6 there): here on the next one that is free.
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
 * Working days in China. Years without an arrangement are provisional: their statutory days are off, and nothing is worked instead,
 * until the arrangement is known. It answers for every day there is, so that nobody's deadline waits for it.
 */
export class WorkingDays {
  readonly #arranged: ReadonlySet<number>;
  readonly #off = new Set<IsoDate>();
  readonly #worked = new Set<IsoDate>();
  readonly #provisional = new Map<number, ReadonlySet<IsoDate>>();

  /** @param arrangements one for each year; of two for the same year the later one counts */
  constructor(arrangements: Iterable<Arrangement>) {
    const byYear = new Map([...arrangements].map((one) => [one.year, one]));
    this.#arranged = new Set(byYear.keys());
    for (const { daysOff, worked } of byYear.values()) {
      for (const date of daysOff) this.#off.add(date);
      for (const date of worked) this.#worked.add(date);
    }
  }

  /** Tells whether the arrangement of a year is known. */
  isArranged(year: number): boolean {
    return this.#arranged.has(year);
  }

  /** Tells whether a day lies in a year whose arrangement is not known, so that what ends on it may still move. */
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

  /** Counts the working days after `from` up to and with `to`; less than zero when `to` is earlier. */
  between(from: IsoDate, to: IsoDate): number {
    if (to < from) return -this.between(to, from);
    let count = 0;
    for (let at = from; at < to;) {
      at = addDays(at, 1);
      if (this.isWorkingDay(at)) count += 1;
    }
    return count;
  }

  /** Returns the end of the `workingDays`-th working day after the day of `from`, Beijing time. */
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
