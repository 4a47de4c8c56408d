import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { calendarYears } from '@/db/schema/calendar';
import { WorkingDays } from '@/lib/working-days';

/** Changes whenever an arrangement is released. It is part of a query that every transaction runs anyway. */
export const calendarMark = sql`(select count(*) || ' ' || coalesce(max(decided_at)::text, '')
  from calendar_years where state = 'released')`;

/** The calendar that the last transaction of this process found. A page runs a transaction before it shows a deadline. */
let cached: { mark: string; calendar: WorkingDays } | undefined;

/** Returns the working days as they are arranged at this mark; reads the database only when the mark has changed. */
export async function calendarAt(tx: Tx, mark: string): Promise<WorkingDays> {
  if (cached?.mark === mark) return cached.calendar;
  const released = await tx
    .select({
      year: calendarYears.year,
      daysOff: calendarYears.daysOff,
      worked: calendarYears.worked,
    })
    .from(calendarYears)
    .where(eq(calendarYears.state, 'released'))
    .orderBy(asc(calendarYears.decidedAt), asc(calendarYears.id));
  cached = { mark, calendar: new WorkingDays(released) };
  return cached.calendar;
}

/** Returns whether a deadline lies in a year whose holidays are not known, so that it may still move. */
export const isProvisional = (at: Date): boolean => cached?.calendar.isProvisional(at) ?? false;
