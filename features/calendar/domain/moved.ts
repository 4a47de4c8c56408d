import { endOfDay, shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/** Whose time a deadline is: the applicant gains by a later one, and by an earlier one of the city. */
export type Side = 'applicant' | 'city';

/**
 * Moves an open deadline once more is known of the calendar that it was counted by: as many working days lie ahead as were left
 * by the calendar before, but only where that helps the applicant. One that is over, and one of today, stays.
 * @returns the new end, or nothing where it stays
 */
export function movedDeadline(
  dueAt: Date,
  side: Side,
  { now, before, after }: { now: Date; before: WorkingDays; after: WorkingDays },
): Date | undefined {
  const today = shanghaiDate(now);
  const dueOn = shanghaiDate(dueAt);
  const left = before.between(today, dueOn);
  if (left <= 0) return undefined;
  const moved = after.add(today, left);
  const helps = side === 'applicant' ? moved > dueOn : moved < dueOn;
  return helps ? endOfDay(moved) : undefined;
}
