import 'server-only';
import { and, eq, lte } from 'drizzle-orm';
import { redemptions } from '@/db/schema/redemptions';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutRedemption } from './about';
import { redemptionLifecycle } from './domain/lifecycle';

type RedemptionRow = typeof redemptions.$inferSelect;

/** Notifies finance, whose turn it is, and the start-up, which can still tell the city that something is wrong. */
async function tell({ tx }: Grant, row: RedemptionRow): Promise<void> {
  const { reference } = row;
  const finance = { cityId: row.cityId, roles: ['finance'] as const };
  await notify(tx, finance, 'redemption_answered', {
    reference,
    path: paths.city.redemption(row.id),
  });
  const owner = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, owner, 'redemption_silent', {
    reference,
    days: String(row.silenceDays),
    path: paths.startup.redemption(row.id),
  });
}

/**
 * Confirms redemptions that the start-up has not answered in the time that the programme gives it (sweep), at most 500 at a
 * time. The end that was announced holds even if the calendar has changed; where the calendar has become longer, that counts.
 */
export async function confirmSilent(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now, calendar } = grant;
  const due = await tx
    .select()
    .from(redemptions)
    .where(
      and(
        eq(redemptions.cityId, cityOf(actor)),
        eq(redemptions.state, 'submitted'),
        lte(redemptions.silenceUntil, now),
      ),
    )
    .orderBy(redemptions.silenceUntil, redemptions.id)
    .limit(500)
    // A redemption that is being answered now is left to the next run.
    .for('update', { skipLocked: true });
  let count = 0;
  for (const row of due) {
    const { silenceDays } = row;
    if (silenceDays === null || calendar.deadline(row.submittedAt, silenceDays) > now) continue;
    const moved = await advance(grant, redemptions, row, {
      lifecycle: redemptionLifecycle,
      transition: 'confirmBySilence',
      set: { confirmedAt: now },
      event: {
        ...aboutRedemption(row),
        action: 'redemption.confirmed_by_silence',
        data: { subsidyFen: row.subsidyFen.toString(), workingDays: silenceDays },
      },
    });
    if (!moved.ok) throw new Error(`Redemption ${row.id} cannot be confirmed from ${row.state}.`);
    await tell(grant, row);
    count += 1;
  }
  return done({ count });
}
