import 'server-only';
import { and, eq, exists, lte, or } from 'drizzle-orm';
import { claims } from '@/db/schema/claims';
import { vouchers } from '@/db/schema/vouchers';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutClaim } from './about';
import { claimLifecycle } from './domain/lifecycle';
import { freeClaim } from './locks';

/**
 * Ends the claims whose time is over, as a sweep: corrections that were not handed in by their last day, and drafts whose award
 * has ended or was revoked. What was set aside is free again, and returns to the pool with the award. It handles at most 500 at a time.
 */
export async function lapseClaims(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const ended = exists(
    tx
      .select()
      .from(vouchers)
      .where(
        and(
          eq(vouchers.id, claims.voucherId),
          or(lte(vouchers.validTo, now), eq(vouchers.state, 'revoked')),
        ),
      ),
  );
  const due = await tx
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.cityId, cityOf(actor)),
        or(
          and(eq(claims.state, 'returned'), lte(claims.correctionDueAt, now)),
          and(eq(claims.state, 'draft'), ended),
        ),
      ),
    )
    .orderBy(claims.id)
    .limit(500)
    // A claim that another transaction works on now is left to the next run.
    .for('update', { skipLocked: true });
  for (const claim of due) {
    const moved = await advance(grant, claims, claim, {
      lifecycle: claimLifecycle,
      transition: 'lapse',
      event: { ...aboutClaim(claim), action: 'claim.lapsed' },
    });
    if (!moved.ok) throw new Error(`Claim ${claim.id} cannot lapse from ${claim.state}.`);
    if (claim.holdId === null) continue;
    const freed = await freeClaim(grant, claim);
    if (!freed.ok) throw new Error(`Claim ${claim.id} was not freed: ${freed.code}`);
    await notify(tx, { organisationId: claim.organisationId, roles: ['owner'] }, 'claim_lapsed', {
      reference: claim.reference ?? '',
      path: paths.startup.claim(claim.id),
    });
  }
  return done({ count: due.length });
}
