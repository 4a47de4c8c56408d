import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { setClock, testStart } from './clock';
import { templateDatabase, testUrl } from './urls';

export type TestDatabase = {
  /** Runs migrations and owns the tables; row security is forced on it too. */
  owner: Sql;
  /** The login of the portal. */
  app: Sql;
  /** Sees and may change everything: for tampering, and for reading without row security. */
  superuser: Sql;
  close: () => Promise<void>;
};

/**
 * Makes a database for this test file, migrated and empty; from now on the portal's code in this process uses it. Its clock is
 * set to the day of the tests. Call it before anything that reaches the database.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = postgres(testUrl('superuser', 'postgres'), {
    max: 1,
    onnotice: () => undefined,
  });
  await createFrom(maintenance, name);
  await letPortalWait(maintenance, name);
  process.env.DATABASE_URL = testUrl('app', name);
  process.env.MIGRATION_DATABASE_URL = testUrl('owner', name);
  process.env.AUTH_SECRET ??= 'a secret that is only good for tests';
  process.env.DEMO ??= 'on';
  process.env.STORAGE_DIR ??= '.data/test-files';
  process.env.LOG_LEVEL ??= 'silent';
  const open = (login: 'owner' | 'app' | 'superuser', max: number) =>
    postgres(testUrl(login, name), { max, onnotice: () => undefined });
  const database = {
    owner: open('owner', 2),
    app: open('app', 20),
    superuser: open('superuser', 2),
  };
  await setClock(database.superuser, testStart);
  return {
    ...database,
    close: async () => {
      await Promise.all(Object.values(database).map((sql) => sql.end({ timeout: 5 })));
      await maintenance.unsafe(`drop database ${name} with (force)`);
      await maintenance.end();
    },
  };
}

/**
 * Gives the portal more time in a database: on a machine with too much work slow queries are no fault and must not fail a test.
 * The limit for locks stays as it is elsewhere, because it is a rule of its own.
 */
async function letPortalWait(sql: Sql, name: string): Promise<void> {
  for (const limit of [
    'statement_timeout',
    'idle_in_transaction_session_timeout',
    'transaction_timeout',
  ]) {
    await sql.unsafe(`alter role suanquan_app in database ${name} set ${limit} = '10min'`);
  }
}

/** Copies the template. This fails while another file copies it, so it waits for its turn. */
async function createFrom(sql: Sql, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await sql.unsafe(`create database ${name} template ${templateDatabase} owner suanquan_owner`);
      return;
    } catch (error) {
      if (tries >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200));
    }
  }
}
