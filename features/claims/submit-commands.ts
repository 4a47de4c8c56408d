import 'server-only';
import type { z } from 'zod';
import { newId } from '@/db/new-id';
import { claims } from '@/db/schema/claims';
import { listDocuments } from '@/features/documents/queries';
import { post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { invoiceText } from '@/features/redemptions/domain/invoice-text';
import { invoiceTaken } from '@/features/redemptions/invoice-uses';
import { nameOf } from '@/features/redemptions/queries';
import { shanghaiDate } from '@/lib/dates';
import { fen, formatFen, minFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance } from '@/server/rows';
import { aboutClaim } from './about';
import { listCosts, workOut } from './award';
import { claimLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { freeClaim, lockOwnClaim, postOnHold, type Locked } from './locks';

type NotWhole = 'costs_missing' | 'claim_evidence_missing' | 'invoice_taken_named';

/** Checks that a claim has costs, every required document, and no invoice that somebody used meanwhile. */
async function checkWhole(
  grant: Pick<Grant, 'tx'>,
  { claim, voucher }: Locked,
): Promise<Outcome<null, NotWhole>> {
  const { tx } = grant;
  const costs = await listCosts(tx, claim.id);
  if (costs.length === 0) return refused('costs_missing');
  const { rules } = await getVersion(tx, voucher.versionId);
  const held = await listDocuments(tx, { claimId: claim.id });
  const missing = rules.evidence.redemption.filter(
    (code) => !held.some(({ requirement }) => requirement === code),
  );
  if (missing.length > 0) return refused('claim_evidence_missing', { n: missing.length });
  for (const { invoiceKey } of costs) {
    if (await invoiceTaken(tx, invoiceKey, claim.id)) {
      return refused('invoice_taken_named', { number: invoiceText(invoiceKey) });
    }
  }
  return done(null);
}

/** Sets the claimed amount aside for the first time: a hold in favour of the start-up itself, claimed at once. */
async function setAside(
  grant: Grant<'claim.submit'>,
  { claim, voucher }: Locked,
  amountFen: Fen,
): Promise<Outcome<{ holdId: string }, LedgerRefusal>> {
  const holdId = await newId(grant.tx);
  const posting = {
    amountFen,
    voucherId: voucher.id,
    holdId,
    vendorId: claim.organisationId,
    expiresAt: voucher.validTo,
  };
  for (const kind of ['hold', 'claim'] as const) {
    const posted = await post(grant, { ...posting, kind });
    if (!posted.ok) return posted;
  }
  return done({ holdId });
}

/**
 * Changes what is set aside to the amount of a corrected claim. After the award's last day nothing new can be set aside, so
 * the amount may then only become smaller, in the hold that is there.
 */
async function changeAside(
  grant: Grant<'claim.submit'>,
  locked: Locked,
  amountFen: Fen,
): Promise<Outcome<{ holdId: string }, LedgerRefusal>> {
  const { claim } = locked;
  const { holdId, claimedFen } = claim;
  if (holdId === null || claimedFen === null) return setAside(grant, locked, amountFen);
  const hold = { claim, holdId };
  if (amountFen <= claimedFen) {
    const less = fen(claimedFen - amountFen);
    const freed = await postOnHold(grant, hold, ['unclaim', 'release'], less);
    return freed.ok ? done({ holdId }) : freed;
  }
  const freed = await postOnHold(grant, hold, ['unclaim', 'release'], claimedFen);
  return freed.ok ? setAside(grant, locked, amountFen) : freed;
}

type SubmitRefusal =
  | 'claim_unknown'
  | 'state_changed'
  | 'voucher_revoked'
  | 'claim_too_late'
  | 'correction_over'
  | 'claim_worth_nothing'
  | 'award_used_up'
  | 'invoice_taken'
  | NotWhole
  | LedgerRefusal;

/** Returns why a claim comes too late: a first one after the award's last day, a corrected one after the correction's. */
function tooLate({ now }: Pick<Grant, 'now'>, { claim, voucher }: Locked) {
  if (claim.state === 'draft' && voucher.validTo <= now) {
    return refused('claim_too_late', { on: shanghaiDate(voucher.validTo) });
  }
  if (claim.correctionDueAt && claim.correctionDueAt <= now) {
    return refused('correction_over', { on: shanghaiDate(claim.correctionDueAt) });
  }
  return undefined;
}

/**
 * Submits a claim with the start-up's declaration, or hands a corrected one in. The amount is what the rules give for the costs
 * that were really paid; it is set aside on the award, so that nothing else can use it. If two claims with the same invoice are
 * submitted at once, the constraint `invoice_uses_once` refuses the second as `invoice_taken`.
 */
export async function submitClaim(
  grant: Grant<'claim.submit'>,
  input: z.output<typeof inputs.submitClaimInput>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now } = grant;
  const found = await lockOwnClaim(grant, input.claimId);
  if (!found.ok) return found;
  const { claim, voucher } = found.value;
  if (!claimLifecycle.can(claim.state, 'submit')) return refused('state_changed');
  if (voucher.state === 'revoked') return refused('voucher_revoked');
  const late = tooLate(grant, found.value);
  if (late) return late;
  const whole = await checkWhole(grant, found.value);
  if (!whole.ok) return whole;
  const worth = await workOut(tx, voucher, claim);
  if (worth.amountFen === 0n) {
    return refused(worth.entitledFen > 0n ? 'award_used_up' : 'claim_worth_nothing');
  }
  const over = voucher.validTo <= now;
  const amountFen = over ? minFen(worth.amountFen, claim.claimedFen ?? zeroFen) : worth.amountFen;
  const aside = await changeAside(grant, found.value, amountFen);
  if (!aside.ok) return aside;
  const reference = claim.reference ?? (await nextReference(tx, claim.cityId, 'DF'));
  const moved = await advance(grant, claims, claim, {
    lifecycle: claimLifecycle,
    transition: 'submit',
    set: {
      reference,
      holdId: aside.value.holdId,
      costsFen: worth.costsFen,
      claimedFen: amountFen,
      submittedBy: userOf(actor),
      ...(claim.submittedAt ? { correctedAt: now, correctionDueAt: null } : { submittedAt: now }),
    },
    event: {
      ...aboutClaim(claim),
      action: claim.submittedAt ? 'claim.corrected' : 'claim.submitted',
      data: { amountFen: amountFen.toString(), costsFen: worth.costsFen.toString(), reference },
    },
  });
  if (!moved.ok) return moved;
  await notify(tx, { cityId: claim.cityId, roles: ['finance'] }, 'claim_submitted', {
    reference,
    organisation: await nameOf(tx, claim.organisationId),
    amount: formatFen(amountFen),
    path: paths.city.claim(claim.id),
  });
  return moved;
}

/** Withdraws a claim. What was set aside for it can be claimed again, and its invoices are free. */
export async function withdrawClaim(
  grant: Grant<'claim.submit'>,
  input: z.output<typeof inputs.claimInput>,
): Promise<Outcome<{ voucherId: string }, 'claim_unknown' | 'state_changed' | LedgerRefusal>> {
  const found = await lockOwnClaim(grant, input.claimId);
  if (!found.ok) return found;
  const { claim } = found.value;
  const moved = await advance(grant, claims, claim, {
    lifecycle: claimLifecycle,
    transition: 'withdraw',
    event: { ...aboutClaim(claim), action: 'claim.withdrawn' },
  });
  if (!moved.ok) return moved;
  const freed = await freeClaim(grant, claim);
  if (!freed.ok) return freed;
  return done({ voucherId: claim.voucherId });
}
