import 'server-only';
import type { z } from 'zod';
import { claims } from '@/db/schema/claims';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { fen, formatFen, minFen, zeroFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutClaim } from './about';
import { undecidedBefore, workOut } from './award';
import { claimLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { freeClaim, lockCityClaim, postOnHold, type Locked } from './locks';

type ClaimRow = typeof claims.$inferSelect;

const startup = (claim: ClaimRow) =>
  ({ organisationId: claim.organisationId, roles: ['owner', 'member'] }) as const;

const named = (claim: ClaimRow) => ({
  reference: claim.reference ?? '',
  path: paths.startup.claim(claim.id),
});

/**
 * Sends a claim back for a correction: once, with everything that is to be corrected, and with a last day that the programme's
 * rules set. What was set aside stays so meanwhile.
 */
export async function sendBackClaim(
  grant: Grant<'claim.verify'>,
  input: z.output<typeof inputs.sendBackInput>,
): Promise<Outcome<{ id: string }, 'claim_unknown' | 'state_changed' | 'correction_spent'>> {
  const { tx, now } = grant;
  const found = await lockCityClaim(grant, input.claimId);
  if (!found.ok) return found;
  const { claim, voucher } = found.value;
  if (!claimLifecycle.can(claim.state, 'sendBack')) return refused('state_changed');
  if (claim.correction !== null) return refused('correction_spent');
  const { rules } = await getVersion(tx, voucher.versionId);
  const dueAt = grant.calendar.deadline(now, rules.service.correctionWorkingDays);
  const moved = await advance(grant, claims, claim, {
    lifecycle: claimLifecycle,
    transition: 'sendBack',
    set: { correction: input.correction, returnedAt: now, correctionDueAt: dueAt },
    event: {
      ...aboutClaim(claim),
      action: 'claim.returned',
      data: { reason: input.correction, due: dueAt.toISOString() },
    },
  });
  if (!moved.ok) return moved;
  await notify(tx, startup(claim), 'claim_returned', {
    ...named(claim),
    reason: input.correction,
    due: dueAt.toISOString(),
  });
  return moved;
}

type VerifyRefusal =
  | 'claim_unknown'
  | 'state_changed'
  | 'earlier_undecided'
  | 'accepted_above'
  | 'accepted_nothing'
  | 'reduction_reason_missing'
  | LedgerRefusal;

/** Turns the approved part of what was set aside into money owed to the start-up, and frees the rest. */
async function capture(
  grant: Grant<'claim.verify'>,
  { claim }: Locked,
  approvedFen: ReturnType<typeof fen>,
): Promise<Outcome<{ entryId: string }, LedgerRefusal>> {
  if (claim.holdId === null || claim.claimedFen === null) {
    throw new Error(`Claim ${claim.id} has nothing set aside.`);
  }
  const hold = { claim, holdId: claim.holdId };
  const captured = await postOnHold(grant, hold, ['capture'], approvedFen);
  if (!captured.ok) return captured;
  if (!captured.value) throw new Error(`Claim ${claim.id} captured nothing.`);
  const rest = fen(claim.claimedFen - approvedFen);
  const freed = await postOnHold(grant, hold, ['unclaim', 'release'], rest);
  return freed.ok ? done(captured.value) : freed;
}

/**
 * Verifies a claim, once all earlier ones on the award are decided. The city accepts the claimed costs or, with a reason, less of them; the amount is worked out anew from what
 * it accepts, by the same rules. It becomes money owed to the start-up, and what is freed can be claimed again.
 */
export async function verifyClaim(
  grant: Grant<'claim.verify'>,
  input: z.output<typeof inputs.verifyInput>,
): Promise<Outcome<{ id: string }, VerifyRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockCityClaim(grant, input.claimId);
  if (!found.ok) return found;
  const { claim, voucher } = found.value;
  if (!claimLifecycle.can(claim.state, 'verify')) return refused('state_changed');
  const undecided = await undecidedBefore(tx, claim);
  if (undecided) return refused('earlier_undecided', { reference: undecided.reference ?? '' });
  const costsFen = claim.costsFen ?? zeroFen;
  const claimedFen = claim.claimedFen ?? zeroFen;
  const { acceptedFen } = input;
  if (acceptedFen > costsFen) {
    return refused('accepted_above', { most: formatFen(costsFen) }, 'acceptedFen');
  }
  const reduced = acceptedFen < costsFen;
  if (reduced && input.reason === '') return refused('reduction_reason_missing', {}, 'reason');
  const worth = await workOut(tx, voucher, claim, acceptedFen);
  const approvedFen = minFen(worth.amountFen, claimedFen);
  if (approvedFen === 0n) return refused('accepted_nothing', {}, 'acceptedFen');
  const captured = await capture(grant, found.value, approvedFen);
  if (!captured.ok) return captured;
  const moved = await advance(grant, claims, claim, {
    lifecycle: claimLifecycle,
    transition: 'verify',
    set: {
      acceptedFen,
      approvedFen,
      reason: reduced ? input.reason : null,
      decidedBy: userOf(actor),
      decidedAt: now,
      captureEntryId: captured.value.entryId,
    },
    event: {
      ...aboutClaim(claim),
      action: 'claim.verified',
      data: {
        acceptedFen: acceptedFen.toString(),
        approvedFen: approvedFen.toString(),
        ...(reduced && { reason: input.reason }),
      },
    },
  });
  if (!moved.ok) return moved;
  await notify(tx, startup(claim), 'claim_verified', {
    ...named(claim),
    amount: formatFen(approvedFen),
    reason: reduced ? input.reason : '',
  });
  return moved;
}

/** Refuses a claim with a reason. What was set aside can be claimed again, and its invoices are free. */
export async function refuseClaim(
  grant: Grant<'claim.verify'>,
  input: z.output<typeof inputs.refuseInput>,
): Promise<Outcome<{ id: string }, 'claim_unknown' | 'state_changed' | LedgerRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockCityClaim(grant, input.claimId);
  if (!found.ok) return found;
  const { claim } = found.value;
  const moved = await advance(grant, claims, claim, {
    lifecycle: claimLifecycle,
    transition: 'refuse',
    set: { reason: input.reason, decidedBy: userOf(actor), decidedAt: now },
    event: { ...aboutClaim(claim), action: 'claim.refused', data: { reason: input.reason } },
  });
  if (!moved.ok) return moved;
  const freed = await freeClaim(grant, claim);
  if (!freed.ok) return freed;
  await notify(tx, startup(claim), 'claim_refused', { ...named(claim), reason: input.reason });
  return moved;
}
