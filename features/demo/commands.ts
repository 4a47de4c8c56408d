import 'server-only';
import { min, sql } from 'drizzle-orm';
import { z } from 'zod';
import { portalClock } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { openSessionFor } from '@/features/people/session-commands';
import { addMonths, atClock, shanghaiDate, type IsoDate } from '@/lib/dates';
import { isDemonstrationAddress } from '@/lib/demonstration';
import { done, refused, type Outcome } from '@/lib/result';
import { isDemo } from '@/server/env';
import type { Grant } from '@/server/gate';

export const demoSignInInput = z.object({
  email: z.string().max(100).refine(isDemonstrationAddress),
});
export const advanceClockInput = z.object({ workingDays: z.coerce.number().int().min(1).max(250) });

/** Signs in as a demonstration account without its password. */
export async function signInAsDemo(
  grant: Grant<'demo.use'>,
  input: z.output<typeof demoSignInInput>,
): Promise<Outcome<{ sid: string; home: string }, 'demo_off' | 'demo_account_unknown'>> {
  if (!isDemo()) return refused('demo_off');
  const [login] = await grant.tx.execute<{ user_id: string; name: string }>(
    sql`select user_id, name from app.find_login(${input.email})`,
  );
  if (!login) return refused('demo_account_unknown');
  const as = { userId: login.user_id, name: login.name };
  await grant.tx.execute(sql`select set_config('app.user', ${as.userId}, true)`);
  await grant.record({ action: 'session.opened', subject: { kind: 'user', id: as.userId }, as });
  return done(await openSessionFor(grant, as.userId));
}

/**
 * Returns the last day that the clock can reach: three years from the day on which the demonstration was
 * loaded, which is read from its programmes. By then everything in it has expired. The clock never goes back,
 * so it must not run beyond the dates that the portal can handle.
 */
async function lastDayOf({ tx, now }: Grant<'demo.use'>): Promise<IsoDate> {
  const [first] = await tx.select({ at: min(programmes.createdAt) }).from(programmes);
  return addMonths(shanghaiDate(first?.at ?? now), 36);
}

/** Moves the portal's clock to the morning after this many working days. It never goes back. */
export async function advanceClock(
  grant: Grant<'demo.use'>,
  input: z.output<typeof advanceClockInput>,
): Promise<Outcome<null, 'demo_off' | 'clock_at_bound'>> {
  if (!isDemo()) return refused('demo_off');
  const { tx, now, calendar } = grant;
  const target = calendar.add(shanghaiDate(now), input.workingDays);
  const last = await lastDayOf(grant);
  if (target > last) return refused('clock_at_bound', { last });
  const morning = atClock(target, '09:00');
  const step = Math.max(0, Math.round((morning.getTime() - now.getTime()) / 1000));
  await tx.execute(sql`select set_config('app.portal', 'on', true)`);
  await tx
    .insert(portalClock)
    .values({ one: 'clock', aheadSeconds: step })
    .onConflictDoUpdate({
      target: portalClock.one,
      set: { aheadSeconds: sql`to_jsonb((${portalClock.aheadSeconds})::text::numeric + ${step})` },
    });
  await grant.record({
    action: 'demo.clock_advanced',
    subject: { kind: 'clock', id: '00000000-0000-0000-0000-000000000000' },
    data: { workingDays: input.workingDays },
  });
  return done(null);
}
