import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { settle } from '@/features/ledger/commands';
import { listUnsettled } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { bankAccountOf } from '@/features/organisations/queries';
import { formatFen, sumFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance, lockInCity } from '@/server/rows';
import { batchLifecycle, paymentLifecycle } from './domain/lifecycle';
import { filesToRelease } from './batch-file';
import type * as inputs from './input';
import { moveWhatIsPaid } from './paid-subjects';

type ProposeRefusal = 'nothing_to_settle' | 'bank_account_missing' | 'waiting_changed';

/** Checks whether the batch is what the page showed; a caller that shows nothing leaves it out. */
const isAsShown = (
  { payments: count, totalFen }: z.output<typeof inputs.proposeBatchInput>,
  made: number,
  sum: bigint,
): boolean =>
  (count === undefined || count === made) && (totalFen === undefined || BigInt(totalFen) === sum);

type PaymentRow = typeof payments.$inferSelect;

/** Locks the payments that wait for a batch: failed ones that were queued again, and those of batches that ended. */
const lockQueued = (tx: Tx, cityId: string): Promise<PaymentRow[]> =>
  tx
    .select()
    .from(payments)
    .where(
      and(eq(payments.cityId, cityId), eq(payments.state, 'pending'), isNull(payments.batchId)),
    )
    .for('update');

/**
 * Makes a batch of everything that is verified and in no payment yet, and of failed payments that were queued again: one
 * payment per payee, to the payee's present account. Payees without an account wait for a later batch, because firms with
 * automatic awards register at the portal when they choose.
 */
export async function proposeBatch(
  grant: Grant<'settlement.propose'>,
  input: z.output<typeof inputs.proposeBatchInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const unsettled = await listUnsettled(tx, cityId);
  const queued = await lockQueued(tx, cityId);
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
  let unpayable = 0;
  for (const { payeeId } of unsettled) {
    const bank = await bankAccountOf(tx, payeeId);
    if (!bank) {
      unpayable += 1;
      continue;
    }
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
    await moveWhatIsPaid(grant, id, 'batch');
    made.push(amountFen);
  }
  for (const payment of queued) {
    const bank = (await bankAccountOf(tx, payment.payeeId)) ?? payment.bank;
    await tx.update(payments).set({ batchId, bank }).where(eq(payments.id, payment.id));
    made.push(payment.amountFen);
  }
  if (made.length === 0)
    return refused(unpayable > 0 ? 'bank_account_missing' : 'nothing_to_settle');
  const totalFen = sumFen(made);
  if (!isAsShown(input, made.length, totalFen)) return refused('waiting_changed');
  await tx.update(settlementBatches).set({ totalFen }).where(eq(settlementBatches.id, batchId));
  await grant.record({
    action: 'settlement.proposed',
    subject: { kind: 'batch', id: batchId },
    data: { totalFen: totalFen.toString(), payments: made.length, reference },
  });
  await notify(tx, { cityId, roles: ['finance'], except: userOf(actor) }, 'batch_proposed', {
    reference,
    amount: formatFen(totalFen),
    path: paths.city.settlement(batchId),
  });
  return done({ id: batchId });
}

type ReleaseRefusal =
  'batch_unknown' | 'same_person' | 'state_changed' | 'file_changed' | 'file_unwritable';

/**
 * Releases a batch that another person made. The release is bound to the payment files that this person saw: where the
 * template or a payment has changed since, nothing is released. What the files are made from is kept, so that neither a new
 * bank account nor a new template changes what was released.
 */
export async function releaseBatch(
  grant: Grant<'settlement.release'>,
  input: z.output<typeof inputs.releaseBatchInput>,
): Promise<Outcome<{ id: string }, ReleaseRefusal>> {
  const { tx, actor, now } = grant;
  const batch = await lockInCity(grant, settlementBatches, input.batchId);
  if (!batch) return refused('batch_unknown');
  if (batch.proposedBy === userOf(actor)) return refused('same_person');
  if (!batchLifecycle.can(batch.state, 'release')) return refused('state_changed');
  const { source, hash, unwritable } = await filesToRelease(tx, batch);
  if (hash === null) return refused('file_unwritable', { references: unwritable.join(', ') });
  if (hash !== input.fileSha256) return refused('file_changed');
  const moved = await advance(grant, settlementBatches, batch, {
    lifecycle: batchLifecycle,
    transition: 'release',
    set: { releasedBy: userOf(actor), releasedAt: now, fileSha256: hash, file: source },
    event: {
      action: 'settlement.released',
      subject: { kind: 'batch', id: batch.id },
      data: {
        totalFen: batch.totalFen.toString(),
        fileSha256: hash,
        template: source.version,
        reference: batch.reference,
      },
    },
  });
  if (!moved.ok) return moved;
  const proposer = { cityId: batch.cityId, roles: ['finance'] as const, only: batch.proposedBy };
  await notify(tx, proposer, 'batch_released', {
    reference: batch.reference,
    amount: formatFen(batch.totalFen),
    path: paths.city.settlement(batch.id),
  });
  return moved;
}
