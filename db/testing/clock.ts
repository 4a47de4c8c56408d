import type { Sql } from 'postgres';
import { atClock, daysBetween, type IsoDate } from '@/lib/dates';

/**
 * The day on which a test begins: a Monday, whatever day it really is, so that no test comes upon a week-end, a holiday or the end of a
 * round that it does not ask for.
 */
export const testDay: IsoDate = '2026-06-01';

/** The portal's time when a test begins. */
export const testStart = atClock(testDay, '10:00');

/** How many days after the start of the tests a day is. */
export const dayOf = (date: IsoDate): number => daysBetween(testDay, date);

/** Puts the portal's clock to a time, from which it goes on. */
export async function setClock(sql: Sql, at: Date): Promise<void> {
  const ahead = (at.getTime() - Date.now()) / 1000;
  await sql`insert into portal_clock (one, ahead_seconds) values ('clock', ${ahead})
    on conflict (one) do update set ahead_seconds = excluded.ahead_seconds`;
}
