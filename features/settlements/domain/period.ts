import { addDays, addMonths, yearOf, type IsoDate } from '../../../lib/dates';

/** The first and the last day of a statement. */
export type Span = { readonly from: IsoDate; readonly to: IsoDate };

/** A year, a quarter or a month as it stands in an address: `2026`, `2026-Q3`, `2026-05`. */
export const periodPattern = /^20\d\d(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Returns the days of a period that fits the pattern. */
export function spanOf(period: string): Span {
  const [year = '', part] = period.split('-');
  const quarter = part?.startsWith('Q') ? Number(part.slice(1)) : undefined;
  const month = quarter === undefined ? Number(part ?? 1) : quarter * 3 - 2;
  const months = part === undefined ? 12 : quarter === undefined ? 1 : 3;
  const from = `${year}-${twoDigits(month)}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

export type Periods = Readonly<Record<'years' | 'quarters' | 'months', readonly string[]>>;

/** Lists the periods that a statement can be chosen for on a day: three years, eight quarters and twelve months, the latest first. */
export function periodsUpTo(on: IsoDate): Periods {
  const earlier = (months: number) => addMonths(`${on.slice(0, 7)}-01`, -months);
  const quarterOf = (date: IsoDate) =>
    `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return {
    years: [0, 1, 2].map((years) => String(yearOf(on) - years)),
    quarters: Array.from({ length: 8 }, (_, at) => quarterOf(earlier(at * 3))),
    months: Array.from({ length: 12 }, (_, at) => earlier(at).slice(0, 7)),
  };
}

/** What was chosen: a period, or else days of one's own. */
export type Choice = {
  readonly period?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

/**
 * Returns the days of a statement: those of the period, if one was chosen. Without a first day it begins with the year of the last
 * one; without a last day it ends today, or on its first day where that is later; without a choice it is of the present year.
 */
export function chosenSpan({ period, from, to }: Choice, on: IsoDate): Span {
  if (period !== undefined) return spanOf(period);
  if (from !== undefined) return { from, to: to ?? (from > on ? from : on) };
  if (to !== undefined) return { from: `${to.slice(0, 4)}-01-01`, to };
  return spanOf(on.slice(0, 4));
}
