import { shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

type Paused = { dueAt: Date; pausedAt: Date; now: Date };

/**
 * The service deadline after a pause: as many working days lie ahead as were left when the clock
 * stopped. A deadline that had passed by then stays passed.
 */
export function resumedDeadline(calendar: WorkingDays, { dueAt, pausedAt, now }: Paused): Date {
  const left = calendar.between(shanghaiDate(pausedAt), shanghaiDate(dueAt));
  return left < 0 ? dueAt : calendar.deadline(now, left);
}
