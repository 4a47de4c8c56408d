import type { Locale } from './locale';
import { plainWidth } from './normal';

/** A calendar day in China: `2026-11-23`. */
export type IsoDate = string;

/** All dates of the portal lie between these two: the oldest firms are younger, and no promise is longer. */
export const firstDate: IsoDate = '1800-01-01';
export const lastDate: IsoDate = '2199-12-31';

const shanghaiOffset = 8 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** Checks whether the text is a day that exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/**
 * Reads a day as people write it: `2026-6-3`, `2026/06/03`, `２０２６年６月３日`.
 * @returns the day, or nothing where no such day exists
 */
export function readDate(text: string): IsoDate | undefined {
  const parts = /^(\d{4})[年./\p{Dash}](\d{1,2})[月./\p{Dash}](\d{1,2})日?$/u.exec(
    plainWidth(text).replace(/\s/g, ''),
  );
  if (!parts) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

const utc = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`);

/** Returns the calendar day in China (UTC+8 all year) at an instant. */
export const shanghaiDate = (at: Date): IsoDate =>
  new Date(at.getTime() + shanghaiOffset).toISOString().slice(0, 10);

export const startOfDay = (date: IsoDate): Date => new Date(utc(date) - shanghaiOffset);

/** Returns the last millisecond of the day in China. */
export const endOfDay = (date: IsoDate): Date => new Date(startOfDay(date).getTime() + day - 1);

/** Returns the instant of a clock time in China, such as `17:30`. */
export const atClock = (date: IsoDate, time: string): Date => new Date(`${date}T${time}:00+08:00`);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(utc(date) + days * day).toISOString().slice(0, 10);

/** Adds months: returns the same day of the later month, or its last day where that day does not exist. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)))
    .toISOString()
    .slice(0, 10);
}

/** Counts the days from one date to another without the first: 2026-01-01 → 2026-01-02 is 1. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (utc(to) - utc(from)) / day;

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Formats a day: `2026-11-23`, in English `23 Nov 2026`. */
export function formatDate(date: IsoDate, locale: Locale): string {
  if (locale === 'zh-CN') return date;
  const [year = '', month = '1', dayOfMonth = '1'] = date.split('-');
  return `${Number(dayOfMonth)} ${englishMonths[Number(month) - 1] ?? ''} ${year}`;
}

/**
 * Formats the end of a period in Beijing time: only the day where the whole day belongs to the period, and also the hour where
 * the period ends earlier. `2026-11-23`, `2026-11-23 17:30`.
 */
export const formatUntil = (at: Date, locale: Locale): string =>
  at.getTime() === endOfDay(shanghaiDate(at)).getTime()
    ? formatDate(shanghaiDate(at), locale)
    : formatDateTime(at, locale);

/**
 * Formats the start of a period: only the day where the whole day belongs to the period, and also the hour where the period
 * begins later.
 */
export const formatFrom = (at: Date, locale: Locale): string =>
  at.getTime() === startOfDay(shanghaiDate(at)).getTime()
    ? formatDate(shanghaiDate(at), locale)
    : formatDateTime(at, locale);

/** Formats an instant in Beijing time: `2026-11-23 14:05`, in English `23 Nov 2026, 14:05`. */
export function formatDateTime(at: Date, locale: Locale): string {
  const clock = new Date(at.getTime() + shanghaiOffset).toISOString().slice(11, 16);
  const separator = locale === 'zh-CN' ? ' ' : ', ';
  return formatDate(shanghaiDate(at), locale) + separator + clock;
}
