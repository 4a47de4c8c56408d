import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { notify } from '@/features/notifications/commands';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity, writeState } from '@/server/rows';
import { aboutPayment } from './about';
import { batchLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type BatchRow = typeof settlementBatches.$inferSelect;

/**
 * Ends a batch that was not released. Its payments keep their lines and wait for the next batch. The ledger does not change,
 * and no line can be paid twice.
 */
async function dissolve(
  grant: Grant,
  batch: BatchRow,
  change: { transition: 'sendBack' | 'takeBack'; reason: string | null },
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const { tx, actor, now } = grant;
  const { transition, reason } = change;
  const moved = await writeState(grant, settlementBatches, batch, {
    lifecycle: batchLifecycle,
    transition,
    set: { returnedBy: userOf(actor), returnedAt: now, returnReason: reason },
  });
  if (!moved.ok) return moved;
  const freed = await tx
    .select({ id: payments.id, payeeId: payments.payeeId, reference: payments.reference })
    .from(payments)
    .where(eq(payments.batchId, batch.id))
    .orderBy(asc(payments.reference))
    .for('update');
  await tx.update(payments).set({ batchId: null }).where(eq(payments.batchId, batch.id));
  for (const payment of freed) {
    await grant.record({
      action: 'payment.requeued',
      ...aboutPayment(payment, batch.id),
      data: { reference: payment.reference, paymentId: payment.id },
    });
  }
  await grant.record({
    action: transition === 'sendBack' ? 'settlement.sent_back' : 'settlement.taken_back',
    subject: { kind: 'batch', id: batch.id },
    data: {
      reference: batch.reference,
      totalFen: batch.totalFen.toString(),
      payments: freed.length,
      ...(reason !== null && { reason }),
    },
  });
  return moved;
}

type ReturnRefusal = 'batch_unknown' | 'state_changed';

/** Sends back a batch that another person made, with the reason, and notifies its maker. */
export async function sendBackBatch(
  grant: Grant<'settlement.release'>,
  input: z.output<typeof inputs.sendBackInput>,
): Promise<Outcome<{ id: string }, ReturnRefusal | 'own_batch'>> {
  const batch = await lockInCity(grant, settlementBatches, input.batchId);
  if (!batch) return refused('batch_unknown');
  if (batch.proposedBy === userOf(grant.actor)) return refused('own_batch');
  const { reason } = input;
  const ended = await dissolve(grant, batch, { transition: 'sendBack', reason });
  if (!ended.ok) return ended;
  const maker = { cityId: batch.cityId, roles: ['finance'] as const, only: batch.proposedBy };
  await notify(grant.tx, maker, 'batch_sent_back', {
    reference: batch.reference,
    amount: formatFen(batch.totalFen),
    reason,
    path: paths.city.settlement(batch.id),
  });
  return ended;
}

/** Takes back the actor's own batch before its release. */
export async function takeBackBatch(
  grant: Grant<'settlement.propose'>,
  input: z.output<typeof inputs.batchInput>,
): Promise<Outcome<{ id: string }, ReturnRefusal | 'not_maker'>> {
  const batch = await lockInCity(grant, settlementBatches, input.batchId);
  if (!batch) return refused('batch_unknown');
  if (batch.proposedBy !== userOf(grant.actor)) return refused('not_maker');
  return dissolve(grant, batch, { transition: 'takeBack', reason: null });
}
