import 'server-only';
import { sql } from 'drizzle-orm';
import journal from '@/db/migrations/meta/_journal.json';
import { db } from '@/db/client';
import manifest from '@/package.json';
import { log } from './log';
import { scannerState, type ScannerState } from './scanner';

export type Health = {
  ok: boolean;
  database: boolean;
  migrations: boolean;
  /** Unreachable, no file is taken; with limits too low, no large one. Everything else works. */
  scanner: ScannerState;
  version: string;
  /** Letters that wait to be sent, and that were given up; unknown without a database. */
  letters: { waiting: number; failed: number } | null;
};

/** Never throws: a portal that cannot reach its database says so. */
export async function checkHealth(): Promise<Health> {
  const rest = { scanner: await scannerState(), version: manifest.version };
  try {
    const [row] = await db().execute<{ applied: number }>(
      sql`select app.applied_migrations() as applied`,
    );
    const migrations = row?.applied === journal.entries.length;
    // A schema that is behind may not know of letters yet.
    const [letters] = migrations
      ? await db().execute<{ waiting: number; failed: number }>(
          sql`select waiting, failed from app.letters_standing()`,
        )
      : [];
    return { ok: migrations, database: true, migrations, letters: letters ?? null, ...rest };
  } catch (error) {
    log().error({ err: error }, 'health check failed');
    return { ok: false, database: false, migrations: false, letters: null, ...rest };
  }
}
