import postgres from 'postgres';
import { shanghaiDate } from '@/lib/dates';
import { primaryOf } from '@/db/primary';
import { buildBase } from './base';
import { Life } from './life';
import { liveThrough } from './story';

/**
 * Loads the demonstration data once. The base is written directly. Everything that happens is created by
 * calling the commands at their proper times, so that it obeys the same rules as all other data. The present
 * day is the day of loading.
 */
const url = process.env.MIGRATION_DATABASE_URL;
if (!url) throw new Error('MIGRATION_DATABASE_URL is not set.');
const owner = postgres(await primaryOf(url), { max: 2, onnotice: () => undefined });

try {
  const [loaded] = await owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    return tx`select 1 from cities limit 1`;
  });
  if (!loaded) {
    const now = new Date();
    await liveThrough(new Life(await buildBase(owner, shanghaiDate(now)), owner, now));
    await owner`delete from portal_clock`;
  }
} finally {
  await owner.end();
}
process.exit(0);
