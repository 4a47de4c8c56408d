import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/server/env';
import { hideValues } from './hide-values';

type Schema = Record<string, never>;
export type Db = PostgresJsDatabase<Schema>;
/** A transaction: the only thing commands and queries talk to. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Survives hot reloading, which would otherwise open a new pool with every change. */
const shared = globalThis as { suanquanDb?: Db };

/** Opens a pool: statements, locks and idle transactions all have a limit. */
export function connect(url: string, max: number): { db: Db; close: () => Promise<void> } {
  hideValues();
  const client = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: {
      application_name: 'suanquan',
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 20_000,
    },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** The portal's pool, opened at first use. */
export function db(): Db {
  shared.suanquanDb ??= connect(env().DATABASE_URL, env().DATABASE_POOL).db;
  return shared.suanquanDb;
}
