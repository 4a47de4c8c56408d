import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { bankAccounts, cities } from '@/db/schema/people';
import { redemptions } from '@/db/schema/redemptions';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { settle } from '@/features/ledger/commands';
import { listSettlementLines, listUnsettled } from '@/features/ledger/queries';
import { tell } from '@/features/notifications/commands';
import { redemptionLifecycle } from '@/features/redemptions/domain/lifecycle';
import { formatFen, sumFen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { batchLifecycle, paymentLifecycle } from './domain/lifecycle';
import { batchFile } from './batch-file';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;
type PaymentRow = typeof payments.$inferSelect;

async function nextReference(tx: Tx, cityId: string, kind: string): Promise<string> {
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  const [row] = await tx.execute<{ reference: string }>(
    sql`select app.next_reference(${`${city?.prefix ?? ''}-${kind}`}) as reference`,
  );
  return row?.reference ?? '';
}

async function bankOf(tx: Tx, organisationId: string) {
  const [account] = await tx
    .select()
    .from(bankAccounts)
    .where(eq(bankAccounts.organisationId, organisationId));
  return (
    account && {
      accountName: account.accountName,
      accountNumber: account.accountNumber,
      bankName: account.bankName,
      cnapsCode: account.cnapsCode,
    }
  );
}

/** The redemptions a payment pays: those whose captures its settlement took. */
async function redemptionsOf(tx: Tx, paymentIds: readonly string[]) {
  const lines = await listSettlementLines(tx, paymentIds);
  if (lines.length === 0) return [];
  return tx
    .select()
    .from(redemptions)
    .where(
      inArray(
        redemptions.captureEntryId,
        lines.map((line) => line.entryId),
      ),
    )
    .orderBy(asc(redemptions.id))
    .for('update');
}

async function moveRedemptions(
  grant: Grant,
  paymentIds: readonly string[],
  transition: 'batch' | 'pay',
): Promise<void> {
  for (const row of await redemptionsOf(grant.tx, paymentIds)) {
    const next = redemptionLifecycle.next(row.state, transition);
    if (!next.ok) continue;
    await grant.tx.update(redemptions).set({ state: next.value }).where(eq(redemptions.id, row.id));
    await grant.record({
      action: transition === 'pay' ? 'redemption.paid' : 'redemption.batched',
      subject: { kind: 'redemption', id: row.id },
      voucherId: row.voucherId,
      organisationId: row.organisationId,
    });
  }
}

/**
 * Makes a batch of everything verified and not settled yet, and of failed payments queued again:
 * one payment a payee, into the account as it stands now.
 */
export async function proposeBatch(
  grant: Grant<'settlement.propose'>,
): Promise<Outcome<{ id: string }, 'nothing_to_settle' | 'bank_account_missing'>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const unsettled = await listUnsettled(tx, cityId);
  const queued = await tx
    .select()
    .from(payments)
    .where(
      and(eq(payments.cityId, cityId), eq(payments.state, 'pending'), isNull(payments.batchId)),
    )
    .for('update');
  if (unsettled.length + queued.length === 0) return refused('nothing_to_settle');
  const batchId = randomUUID();
  const reference = await nextReference(tx, cityId, 'JS');
  await tx.insert(settlementBatches).values({
    id: batchId,
    cityId,
    reference,
    state: batchLifecycle.initial,
    totalFen: sumFen([]),
    proposedBy: userOf(actor),
    proposedAt: now,
  });
  const made: PaymentRow['amountFen'][] = [];
  for (const { payeeId } of unsettled) {
    const bank = await bankOf(tx, payeeId);
    if (!bank) return refused('bank_account_missing');
    const id = randomUUID();
    const amountFen = await settle(grant, { cityId, settlementId: id, payeeId });
    if (amountFen <= 0n) continue;
    await tx.insert(payments).values({
      id,
      cityId,
      batchId,
      payeeId,
      reference: `${reference}-${made.length + 1}`,
      state: paymentLifecycle.initial,
      amountFen,
      bank,
    });
    await moveRedemptions(grant, [id], 'batch');
    made.push(amountFen);
  }
  for (const payment of queued) {
    const bank = (await bankOf(tx, payment.payeeId)) ?? payment.bank;
    await tx.update(payments).set({ batchId, bank }).where(eq(payments.id, payment.id));
    made.push(payment.amountFen);
  }
  if (made.length === 0) return refused('nothing_to_settle');
  const totalFen = sumFen(made);
  await tx.update(settlementBatches).set({ totalFen }).where(eq(settlementBatches.id, batchId));
  await grant.record({
    action: 'settlement.proposed',
    subject: { kind: 'batch', id: batchId },
    data: { totalFen: totalFen.toString(), payments: made.length, reference },
  });
  return done({ id: batchId });
}

type ReleaseRefusal = 'batch_unknown' | 'same_person' | 'state_changed';

/** Releases a batch made by somebody else; the release is bound to the payment file's hash. */
export async function releaseBatch(
  grant: Grant<'settlement.release'>,
  input: Input<'batchInput'>,
): Promise<Outcome<{ id: string }, ReleaseRefusal>> {
  const { tx, actor, now } = grant;
  const [batch] = await tx
    .select()
    .from(settlementBatches)
    .where(
      and(eq(settlementBatches.id, input.batchId), eq(settlementBatches.cityId, cityOf(actor))),
    )
    .for('update');
  if (!batch) return refused('batch_unknown');
  if (batch.proposedBy === userOf(actor)) return refused('same_person');
  const next = batchLifecycle.next(batch.state, 'release');
  if (!next.ok) return next;
  const fileSha256 = createHash('sha256')
    .update(await batchFile(tx, batch.id))
    .digest('hex');
  await tx
    .update(settlementBatches)
    .set({ state: next.value, releasedBy: userOf(actor), releasedAt: now, fileSha256 })
    .where(eq(settlementBatches.id, batch.id));
  await grant.record({
    action: 'settlement.released',
    subject: { kind: 'batch', id: batch.id },
    data: { totalFen: batch.totalFen.toString(), fileSha256, reference: batch.reference },
  });
  return done({ id: batch.id });
}

type MarkRefusal = 'payment_unknown' | 'batch_not_released' | 'state_changed' | 'paid_in_future';

async function lockPayment(grant: Grant<'payment.mark'>, paymentId: string) {
  const { tx, actor } = grant;
  const [found] = await tx
    .select({ payment: payments, batch: settlementBatches })
    .from(payments)
    .leftJoin(settlementBatches, eq(settlementBatches.id, payments.batchId))
    .where(and(eq(payments.id, paymentId), eq(payments.cityId, cityOf(actor))));
  if (!found) return refused('payment_unknown');
  await tx
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.id, paymentId))
    .for('update');
  return done(found);
}

/** A batch whose payments are all decided is closed. */
async function closeIfDone(grant: Grant, batchId: string | null): Promise<void> {
  if (!batchId) return;
  const { tx } = grant;
  const [batch] = await tx
    .select()
    .from(settlementBatches)
    .where(eq(settlementBatches.id, batchId))
    .for('update');
  const [open] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.batchId, batchId), eq(payments.state, 'pending')))
    .limit(1);
  if (!batch || open) return;
  const next = batchLifecycle.next(batch.state, 'close');
  if (next.ok)
    await tx
      .update(settlementBatches)
      .set({ state: next.value })
      .where(eq(settlementBatches.id, batchId));
}

/** The bank has paid. */
export async function markPaid(
  grant: Grant<'payment.mark'>,
  input: Input<'markPaidInput'>,
): Promise<Outcome<{ batchId: string }, MarkRefusal>> {
  const { tx, actor, now } = grant;
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment, batch } = locked.value;
  if (batch?.state !== 'released') return refused('batch_not_released');
  if (new Date(`${input.paidOn}T00:00:00+08:00`) > now)
    return refused('paid_in_future', {}, 'paidOn');
  const next = paymentLifecycle.next(payment.state, 'markPaid');
  if (!next.ok) return next;
  await tx
    .update(payments)
    .set({
      state: next.value,
      paidOn: input.paidOn,
      bankReference: input.bankReference,
      decidedBy: userOf(actor),
      decidedAt: now,
    })
    .where(eq(payments.id, payment.id));
  await moveRedemptions(grant, [payment.id], 'pay');
  await closeIfDone(grant, payment.batchId);
  await tellPayee(grant, payment, 'payment_made', {});
  await grant.record({
    action: 'payment.paid',
    subject: { kind: 'payment', id: payment.id },
    organisationId: payment.payeeId,
    data: { amountFen: payment.amountFen.toString(), reference: payment.reference },
  });
  return done({ batchId: batch.id });
}

const tellPayee = (
  grant: Grant,
  payment: PaymentRow,
  template: 'payment_made' | 'payment_failed',
  more: Record<string, string>,
) =>
  tell(
    grant.tx,
    { organisationId: payment.payeeId, roles: ['vendor_finance', 'owner'] },
    template,
    {
      reference: payment.reference,
      amount: formatFen(payment.amountFen),
      ...more,
    },
  );

/** The bank has sent it back: a wrong account, most often. */
export async function markFailed(
  grant: Grant<'payment.mark'>,
  input: Input<'markFailedInput'>,
): Promise<Outcome<{ batchId: string }, MarkRefusal>> {
  const { tx, actor, now } = grant;
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment, batch } = locked.value;
  if (batch?.state !== 'released') return refused('batch_not_released');
  const next = paymentLifecycle.next(payment.state, 'markFailed');
  if (!next.ok) return next;
  await tx
    .update(payments)
    .set({
      state: next.value,
      failureReason: input.reason,
      decidedBy: userOf(actor),
      decidedAt: now,
    })
    .where(eq(payments.id, payment.id));
  await closeIfDone(grant, payment.batchId);
  await tellPayee(grant, payment, 'payment_failed', { reason: input.reason });
  await grant.record({
    action: 'payment.failed',
    subject: { kind: 'payment', id: payment.id },
    organisationId: payment.payeeId,
    data: { reason: input.reason, reference: payment.reference },
  });
  return done({ batchId: batch.id });
}

/** Puts a failed payment into the next batch, into the account as it then stands. */
export async function requeuePayment(
  grant: Grant<'payment.mark'>,
  input: Input<'requeueInput'>,
): Promise<Outcome<null, 'payment_unknown' | 'state_changed'>> {
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment } = locked.value;
  const next = paymentLifecycle.next(payment.state, 'requeue');
  if (!next.ok) return next;
  await grant.tx
    .update(payments)
    .set({ state: next.value, batchId: null, failureReason: null })
    .where(eq(payments.id, payment.id));
  await grant.record({
    action: 'payment.requeued',
    subject: { kind: 'payment', id: payment.id },
    organisationId: payment.payeeId,
    data: { reference: payment.reference },
  });
  return done(null);
}
