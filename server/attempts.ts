import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';

/** How often something may be tried under one key. */
export type Limit = { readonly key: string; readonly atMost: number };

/**
 * Counts an attempt under every key before it is made, so that parallel attempts count each other. Outside a transaction the
 * count always stays; inside a transaction it stays if the transaction commits.
 * @returns what takes the attempt back, or nothing where one of the limits is reached: then nothing is counted
 */
export async function takeAttempt(
  by: Db | Tx,
  limits: readonly Limit[],
  within: '5 minutes' | '1 hour',
): Promise<readonly string[] | undefined> {
  const keys = limits.map(({ key }) => key);
  const most = limits.map(({ atMost }) => atMost);
  const [row] = await by.execute<{ taken: string[] | null }>(
    sql`select app.take_attempt(${sql.param(keys)}::text[], ${sql.param(most)}::integer[],
      ${within}::interval) as taken`,
  );
  return row?.taken ?? undefined;
}

/** Takes back a counted attempt that succeeded: the password was right. */
export async function forgetAttempt(by: Db | Tx, taken: readonly string[]): Promise<void> {
  await by.execute(sql`select app.delete_attempts(${sql.param([...taken])}::uuid[])`);
}

/** Sets the count of a key back to zero, because the right password shows that the attempts were not a stranger's guesses. */
export async function clearAttempts(by: Db | Tx, key: string): Promise<void> {
  await by.execute(sql`select app.clear_attempts(${key})`);
}
