import { shanghaiDate } from '../../../lib/dates';
import { deadline, workingDaysBetween } from '../../../lib/working-days';

/**
 * The service deadline after a pause: as many working days lie ahead as were left when the clock
 * stopped. A deadline that had passed by then stays passed.
 */
export function resumedDeadline(dueAt: Date, pausedAt: Date, now: Date): Date {
  const left = workingDaysBetween(shanghaiDate(pausedAt), shanghaiDate(dueAt));
  return left < 0 ? dueAt : deadline(now, left);
}
