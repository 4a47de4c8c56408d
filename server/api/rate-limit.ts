import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { env } from '../env';

/** Calls that are counted separately, because an assessment costs more than a read. */
export type RateName = 'reads' | 'assessments' | 'uploads';

export const rateWindowSeconds = 60;

export const quotaOf = (name: RateName): number =>
  ({
    reads: env().API_READS_PER_MINUTE,
    assessments: env().API_ASSESSMENTS_PER_MINUTE,
    uploads: env().UPLOADS_PER_MINUTE,
  })[name];

export type Rate = {
  allowed: boolean;
  remaining: number;
  /** Seconds until the whole quota is available again. */
  resetSeconds: number;
  /** Seconds until the next call is allowed; 0 for a call that was allowed. */
  retrySeconds: number;
};

type Row = { allowed: boolean; remaining: number; reset_seconds: number; retry_seconds: number };

/**
 * Counts one call of a network (or of a user, by id) over all processes. It is one cheap statement outside the call's
 * transaction, so that callers never wait for one another. See app.take_rate.
 */
export async function takeRate(name: RateName, caller: string): Promise<Rate> {
  const key = `${name}:${caller}`;
  const [row] = await db().execute<Row>(
    sql`select * from app.take_rate(${key}, ${quotaOf(name)}, ${rateWindowSeconds})`,
  );
  if (!row) throw new Error('The database did not say whether the call is within its rate.');
  const { allowed, remaining, reset_seconds: resetSeconds, retry_seconds: retrySeconds } = row;
  return { allowed, remaining, resetSeconds, retrySeconds };
}

/** Returns the headers of draft-ietf-httpapi-ratelimit-headers. */
export const rateHeaders = (name: RateName, rate: Rate): Record<string, string> => ({
  'ratelimit-policy': `"${name}";q=${quotaOf(name)};w=${rateWindowSeconds}`,
  ratelimit: `"${name}";r=${rate.remaining};t=${rate.allowed ? rate.resetSeconds : rate.retrySeconds}`,
  ...(!rate.allowed && { 'retry-after': String(rate.retrySeconds) }),
});

/** Deletes the callers whose quota is whole again, so that nothing is kept about them. */
export async function forgetRates(): Promise<void> {
  await db().execute(sql`select app.delete_old_rates()`);
}
