import type { Sql } from 'postgres';
import { atClock, daysBetween, type IsoDate } from '@/lib/dates';

/**
 * The day on which every test begins: a Monday, whatever the real day is, so that no test meets a week-end, a holiday or the end
 * of a round by accident.
 */
export const testDay: IsoDate = '2026-06-01';

/** The portal's time when a test begins. */
export const testStart = atClock(testDay, '10:00');

/** Counts the days from the start of the tests to a day. */
export const dayOf = (date: IsoDate): number => daysBetween(testDay, date);

/** Sets the portal's clock to a time, from which it continues. */
export async function setClock(sql: Sql, at: Date): Promise<void> {
  const ahead = (at.getTime() - Date.now()) / 1000;
  await sql`insert into portal_clock (one, ahead_seconds) values ('clock', ${ahead})
    on conflict (one) do update set ahead_seconds = excluded.ahead_seconds`;
}
