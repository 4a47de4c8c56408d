import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { hideValues } from './hide-values';
import { primaryOf } from './primary';

/**
 * Brings a database up to date: the job queue's own tables first, then ours.
 * @param address a login that owns the database and may grant to suanquan_app and suanquan_engine
 */
export async function migrateDatabase(address: string): Promise<void> {
  hideValues();
  const url = await primaryOf(address);
  await runMigrations({ connectionString: url });
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await migrate(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.MIGRATION_DATABASE_URL;
  if (!url) throw new Error('MIGRATION_DATABASE_URL is not set.');
  await migrateDatabase(url);
}
