import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sqlStateOf } from './database-errors';

/** The database's code for a lock that was not free within its time limit. */
const lockNotAvailable = '55P03';

/**
 * Waits until no other transaction of any process works under this name, and keeps the name until
 * the end of this one.
 * @returns false when another transaction still has it after the time limit for locks
 */
export async function takeTurn(tx: Tx, name: string): Promise<boolean> {
  try {
    // The savepoint keeps the transaction usable after waiting in vain.
    await tx.transaction((inner) =>
      inner.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`),
    );
    return true;
  } catch (error) {
    if (sqlStateOf(error) === lockNotAvailable) return false;
    throw error;
  }
}
