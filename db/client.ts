import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DatabaseFault, isConnectionFault } from '@/server/database-errors';
import { driverAddress } from '@/lib/database-address.mjs';
import { env } from '@/server/env';
import { hideValues } from './hide-values';

type Schema = Record<string, never>;
export type Db = PostgresJsDatabase<Schema>;
/** A transaction: the only thing commands and queries talk to. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Connections by what they do; `waiting` queries have none yet. */
export type PoolState = {
  size: number;
  idle: number;
  closed: number;
  ended: number;
  waiting: number;
};

export type Pool = { db: Db; state: () => PoolState; close: () => Promise<void> };

/** Survives hot reloading, which would otherwise open a new pool with every change. */
const shared = globalThis as { suanquanPool?: Pool };

/**
 * Limits of our own, in seconds, for a database that does not answer at all. They lie just above those that the
 * database keeps itself (0018_limits.sql), so that a database that does answer says what was wrong.
 */
const limits = {
  connect_timeout: 5,
  query_timeout: 18,
  transaction_timeout: 310,
  queue_timeout: 10,
  // Nothing is sent behind a statement that is still running: it would share its fate.
  max_pipeline: 0,
  // A database that comes back is found within a second, however long it was away.
  backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1) * (0.5 + Math.random() / 2),
};

/** How many queries may wait for one connection before more are refused at once. */
const waitingPerConnection = 100;

/** Tells the driver as scripts/patches mends it from the one that was published, which hangs when a connection is lost. */
function isMended(client: object): client is { pool: () => PoolState } {
  return 'pool' in client && typeof client.pool === 'function';
}

/**
 * Says of a transaction that failed with its connection how it ended: once everything in it was done, only the answer
 * to COMMIT was awaited, and nobody can tell whether it was kept. Before that it was rolled back.
 */
function tellOutcome(db: Db): Db {
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

/** Opens a pool whose every query is answered or refused in bounded time, whatever becomes of its connection. */
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
    db: tellOutcome(drizzle(client)),
    state: () => client.pool(),
    close: () => client.end({ timeout: 5 }),
  };
}

function pool(): Pool {
  return (shared.suanquanPool ??= connect(env().DATABASE_URL, env().DATABASE_POOL));
}

/** The portal's database, reached through a pool that is opened at first use. */
export const db = (): Db => pool().db;

/** Counts the connections of this process by what they do now. */
export const poolState = (): PoolState => pool().state();
