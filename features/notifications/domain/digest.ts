import { atClock, shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/** The digest is sent when the working day begins. Notifications from days off wait for the next working day. */
const time = '08:30';

/** Returns the digest that is due now, with everything from before its hour; undefined on days off. */
export function digestDue(
  now: Date,
  calendar: WorkingDays,
): { day: IsoDate; before: Date } | undefined {
  const day = shanghaiDate(now);
  const before = atClock(day, time);
  return now >= before && calendar.isWorkingDay(day) ? { day, before } : undefined;
}
