import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { holds, redemptions } from '@/db/schema/redemptions';
import { post, type Posting } from '@/features/ledger/commands';
import type { LedgerKind, LedgerRefusal } from '@/features/ledger/messages';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity, lockOfOrganisation } from '@/server/rows';
import { aboutRedemption } from './about';
import { redemptionLifecycle, type RedemptionTransition } from './domain/lifecycle';
import type * as inputs from './input';
import type { AuditEntry } from '@/server/audit';

type RedemptionRow = typeof redemptions.$inferSelect;

type Decision = {
  transition: RedemptionTransition;
  set: Partial<typeof redemptions.$inferInsert>;
  action: AuditEntry['action'];
  data?: Record<string, string>;
};

async function move(
  grant: Grant,
  row: RedemptionRow,
  decision: Decision,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const { transition, set, action, data } = decision;
  return advance(grant, redemptions, row, {
    lifecycle: redemptionLifecycle,
    transition,
    set,
    event: {
      ...aboutRedemption(row),
      action,
      data: { subsidyFen: row.subsidyFen.toString(), ...data },
    },
  });
}

type AnswerRefusal = 'redemption_unknown' | 'state_changed';

async function answer(
  grant: Grant<'redemption.answer'>,
  redemptionId: string,
  decision: Decision,
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  const { tx } = grant;
  const row = await lockOfOrganisation(grant, redemptions, redemptionId);
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, decision);
  if (!moved.ok) return moved;
  const { disputeReason } = decision.set;
  if (disputeReason) await tellDisputed(grant, row, disputeReason);
  await notify(tx, { cityId: row.cityId, roles: ['finance'] }, 'redemption_answered', {
    reference: row.reference,
    path: paths.city.redemption(row.id),
  });
  return moved;
}

/** Notifies the vendor of a dispute, because the city needs the vendor's view before it decides. */
const tellDisputed = ({ tx }: Grant, row: RedemptionRow, reason: string) =>
  notify(tx, { organisationId: row.vendorId, roles: ['vendor_operator'] }, 'redemption_disputed', {
    reference: row.reference,
    reason,
    path: paths.vendor.redemption(row.id),
  });

/** Confirms for the start-up that it received what the vendor claims. */
export const confirmRedemption = (
  grant: Grant<'redemption.answer'>,
  input: z.output<typeof inputs.answerRedemptionInput>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'confirm',
    action: 'redemption.confirmed',
    set: { confirmedBy: userOf(grant.actor), confirmedAt: grant.now },
  });

/** Disputes a claim for the start-up, with the reason. */
export const disputeRedemption = (
  grant: Grant<'redemption.answer'>,
  input: z.output<typeof inputs.disputeRedemptionInput>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'dispute',
    action: 'redemption.disputed',
    set: { disputeReason: input.reason },
    data: { reason: input.reason },
  });

/** Returns a posting over a redemption's whole amount. */
function postingOf(row: RedemptionRow, kind: LedgerKind): Posting {
  const { subsidyFen: amountFen, voucherId, holdId, vendorId } = row;
  return { kind, amountFen, voucherId, holdId, vendorId };
}

async function tellParties(
  { tx }: Grant,
  row: RedemptionRow,
  template: 'redemption_decided' | 'redemption_rejected',
  reason = '',
): Promise<void> {
  const values = { reference: row.reference, reason };
  const vendor = {
    organisationId: row.vendorId,
    roles: ['vendor_operator', 'vendor_finance'],
  } as const;
  const holder = { organisationId: row.organisationId, roles: ['owner'] } as const;
  await notify(tx, vendor, template, { ...values, path: paths.vendor.redemption(row.id) });
  await notify(tx, holder, template, { ...values, path: paths.startup.redemption(row.id) });
}

type DecideRefusal = AnswerRefusal | LedgerRefusal;

/** Verifies a claim after the city has checked the evidence. The claim becomes money owed to the vendor. */
export async function verifyRedemption(
  grant: Grant<'redemption.verify'>,
  input: z.output<typeof inputs.answerRedemptionInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'invoice_reversed'>> {
  const row = await lockInCity(grant, redemptions, input.redemptionId);
  if (!row) return refused('redemption_unknown');
  if (row.redInvoiceNumber !== null) {
    return refused('invoice_reversed', { number: row.redInvoiceNumber });
  }
  const moved = await move(grant, row, {
    transition: 'verify',
    action: 'redemption.verified',
    set: { verifiedBy: userOf(grant.actor), verifiedAt: grant.now },
  });
  if (!moved.ok) return moved;
  // Named after the claim, because several claims can be verified under one key.
  const posted = await post(grant, postingOf(row, 'capture'), `capture:${row.id}`);
  if (!posted.ok) return posted;
  await grant.tx
    .update(redemptions)
    .set({ captureEntryId: posted.value.entryId })
    .where(eq(redemptions.id, row.id));
  await tellParties(grant, row, 'redemption_decided');
  return moved;
}

/**
 * Rejects a claim. Its invoice number can be used again, and its money returns to the hold; if the hold is closed, it
 * returns to the voucher. If that voucher has expired, a periodic job returns the money to the pool.
 */
export async function rejectRedemption(
  grant: Grant<'redemption.verify'>,
  input: z.output<typeof inputs.rejectRedemptionInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockInCity(grant, redemptions, input.redemptionId);
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, {
    transition: 'reject',
    action: 'redemption.rejected',
    set: { rejectionReason: input.reason, verifiedBy: userOf(actor), verifiedAt: now },
    data: { reason: input.reason },
  });
  if (!moved.ok) return moved;
  const [hold] = await tx.select().from(holds).where(eq(holds.id, row.holdId)).for('update');
  const kinds: LedgerKind[] = hold?.state === 'open' ? ['unclaim'] : ['unclaim', 'release'];
  for (const kind of kinds) {
    const posted = await post(grant, postingOf(row, kind));
    if (!posted.ok) return posted;
  }
  await tellParties(grant, row, 'redemption_rejected', input.reason);
  return moved;
}
