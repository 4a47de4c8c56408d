import { atClock, shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/** The digest comes when the working day begins; notices of holidays wait for the day after them. */
const time = '08:30';

/** The digest that is due at this moment, with what was told before its hour; none on days off. */
export function digestDue(
  now: Date,
  calendar: WorkingDays,
): { day: IsoDate; before: Date } | undefined {
  const day = shanghaiDate(now);
  const before = atClock(day, time);
  return now >= before && calendar.isWorkingDay(day) ? { day, before } : undefined;
}
