import { addDays, daysBetween, startOfDay, type IsoDate } from '../../../lib/dates';

/** The days of a pause that is over, the last one included. */
export type PausedDays = { readonly fromOn: IsoDate; readonly endedOn: IsoDate };

/**
 * Returns by how many days a voucher is valid for longer after a pause: one for each calendar day in China on which the pause was in
 * force, whether all day or not, and the voucher was issued. Zero for one that was issued later.
 */
export function pausedDays({ fromOn, endedOn }: PausedDays, issuedOn: IsoDate): number {
  const first = issuedOn > fromOn ? issuedOn : fromOn;
  return Math.max(0, daysBetween(first, endedOn) + 1);
}

/** Returns the instant from which nothing is paused any more. */
export const pauseEnd = (lastDay: IsoDate): Date => startOfDay(addDays(lastDay, 1));

/**
 * Returns the last day of a pause that is ended today: today, or its stated last day where that is over. Undefined where the pause has
 * not begun, because it then has no days.
 */
export function lastDayOf(
  { fromOn, untilOn }: { fromOn: IsoDate; untilOn: IsoDate | null },
  today: IsoDate,
): IsoDate | undefined {
  if (today < fromOn) return undefined;
  return untilOn !== null && untilOn < today ? untilOn : today;
}

/**
 * Returns whether a voucher is past its last day. A pause since `pausedFrom` keeps one from ending that was in use when it began; it
 * gets its days when the pause ends.
 */
export const isOver = (
  { validTo, pausedFrom }: { validTo: Date; pausedFrom: Date | null },
  now: Date,
): boolean => validTo <= now && !(pausedFrom && pausedFrom < validTo);
