import postgres from 'postgres';
import { migrateDatabase } from '../migrate';
import { testStart } from './clock';
import { templateDatabase, testUrl } from './urls';

/** Migrates one database, which every test file then copies: this takes a fraction of a second. */
export default async function setup(): Promise<() => Promise<void>> {
  const superuser = postgres(testUrl('superuser', 'postgres'), {
    max: 1,
    onnotice: () => undefined,
  });
  await superuser.unsafe(`drop database if exists ${templateDatabase} with (force)`);
  await superuser.unsafe(`create database ${templateDatabase} owner suanquan_owner`);
  await migrateDatabase(testUrl('owner', templateDatabase));
  await arrangeYears();
  return async () => {
    await superuser.unsafe(`drop database if exists ${templateDatabase} with (force)`);
    await superuser.end();
  };
}

/**
 * Moves the release of the holidays that come with the portal to the day of the tests. They count as released when the migrations
 * ran, which is today, so they would move the deadlines of a city that begins later.
 */
async function arrangeYears(): Promise<void> {
  const sql = postgres(testUrl('superuser', templateDatabase), { max: 1 });
  await sql`update calendar_years set proposed_at = ${testStart}, decided_at = ${testStart}`;
  await sql`update city_calendars set applied_at = ${testStart}`;
  await sql.end();
}
