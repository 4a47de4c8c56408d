import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { claimCosts, claims } from '@/db/schema/claims';
import { vouchers } from '@/db/schema/vouchers';
import {
  storeDocument,
  takeOutDocuments,
  type DocumentRefusal,
} from '@/features/documents/commands';
import { getBalance } from '@/features/ledger/queries';
import { getVersion } from '@/features/programmes/queries';
import { invoiceTaken } from '@/features/redemptions/invoice-uses';
import { payoutOf } from '@/features/rules/domain/payout';
import type { Rules } from '@/features/rules/domain/rules';
import { shanghaiDate } from '@/lib/dates';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockOfOrganisation } from '@/server/rows';
import { aboutClaim } from './about';
import { capturedStates, claimedStates, claimLifecycle, isOpen } from './domain/lifecycle';
import type * as inputs from './input';

type ClaimRow = typeof claims.$inferSelect;
type VoucherRow = typeof vouchers.$inferSelect;

type StartRefusal =
  | 'voucher_unknown'
  | 'voucher_not_claimed'
  | 'voucher_frozen'
  | 'voucher_revoked'
  | 'claim_too_late'
  | 'award_used_up'
  | 'claim_once_only';

/** Returns the claims of a voucher in some states. */
const claimsOf = (
  { tx }: Pick<Grant, 'tx'>,
  voucherId: string,
  states: readonly ClaimRow['state'][],
) =>
  tx
    .select()
    .from(claims)
    .where(and(eq(claims.voucherId, voucherId), inArray(claims.state, [...states])))
    .limit(1);

/** Returns why nothing can be claimed on a voucher now; undefined if something can. */
async function whyNot(
  grant: Pick<Grant, 'tx' | 'now'>,
  voucher: VoucherRow,
  rules: Rules,
): Promise<Outcome<never, StartRefusal> | undefined> {
  if (payoutOf(rules) !== 'claims') return refused('voucher_not_claimed');
  if (voucher.state === 'frozen') return refused('voucher_frozen');
  if (voucher.state === 'revoked') return refused('voucher_revoked');
  if (voucher.validTo <= grant.now) {
    return refused('claim_too_late', { on: shanghaiDate(voucher.validTo) });
  }
  const balance = await getBalance(grant.tx, voucher.id);
  if (!balance || balance.availableFen <= 0n) return refused('award_used_up');
  if (rules.voucher.partialUse) return undefined;
  const [other] = await claimsOf(grant, voucher.id, [
    ...claimedStates,
    ...capturedStates,
    // A claim that was recovered whole was the one that the rules allow.
    'reversed',
  ]);
  return other && refused('claim_once_only');
}

/** Begins a claim on an award, or returns the draft that is already there. */
export async function startClaim(
  grant: Grant<'claim.draft'>,
  input: z.output<typeof inputs.startClaimInput>,
): Promise<Outcome<{ id: string }, StartRefusal>> {
  const { tx, actor } = grant;
  const voucher = await lockOfOrganisation(grant, vouchers, input.voucherId);
  if (!voucher) return refused('voucher_unknown');
  const { rules } = await getVersion(tx, voucher.versionId);
  const objection = await whyNot(grant, voucher, rules);
  if (objection) return objection;
  const [draft] = await claimsOf(grant, voucher.id, ['draft']);
  const [row] = draft
    ? [draft]
    : await tx
        .insert(claims)
        .values({
          cityId: voucher.cityId,
          organisationId: voucher.organisationId,
          voucherId: voucher.id,
          state: claimLifecycle.initial,
          createdBy: userOf(actor),
        })
        .returning();
  if (!row) throw new Error('The claim was not written.');
  await grant.record({ ...aboutClaim(row), action: 'claim.started' });
  return done({ id: row.id });
}

export type OpenRefusal = 'claim_unknown' | 'claim_not_open' | 'correction_over';

/** Locks a claim of the actor's organisation that may be changed now. */
async function lockOpen(
  grant: Grant<'claim.draft'>,
  claimId: string,
): Promise<Outcome<ClaimRow, OpenRefusal>> {
  const row = await lockOfOrganisation(grant, claims, claimId);
  if (!row) return refused('claim_unknown');
  if (!isOpen(row.state)) return refused('claim_not_open');
  if (row.correctionDueAt && row.correctionDueAt <= grant.now) {
    return refused('correction_over', { on: shanghaiDate(row.correctionDueAt) });
  }
  return done(row);
}

async function voucherOf({ tx }: Pick<Grant, 'tx'>, row: ClaimRow): Promise<VoucherRow> {
  const [voucher] = await tx.select().from(vouchers).where(eq(vouchers.id, row.voucherId));
  if (!voucher) throw new Error(`Claim ${row.id} has no voucher.`);
  return voucher;
}

/** The most invoices of one claim. More go into a further claim. */
const mostCosts = 50;

type CostInput = z.output<typeof inputs.addCostInput>;
type DateRefusal = 'invoiced_in_future' | 'payment_in_future' | 'paid_after_last_day';

/** Checks the days of an invoice: nothing lies in the future, and the payment not after the award's last day. */
function checkDays(
  { now }: Pick<Grant, 'now'>,
  voucher: VoucherRow,
  { invoicedOn, paidOn }: CostInput,
): Outcome<null, DateRefusal> {
  const today = shanghaiDate(now);
  const lastDay = shanghaiDate(voucher.validTo);
  if (invoicedOn > today) return refused('invoiced_in_future', { on: today }, 'invoicedOn');
  if (paidOn > today) return refused('payment_in_future', { on: today }, 'paidOn');
  if (paidOn > lastDay) return refused('paid_after_last_day', { on: lastDay }, 'paidOn');
  return done(null);
}

/**
 * Adds an invoice to a claim, with its payment. The constraint `claim_costs_invoice_in_claim` enforces what `invoice_in_claim`
 * reports.
 */
export async function addCost(
  grant: Grant<'claim.draft'>,
  input: CostInput,
): Promise<
  Outcome<
    { id: string },
    OpenRefusal | DateRefusal | 'invoice_taken' | 'invoice_in_claim' | 'costs_too_many'
  >
> {
  const { tx } = grant;
  const locked = await lockOpen(grant, input.claimId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const days = checkDays(grant, await voucherOf(grant, row), input);
  if (!days.ok) return days;
  const held = await tx.select().from(claimCosts).where(eq(claimCosts.claimId, row.id));
  if (held.length >= mostCosts) return refused('costs_too_many', { maximum: mostCosts });
  if (held.some(({ invoiceKey }) => invoiceKey === input.invoiceKey)) {
    return refused('invoice_in_claim', {}, 'invoiceNumber');
  }
  if (await invoiceTaken(tx, input.invoiceKey, row.id)) {
    return refused('invoice_taken', {}, 'invoiceNumber');
  }
  const { invoiceKey, invoicedOn, invoiceFen, countedFen, paidFen, paidOn } = input;
  await tx.insert(claimCosts).values({
    cityId: row.cityId,
    organisationId: row.organisationId,
    claimId: row.id,
    invoiceKey,
    invoicedOn,
    invoiceFen,
    countedFen,
    paidFen,
    paidOn,
    paymentReference: input.paymentReference,
  });
  await grant.record({
    ...aboutClaim(row),
    action: 'claim.cost_added',
    data: { invoiceKey, invoiceFen: invoiceFen.toString(), paidFen: paidFen.toString() },
  });
  return done({ id: row.id });
}

/** Takes an invoice out of a claim. */
export async function removeCost(
  grant: Grant<'claim.draft'>,
  input: z.output<typeof inputs.removeCostInput>,
): Promise<Outcome<{ id: string }, OpenRefusal | 'cost_unknown'>> {
  const locked = await lockOpen(grant, input.claimId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const [removed] = await grant.tx
    .delete(claimCosts)
    .where(and(eq(claimCosts.id, input.costId), eq(claimCosts.claimId, row.id)))
    .returning({ invoiceKey: claimCosts.invoiceKey });
  if (!removed) return refused('cost_unknown');
  await grant.record({ ...aboutClaim(row), action: 'claim.cost_removed', data: removed });
  return done({ id: row.id });
}

/** Attaches a file to a claim, as one of the documents that the rules require after the award. */
export async function attachToClaim(
  grant: Grant<'claim.draft'>,
  input: z.output<typeof inputs.attachInput>,
): Promise<Outcome<{ id: string }, OpenRefusal | 'evidence_unknown' | DocumentRefusal>> {
  const locked = await lockOpen(grant, input.claimId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { rules } = await getVersion(grant.tx, (await voucherOf(grant, row)).versionId);
  if (!rules.evidence.redemption.includes(input.requirement)) return refused('evidence_unknown');
  const { file, requirement } = input;
  const stored = await storeDocument(grant, { file, requirement, claimId: row.id });
  if (!stored.ok) return { ...stored, field: 'file' };
  await grant.record({
    ...aboutClaim(row),
    action: 'document.attached',
    data: { requirement, documentId: stored.value.id, fileName: stored.value.fileName },
  });
  return done({ id: row.id });
}

/** Removes a file from a claim. Its bytes are kept for the record. */
export async function removeFromClaim(
  grant: Grant<'claim.draft'>,
  input: z.output<typeof inputs.removeFileInput>,
): Promise<Outcome<{ id: string }, OpenRefusal | 'file_unknown'>> {
  const locked = await lockOpen(grant, input.claimId);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { rules } = await getVersion(grant.tx, (await voucherOf(grant, row)).versionId);
  const asked = rules.evidence.redemption;
  const [removed] = await takeOutDocuments(grant, { claimId: row.id }, asked, input.documentId);
  if (!removed) return refused('file_unknown');
  const { requirement, id: documentId, fileName } = removed;
  await grant.record({
    ...aboutClaim(row),
    action: 'document.removed',
    data: { requirement, documentId, fileName },
  });
  return done({ id: row.id });
}
