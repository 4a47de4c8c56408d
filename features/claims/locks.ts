import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { vouchers } from '@/db/schema/vouchers';
import { post } from '@/features/ledger/commands';
import type { LedgerKind, LedgerRefusal } from '@/features/ledger/messages';
import { zeroFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, organisationOf } from '@/server/actor';
import type { Grant } from '@/server/gate';

type ClaimRow = typeof claims.$inferSelect;
type VoucherRow = typeof vouchers.$inferSelect;

export type Locked = { claim: ClaimRow; voucher: VoucherRow };

/**
 * Locks a claim together with its voucher, the voucher first. Whoever submits or decides does this, so that none of them counts on
 * an amount of another claim on the award that somebody is changing.
 */
async function lockBoth(
  tx: Tx,
  claimId: string,
  scope: ReturnType<typeof eq>,
): Promise<Outcome<Locked, 'claim_unknown'>> {
  const own = and(eq(claims.id, claimId), scope);
  const [found] = await tx.select({ voucherId: claims.voucherId }).from(claims).where(own);
  if (!found) return refused('claim_unknown');
  const [voucher] = await tx
    .select()
    .from(vouchers)
    .where(eq(vouchers.id, found.voucherId))
    .for('update');
  const [claim] = await tx.select().from(claims).where(own).for('update');
  if (!voucher || !claim) return refused('claim_unknown');
  return done({ claim, voucher });
}

/** Locks a claim of the actor's own organisation, with its voucher. */
export const lockOwnClaim = ({ tx, actor }: Pick<Grant, 'tx' | 'actor'>, claimId: string) =>
  lockBoth(tx, claimId, eq(claims.organisationId, organisationOf(actor)));

/** Locks a claim in the actor's city, with its voucher. */
export const lockCityClaim = ({ tx, actor }: Pick<Grant, 'tx' | 'actor'>, claimId: string) =>
  lockBoth(tx, claimId, eq(claims.cityId, cityOf(actor)));

/**
 * Posts several movements of an amount on a claim's hold, in the given order. A zero amount moves nothing. Each posting is named
 * after the hold, because a sweep moves several claims under one key.
 */
export async function postOnHold(
  grant: Grant,
  { claim, holdId }: { claim: ClaimRow; holdId: string },
  kinds: readonly LedgerKind[],
  amountFen: Fen,
): Promise<Outcome<{ entryId: string } | null, LedgerRefusal>> {
  let entryId: string | undefined;
  if (amountFen <= 0n) return done(null);
  for (const kind of kinds) {
    const { voucherId, organisationId: vendorId } = claim;
    const posted = await post(
      grant,
      { kind, amountFen, voucherId, holdId, vendorId },
      `${kind}:${holdId}`,
    );
    if (!posted.ok) return posted;
    entryId = posted.value.entryId;
  }
  return done(entryId === undefined ? null : { entryId });
}

/** Frees all that is set aside for a claim; a draft has nothing. */
export async function freeClaim(
  grant: Grant,
  claim: ClaimRow,
): Promise<Outcome<null, LedgerRefusal>> {
  if (claim.holdId === null) return done(null);
  const hold = { claim, holdId: claim.holdId };
  const freed = await postOnHold(grant, hold, ['unclaim', 'release'], claim.claimedFen ?? zeroFen);
  return freed.ok ? done(null) : freed;
}
