import 'server-only';
import { sql } from 'drizzle-orm';
import journal from '@/db/migrations/meta/_journal.json';
import { db } from '@/db/client';
import manifest from '@/package.json';
import { log } from './log';

export type Health = { ok: boolean; database: boolean; migrations: boolean; version: string };

/** Never throws: a portal that cannot reach its database says so. */
export async function checkHealth(): Promise<Health> {
  const version = manifest.version;
  try {
    const [row] = await db().execute<{ applied: number }>(
      sql`select app.applied_migrations() as applied`,
    );
    const migrations = row?.applied === journal.entries.length;
    return { ok: migrations, database: true, migrations, version };
  } catch (error) {
    log().error({ err: error }, 'health check failed');
    return { ok: false, database: false, migrations: false, version };
  }
}
