import { endOfDay, shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/** Whose time a deadline limits: a later deadline helps the applicant, an earlier one of the city does so too. */
export type Side = 'applicant' | 'city';

/**
 * Returns the new end of an open deadline after the calendar by which it was counted has changed. As many
 * working days lie ahead as were left by the calendar before, but the deadline moves only where that helps
 * the applicant. A deadline that is over, or ends today, stays.
 * @returns the new end, or undefined where it stays
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
