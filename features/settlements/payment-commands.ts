import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { notify } from '@/features/notifications/commands';
import { moveWhatIsPaid } from './paid-subjects';
import { shanghaiDate, startOfDay } from '@/lib/dates';
import { formatFen, zeroFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity, writeState } from '@/server/rows';
import { aboutPayment } from './about';
import { batchLifecycle, paymentLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type PaymentRow = typeof payments.$inferSelect;

type MarkRefusal =
  | 'payment_unknown'
  | 'batch_not_released'
  | 'state_changed'
  | 'paid_in_future'
  | 'paid_before_release';

async function lockPayment(grant: Grant<'payment.mark'>, paymentId: string) {
  const { tx } = grant;
  const payment = await lockInCity(grant, payments, paymentId);
  if (!payment) return refused('payment_unknown');
  const [batch] = payment.batchId
    ? await tx.select().from(settlementBatches).where(eq(settlementBatches.id, payment.batchId))
    : [];
  return done({ payment, batch });
}

/** Closes a batch when all its payments are paid or failed. A batch that is already closed stays so. */
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
  await writeState(grant, settlementBatches, batch, {
    lifecycle: batchLifecycle,
    transition: 'close',
  });
}

/**
 * Counts the payments of a batch that advances cover wholly as paid, on the day of its release: there is nothing that the bank
 * could answer. Closes the batch where it has no other payments.
 */
export async function payCovered(grant: Grant, batchId: string): Promise<void> {
  const { tx, actor, now } = grant;
  const covered = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.batchId, batchId), eq(payments.amountFen, zeroFen)))
    .orderBy(asc(payments.id))
    .for('update');
  for (const payment of covered) {
    const paid = await writeState(grant, payments, payment, {
      lifecycle: paymentLifecycle,
      transition: 'markPaid',
      set: { paidOn: shanghaiDate(now), decidedBy: userOf(actor), decidedAt: now },
    });
    if (!paid.ok) throw new Error(`Payment ${payment.reference} cannot be covered.`);
    await moveWhatIsPaid(grant, payment.id, 'pay');
    const { payeeId: organisationId, reference } = payment;
    const vendor = { organisationId, roles: ['vendor_finance'] as const };
    await notify(tx, vendor, 'payment_covered', { reference, path: paths.vendor.advances() });
    await grant.record({
      action: 'payment.covered',
      ...aboutPayment(payment, batchId),
      data: { reference, paymentId: payment.id },
    });
  }
  if (covered.length > 0) await closeIfDone(grant, batchId);
}

/** Marks a payment as paid by the bank. */
export async function markPaid(
  grant: Grant<'payment.mark'>,
  input: z.output<typeof inputs.markPaidInput>,
): Promise<Outcome<{ batchId: string }, MarkRefusal>> {
  const { tx, actor, now } = grant;
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment, batch } = locked.value;
  const next = paymentLifecycle.next(payment.state, 'markPaid');
  if (!next.ok) return next;
  if (batch?.state !== 'released') return refused('batch_not_released');
  if (startOfDay(input.paidOn) > now) return refused('paid_in_future', {}, 'paidOn');
  const earliest = batch.releasedAt && shanghaiDate(batch.releasedAt);
  if (earliest !== null && input.paidOn < earliest) {
    return refused('paid_before_release', { on: earliest }, 'paidOn');
  }
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
  await moveWhatIsPaid(grant, payment.id, 'pay');
  await closeIfDone(grant, payment.batchId);
  await tellPayee(grant, payment, 'payment_made', '');
  await grant.record({
    action: 'payment.paid',
    ...aboutPayment(payment, payment.batchId),
    data: {
      amountFen: payment.amountFen.toString(),
      reference: payment.reference,
      paymentId: payment.id,
      paidOn: input.paidOn,
      bankReference: input.bankReference,
    },
  });
  return done({ batchId: batch.id });
}

/**
 * Notifies the payee, which is a vendor or, if start-ups pay first, a start-up. Only one of the two has people with these
 * roles.
 */
async function tellPayee(
  { tx }: Grant,
  payment: PaymentRow,
  template: 'payment_made' | 'payment_failed',
  reason: string,
): Promise<void> {
  const { payeeId: organisationId, reference } = payment;
  const values = { reference, amount: formatFen(payment.amountFen), reason };
  const vendor = { organisationId, roles: ['vendor_finance'] as const };
  await notify(tx, vendor, template, { ...values, path: paths.vendor.statement() });
  const startup = { organisationId, roles: ['owner'] as const };
  await notify(tx, startup, template, { ...values, path: paths.startup.vouchers() });
}

/**
 * Marks a payment as failed: the bank has not paid it, or has sent the money back, mostly because of a wrong account. Its
 * lines wait to be paid again.
 */
export async function markFailed(
  grant: Grant<'payment.mark'>,
  input: z.output<typeof inputs.markFailedInput>,
): Promise<Outcome<{ batchId: string }, MarkRefusal>> {
  const { tx, actor, now } = grant;
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment, batch } = locked.value;
  const next = paymentLifecycle.next(payment.state, 'markFailed');
  if (!next.ok) return next;
  const bounced = payment.state === 'paid';
  if (bounced && payment.amountFen === 0n) return refused('state_changed');
  if (!batch || (!bounced && batch.state !== 'released')) return refused('batch_not_released');
  await tx
    .update(payments)
    .set({
      state: next.value,
      failureReason: input.reason,
      decidedBy: userOf(actor),
      decidedAt: now,
    })
    .where(eq(payments.id, payment.id));
  if (bounced) await moveWhatIsPaid(grant, payment.id, 'bounce');
  else await closeIfDone(grant, payment.batchId);
  await tellPayee(grant, payment, 'payment_failed', input.reason);
  await grant.record({
    action: bounced ? 'payment.bounced' : 'payment.failed',
    ...aboutPayment(payment, payment.batchId),
    data: {
      reason: input.reason,
      reference: payment.reference,
      paymentId: payment.id,
      // Stores the bank's earlier answer in the event, because the row loses it when the payment is queued again.
      ...(bounced && { paidOn: payment.paidOn, bankReference: payment.bankReference }),
    },
  });
  return done({ batchId: batch.id });
}

/** Queues a failed payment for the next batch, to the payee's account at that time. */
export async function requeuePayment(
  grant: Grant<'payment.mark'>,
  input: z.output<typeof inputs.requeueInput>,
): Promise<Outcome<null, 'payment_unknown' | 'state_changed'>> {
  const locked = await lockPayment(grant, input.paymentId);
  if (!locked.ok) return locked;
  const { payment } = locked.value;
  const moved = await advance(grant, payments, payment, {
    lifecycle: paymentLifecycle,
    transition: 'requeue',
    set: { batchId: null, failureReason: null, paidOn: null, bankReference: null },
    event: {
      action: 'payment.requeued',
      ...aboutPayment(payment, payment.batchId),
      data: { reference: payment.reference, paymentId: payment.id },
    },
  });
  return moved.ok ? done(null) : moved;
}
