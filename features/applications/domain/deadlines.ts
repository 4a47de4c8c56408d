import { shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

type Paused = { dueAt: Date; pausedAt: Date; now: Date };

/**
 * Returns the deadline of the review after a pause: as many working days from now as were left when the pause began.
 * A deadline that had already passed by then stays as it was.
 */
export function resumedDeadline(calendar: WorkingDays, { dueAt, pausedAt, now }: Paused): Date {
  const left = calendar.between(shanghaiDate(pausedAt), shanghaiDate(dueAt));
  return left < 0 ? dueAt : calendar.deadline(now, left);
}
