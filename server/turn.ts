import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sqlStateOf } from './database-errors';

/** The database's code for a lock that was waited for as long as its limit allows. */
const lockNotAvailable = '55P03';

/**
 * Waits until no other transaction, of whatever process, is at work under this name, and keeps the
 * name until the end of this one.
 * @returns false when another is still at it after the time that locks are waited for
 */
export async function takeTurn(tx: Tx, name: string): Promise<boolean> {
  try {
    // In a savepoint, so that the transaction is good for something still after waiting in vain.
    await tx.transaction((inner) =>
      inner.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`),
    );
    return true;
  } catch (error) {
    if (sqlStateOf(error) === lockNotAvailable) return false;
    throw error;
  }
}
