import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';

/** How often something may be tried, under one name. */
export type Limit = { readonly key: string; readonly atMost: number };

/**
 * Counts an attempt under every key before it is made, so that parallel ones count each other. Outside a
 * transaction it stays counted whatever comes after; inside one it lasts if that does.
 * @returns what undoes it, or nothing where one of the limits is reached: then nothing is counted
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

/** Takes back an attempt that was no failure: the password was right. */
export async function forgetAttempt(by: Db | Tx, taken: readonly string[]): Promise<void> {
  await by.execute(sql`select app.forget_attempts(${sql.param([...taken])}::uuid[])`);
}

/** Begins to count anew under a key: whoever knows the password has shown that no stranger guesses. */
export async function clearAttempts(by: Db | Tx, key: string): Promise<void> {
  await by.execute(sql`select app.clear_attempts(${key})`);
}
