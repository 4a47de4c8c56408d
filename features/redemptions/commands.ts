import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities, organisations } from '@/db/schema/people';
import { holds, redemptions } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import { post } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { getHoldBalances } from '@/features/ledger/queries';
import { tell } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { listedVendors } from '@/features/vendors/queries';
import { addDays, endOfDay, formatDate, shanghaiDate } from '@/lib/dates';
import { formatFen } from '@/lib/money';
import { applyRate, percent } from '@/lib/rational';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import type * as inputs from './input';
import { redemptionLifecycle, type RedemptionTransition } from './domain/lifecycle';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type HoldRow = typeof holds.$inferSelect;
type RedemptionRow = typeof redemptions.$inferSelect;

/** What every event about a hold or a redemption says. */
const about = (row: HoldRow | RedemptionRow) => ({
  voucherId: row.voucherId,
  cityId: row.cityId,
  organisationId: row.organisationId,
});

async function nameOf(tx: Tx, organisationId: string): Promise<string> {
  const [row] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? '';
}

type HoldRefusal =
  'voucher_unknown' | 'vendor_not_listed' | 'hold_above_order' | 'hold_above_share' | LedgerRefusal;

/** Sets part of a voucher aside for one vendor and one order. */
export async function authoriseHold(
  grant: Grant<'hold.authorise'>,
  input: Input<'authoriseHoldInput'>,
): Promise<Outcome<{ voucherId: string }, HoldRefusal>> {
  const { tx, actor, now } = grant;
  const [voucher] = await tx
    .select()
    .from(vouchers)
    .where(
      and(eq(vouchers.id, input.voucherId), eq(vouchers.organisationId, organisationOf(actor))),
    );
  if (!voucher) return refused('voucher_unknown');
  const listed = await listedVendors(tx, voucher.cityId);
  if (!listed.some((vendor) => vendor.id === input.vendorId)) {
    return refused('vendor_not_listed', {}, 'vendorId');
  }
  const { rules } = await getVersion(tx, voucher.versionId);
  if (input.amountFen > input.orderFen) return refused('hold_above_order', {}, 'amountFen');
  const share = percent(rules.voucher.percentOfOrder);
  const most = applyRate(input.orderFen, share, { unitFen: 1n, mode: 'truncate' });
  if (input.amountFen > most) {
    const values = { percent: rules.voucher.percentOfOrder, most: formatFen(most) };
    return refused('hold_above_share', values, 'amountFen');
  }
  const holdId = randomUUID();
  const last = endOfDay(addDays(shanghaiDate(now), rules.voucher.holdDays));
  const expiresAt = last < voucher.validTo ? last : voucher.validTo;
  const posted = await post(grant, {
    kind: 'hold',
    amountFen: input.amountFen,
    voucherId: voucher.id,
    holdId,
    vendorId: input.vendorId,
    expiresAt,
  });
  if (!posted.ok) return { ...posted, field: 'amountFen' };
  const [hold] = await tx
    .insert(holds)
    .values({
      ...input,
      id: holdId,
      cityId: voucher.cityId,
      organisationId: voucher.organisationId,
      expiresAt,
      authorisedBy: userOf(actor),
    })
    .returning();
  if (!hold) throw new Error('The hold was not written.');
  await tell(
    tx,
    { organisationId: input.vendorId, roles: ['vendor_operator'] },
    'hold_authorised',
    {
      organisation: await nameOf(tx, voucher.organisationId),
      amount: formatFen(input.amountFen),
      order: input.orderNumber,
      expires: formatDate(expiresAt, 'zh-CN'),
      path: `/vendor/redemptions/new?hold=${holdId}`,
    },
  );
  await grant.record({
    action: 'hold.authorised',
    subject: { kind: 'hold', id: holdId },
    ...about(hold),
    data: { amountFen: input.amountFen.toString(), orderNumber: input.orderNumber },
  });
  return done({ voucherId: voucher.id });
}

/** Gives back what of a hold nobody has claimed. */
async function releaseRest(
  grant: Grant,
  hold: HoldRow,
  state: 'released' | 'expired',
): Promise<Outcome<null, LedgerRefusal>> {
  const balance = (await getHoldBalances(grant.tx, [hold.id])).get(hold.id);
  const open = balance?.openFen;
  if (open && open > 0n) {
    const posted = await post(
      grant,
      {
        kind: 'release',
        amountFen: open,
        voucherId: hold.voucherId,
        holdId: hold.id,
        vendorId: hold.vendorId,
      },
      `release:${hold.id}`,
    );
    if (!posted.ok) return posted;
  }
  await grant.tx.update(holds).set({ state }).where(eq(holds.id, hold.id));
  await grant.record({
    action: `hold.${state}`,
    subject: { kind: 'hold', id: hold.id },
    ...about(hold),
    data: { amountFen: (open ?? 0n).toString() },
  });
  return done(null);
}

export async function releaseHold(
  grant: Grant<'hold.authorise'>,
  input: Input<'releaseHoldInput'>,
): Promise<Outcome<{ voucherId: string }, 'hold_unknown' | 'hold_closed' | LedgerRefusal>> {
  const { tx, actor } = grant;
  const [hold] = await tx
    .select()
    .from(holds)
    .where(and(eq(holds.id, input.holdId), eq(holds.organisationId, organisationOf(actor))))
    .for('update');
  if (!hold) return refused('hold_unknown');
  if (hold.state !== 'open') return refused('hold_closed');
  const released = await releaseRest(grant, hold, 'released');
  return released.ok ? done({ voucherId: hold.voucherId }) : released;
}

/** Sweep: holds past their time are released; what is claimed by then stays claimed. */
export async function expireHolds(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now } = grant;
  const due = await tx
    .select()
    .from(holds)
    .where(and(eq(holds.cityId, cityOf(actor)), eq(holds.state, 'open'), lte(holds.expiresAt, now)))
    .limit(500)
    .for('update');
  for (const hold of due) {
    const released = await releaseRest(grant, hold, 'expired');
    if (!released.ok) throw new Error(`Release of hold ${hold.id} was declined: ${released.code}`);
  }
  return done({ count: due.length });
}

type SubmitRefusal =
  | 'hold_unknown'
  | 'hold_closed'
  | 'invoice_taken'
  | 'subsidy_above_invoice'
  | DocumentRefusal
  | LedgerRefusal;

/** A vendor claims its part of an order, with the invoice as evidence. */
export async function submitRedemption(
  grant: Grant<'redemption.submit'>,
  input: Input<'submitRedemptionInput'>,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const { tx, actor, now } = grant;
  const vendorId = organisationOf(actor);
  const [hold] = await tx
    .select()
    .from(holds)
    .where(and(eq(holds.id, input.holdId), eq(holds.vendorId, vendorId)))
    .for('update');
  if (!hold) return refused('hold_unknown');
  if (hold.state !== 'open') return refused('hold_closed');
  if (input.subsidyFen > input.invoiceFen)
    return refused('subsidy_above_invoice', {}, 'subsidyFen');
  const [taken] = await tx.execute<{ taken: boolean }>(
    sql`select app.invoice_taken(${input.invoiceKey}) as taken`,
  );
  if (taken?.taken) return refused('invoice_taken', {}, 'invoiceNumber');
  const posted = await post(grant, {
    kind: 'claim',
    amountFen: input.subsidyFen,
    voucherId: hold.voucherId,
    holdId: hold.id,
    vendorId,
  });
  if (!posted.ok) return { ...posted, field: 'subsidyFen' };
  const [city] = await tx.select().from(cities).where(eq(cities.id, hold.cityId));
  const [numbered] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${`${city?.prefix ?? ''}-HX`}) as reference`,
  );
  const [row] = await tx
    .insert(redemptions)
    .values({
      cityId: hold.cityId,
      organisationId: hold.organisationId,
      vendorId,
      voucherId: hold.voucherId,
      holdId: hold.id,
      reference: numbered?.reference ?? '',
      state: redemptionLifecycle.initial,
      invoiceKey: input.invoiceKey,
      invoiceFen: input.invoiceFen,
      subsidyFen: input.subsidyFen,
      cardHours: input.cardHours,
      chip: input.chip,
      servedFrom: input.servedFrom,
      servedTo: input.servedTo,
      submittedBy: userOf(actor),
      submittedAt: now,
    })
    .returning();
  if (!row) throw new Error('The redemption was not written.');
  const stored = await storeDocument(grant, {
    file: input.invoiceFile,
    redemptionId: row.id,
    requirement: 'invoiceFile',
  });
  if (!stored.ok) return { ...stored, field: 'invoiceFile' };
  await tell(
    tx,
    { organisationId: hold.organisationId, roles: ['owner'] },
    'redemption_submitted',
    {
      vendor: await nameOf(tx, vendorId),
      reference: row.reference,
      amount: formatFen(row.subsidyFen),
      path: `/startup/redemptions/${row.id}`,
    },
  );
  await grant.record({
    action: 'redemption.submitted',
    subject: { kind: 'redemption', id: row.id },
    ...about(row),
    data: { subsidyFen: row.subsidyFen.toString(), invoiceFen: row.invoiceFen.toString() },
  });
  return done({ id: row.id });
}

type Decision = {
  transition: RedemptionTransition;
  set: Partial<typeof redemptions.$inferInsert>;
  action: string;
  data?: Record<string, string>;
};

async function move(
  grant: Grant,
  row: RedemptionRow,
  decision: Decision,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = redemptionLifecycle.next(row.state, decision.transition);
  if (!next.ok) return next;
  await grant.tx
    .update(redemptions)
    .set({ ...decision.set, state: next.value })
    .where(eq(redemptions.id, row.id));
  await grant.record({
    action: decision.action,
    subject: { kind: 'redemption', id: row.id },
    ...about(row),
    data: { subsidyFen: row.subsidyFen.toString(), ...decision.data },
  });
  return done({ id: row.id });
}

type AnswerRefusal = 'redemption_unknown' | 'state_changed';

async function answer(
  grant: Grant<'redemption.answer'>,
  redemptionId: string,
  decision: Decision,
): Promise<Outcome<{ id: string }, AnswerRefusal>> {
  const { tx, actor } = grant;
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(
      and(eq(redemptions.id, redemptionId), eq(redemptions.organisationId, organisationOf(actor))),
    )
    .for('update');
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, decision);
  if (!moved.ok) return moved;
  await tell(tx, { cityId: row.cityId, roles: ['finance'] }, 'redemption_answered', {
    reference: row.reference,
    path: `/city/redemptions/${row.id}`,
  });
  return moved;
}

/** The start-up says that it got what the vendor claims. */
export const confirmRedemption = (
  grant: Grant<'redemption.answer'>,
  input: Input<'answerRedemptionInput'>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'confirm',
    action: 'redemption.confirmed',
    set: { confirmedBy: userOf(grant.actor), confirmedAt: grant.now },
  });

/** The start-up says that something is wrong, and what. */
export const disputeRedemption = (
  grant: Grant<'redemption.answer'>,
  input: Input<'disputeRedemptionInput'>,
) =>
  answer(grant, input.redemptionId, {
    transition: 'dispute',
    action: 'redemption.disputed',
    set: { disputeReason: input.reason },
    data: { reason: input.reason },
  });

async function decide(
  grant: Grant<'redemption.verify'>,
  redemptionId: string,
  kind: 'capture' | 'unclaim',
  decision: Decision,
): Promise<Outcome<{ id: string }, AnswerRefusal | LedgerRefusal>> {
  const { tx, actor } = grant;
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(and(eq(redemptions.id, redemptionId), eq(redemptions.cityId, cityOf(actor))))
    .for('update');
  if (!row) return refused('redemption_unknown');
  const moved = await move(grant, row, decision);
  if (!moved.ok) return moved;
  const posted = await post(grant, {
    kind,
    amountFen: row.subsidyFen,
    voucherId: row.voucherId,
    holdId: row.holdId,
    vendorId: row.vendorId,
  });
  if (!posted.ok) return posted;
  if (kind === 'capture') {
    await tx
      .update(redemptions)
      .set({ captureEntryId: posted.value.entryId })
      .where(eq(redemptions.id, row.id));
  } else {
    await giveBack(grant, row);
  }
  const audience = {
    organisationId: row.vendorId,
    roles: ['vendor_operator', 'vendor_finance'] as const,
  };
  await tell(tx, audience, 'redemption_decided', {
    reference: row.reference,
    path: `/vendor/redemptions/${row.id}`,
  });
  return moved;
}

/** A refused claim goes back into its hold; where that is closed already, to the voucher. */
async function giveBack(grant: Grant, row: RedemptionRow): Promise<void> {
  const [hold] = await grant.tx.select().from(holds).where(eq(holds.id, row.holdId)).for('update');
  if (!hold || hold.state === 'open') return;
  const released = await post(grant, {
    kind: 'release',
    amountFen: row.subsidyFen,
    voucherId: row.voucherId,
    holdId: row.holdId,
    vendorId: row.vendorId,
  });
  if (!released.ok) throw new Error(`Release of hold ${hold.id} was declined: ${released.code}`);
}

/** The city has checked the evidence: the claim becomes money owed to the vendor. */
export const verifyRedemption = (
  grant: Grant<'redemption.verify'>,
  input: Input<'answerRedemptionInput'>,
) =>
  decide(grant, input.redemptionId, 'capture', {
    transition: 'verify',
    action: 'redemption.verified',
    set: { verifiedBy: userOf(grant.actor), verifiedAt: grant.now },
  });

/** The city refuses a claim: its money goes back into the hold, its invoice number is free again. */
export const rejectRedemption = (
  grant: Grant<'redemption.verify'>,
  input: Input<'rejectRedemptionInput'>,
) =>
  decide(grant, input.redemptionId, 'unclaim', {
    transition: 'reject',
    action: 'redemption.rejected',
    set: { rejectionReason: input.reason, verifiedBy: userOf(grant.actor), verifiedAt: grant.now },
    data: { reason: input.reason },
  });
