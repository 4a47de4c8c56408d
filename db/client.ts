import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DatabaseFault, isConnectionFault } from '@/server/database-errors';
import { driverAddress } from '@/lib/database-address.mjs';
import { env } from '@/server/env';
import { hideValues } from './hide-values';

type Schema = Record<string, never>;
export type Db = PostgresJsDatabase<Schema>;
/** A transaction: commands and queries reach the database only through one. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Connections by what they do; `waiting` queries have no connection yet. */
export type PoolState = {
  size: number;
  idle: number;
  closed: number;
  ended: number;
  waiting: number;
};

export type Pool = { db: Db; state: () => PoolState; close: () => Promise<void> };

/** Global, so that hot reloading does not open a new pool with every change. */
const shared = globalThis as { suanquanPool?: Pool };

/**
 * Our own limits, in seconds, for a database that does not answer at all. They are just above the database's own limits
 * (0018_limits.sql), so that a database that does answer can report what was wrong.
 */
const limits = {
  connect_timeout: 5,
  query_timeout: 18,
  transaction_timeout: 310,
  queue_timeout: 10,
  // Nothing is sent behind a statement that is still running, because it would be lost together with it.
  max_pipeline: 0,
  // A database that comes back is found within a second, however long it was away.
  backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1) * (0.5 + Math.random() / 2),
};

/** How many queries may wait for one connection before more are refused at once. */
const waitingPerConnection = 100;

/** Returns whether the driver is the one mended by scripts/patches; the published one hangs when a connection is lost. */
function isMended(client: object): client is { pool: () => PoolState } {
  return 'pool' in client && typeof client.pool === 'function';
}

/**
 * Adds the outcome to the error of a transaction that failed with its connection. Once all of its statements were done, only the
 * answer to COMMIT was awaited, and the outcome is unknown. Before that it was rolled back.
 */
function reportOutcome(db: Db): Db {
  const begin = db.transaction.bind(db);
  db.transaction = async (work, config) => {
    const progress = { isDone: false };
    try {
      return await begin(async (tx) => {
        const result = await work(tx);
        progress.isDone = true;
        return result;
      }, config);
    } catch (error) {
      if (!isConnectionFault(error)) throw error;
      const isUnknown = progress.isDone && config?.accessMode !== 'read only';
      throw new DatabaseFault(isUnknown ? 'unknown' : 'rolled_back', error);
    }
  };
  return db;
}

/** Opens a pool in which every query is answered or refused in bounded time, also when its connection is lost. */
export function connect(address: string, max: number, others: Partial<typeof limits> = {}): Pool {
  const { url, options } = driverAddress(address);
  hideValues();
  const bounds = { ...limits, ...others, max_queue: max * waitingPerConnection };
  const client = postgres(url, {
    ...options,
    ...bounds,
    max,
    prepare: env().DATABASE_PREPARE === 'on',
    onnotice: () => undefined,
    connection: { application_name: 'suanquan' },
  });
  if (!isMended(client)) {
    throw new Error(
      'The database driver is not mended: run `npm ci`, or `node scripts/patch.mjs`.',
    );
  }
  return {
    db: reportOutcome(drizzle(client)),
    state: () => client.pool(),
    close: () => client.end({ timeout: 5 }),
  };
}

function pool(): Pool {
  return (shared.suanquanPool ??= connect(env().DATABASE_URL, env().DATABASE_POOL));
}

/** Returns the portal's database, reached through a pool that is opened at first use. */
export const db = (): Db => pool().db;

/** Counts the connections of this process by what they do now. */
export const poolState = (): PoolState => pool().state();
