import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { newId } from '@/db/new-id';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { cancelPayIns, coverSettlement } from '@/features/advances/settle-commands';
import { listStopped } from '@/features/advances/standing-queries';
import type { WaitingPayIn } from '@/features/ledger/advance-queries';
import { settle, type Cutoff } from '@/features/ledger/commands';
import { listUnnetted } from '@/features/ledger/capture-queries';
import { entriesOfSettlements } from '@/features/ledger/settlement-queries';
import { settleNettedBy } from '@/features/recoveries/netting-commands';
import { recoveryReferences } from '@/features/recoveries/recoverable-queries';
import { notify } from '@/features/notifications/commands';
import { bankAccountOf } from '@/features/organisations/queries';
import { redInvoicedAmong } from '@/features/redemptions/red-invoice-commands';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen, formatFen, sumFen, type Fen } from '@/lib/money';
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
import { payCovered } from './payment-commands';
import { isQueued, loadPlan, nextDue, queuedFor, unnettedAmong, type Plan } from './plan-queries';

type ProposeRefusal =
  | 'nothing_to_settle'
  | 'nothing_through'
  | 'cycle_not_ended'
  | 'bank_account_missing'
  | 'programme_unknown'
  | 'waiting_changed';

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
    .where(isQueued(cityId))
    // The page that shows beforehand what is paid goes through them in the same order.
    .orderBy(asc(payments.id))
    .for('update');

/** Moves what a payment pays and nets, now that the payment is in a batch. */
async function moveLinesOf(grant: Grant, paymentId: string): Promise<void> {
  await moveWhatIsPaid(grant, paymentId, 'batch');
  await settleNettedBy(grant, paymentId);
}

type NewPayment = Pick<PaymentRow, 'cityId' | 'payeeId' | 'bank'> & {
  batchId: string;
  /** The batch's own reference, and the number of the payment in it. */
  reference: string;
  number: number;
  cutoffs: readonly Cutoff[];
};

/**
 * Pays a payee what no settlement includes yet, less what its advances cover, and pays these up to their levels. Returns the amount
 * in fen, which is zero where an advance covers all; undefined, and no payment, where nothing is due.
 */
async function payNew(grant: Grant, wanted: NewPayment): Promise<Fen | undefined> {
  const { cityId, batchId, payeeId, bank, reference, number, cutoffs } = wanted;
  const id = await newId(grant.tx);
  const settledFen = await settle(grant, { cityId, settlementId: id, payeeId, cutoffs });
  const programmeIds = cutoffs.map(({ programmeId }) => programmeId);
  const settled = { cityId, payeeId, settlementId: id, settledFen, programmeIds };
  const { moves, payFen: amountFen } = await coverSettlement(grant, settled);
  if (settledFen <= 0n && moves.length === 0) return undefined;
  await grant.tx.insert(payments).values({
    id,
    cityId,
    batchId,
    payeeId,
    reference: `${reference}-${number}`,
    state: paymentLifecycle.initial,
    amountFen,
    bank,
  });
  await moveLinesOf(grant, id);
  return amountFen;
}

/**
 * Puts a payment that was queued again into a batch, less what its payee owes. It keeps what it draws on advances and pays into
 * them, unless these get nothing any more. Returns the amount in fen; undefined, and the payment waits, where the debt would use
 * it up, or where nothing nets what was reversed of it.
 */
async function payQueued(
  grant: Grant,
  payment: PaymentRow,
  batch: { id: string; cutoffs: readonly Cutoff[]; stopped: readonly WaitingPayIn[] },
): Promise<Fen | undefined> {
  const { tx } = grant;
  const { id, cityId, payeeId } = payment;
  const { cutoffs, stopped } = batch;
  const ownFen = fen(payment.amountFen - (await cancelPayIns(grant, stopped)));
  if (stopped.length > 0) {
    await tx.update(payments).set({ amountFen: ownFen }).where(eq(payments.id, id));
  }
  const amountFen = await settle(grant, { cityId, settlementId: id, payeeId, cutoffs });
  if (amountFen <= 0n && (ownFen > 0n || (await unnettedAmong(tx, eq(payments.id, id))).size > 0))
    return undefined;
  const bank = (await bankAccountOf(tx, payeeId)) ?? payment.bank;
  await tx.update(payments).set({ batchId: batch.id, bank, amountFen }).where(eq(payments.id, id));
  await moveLinesOf(grant, id);
  return amountFen;
}

/** Returns the last day that the maker has set, where it is that of every programme and no cycle ends before it. */
const sharedDay = ({ programmes }: Plan, through: IsoDate | undefined): IsoDate | undefined =>
  programmes.every((programme) => programme.through === through) ? through : undefined;

/** Returns why a batch would pay nobody: nothing was verified until the day that the maker has set, or in a period that has ended. */
function nothingDue(plan: Plan, through: IsoDate | undefined) {
  const day = sharedDay(plan, through);
  if (day !== undefined) return refused('nothing_through', { on: day });
  const on = nextDue(plan);
  return on === null ? refused('nothing_to_settle') : refused('cycle_not_ended', { on });
}

type Made = { readonly batchId: string; readonly reference: string; readonly plan: Plan };

/**
 * Pays everyone whom the plan gives something, then the queued payments. Returns the amount of each payment, in fen, and how many
 * payees have no account.
 */
async function payPlanned(
  grant: Grant<'settlement.propose'>,
  queued: readonly PaymentRow[],
  { batchId, reference, plan }: Made,
): Promise<{ made: Fen[]; unpayable: number }> {
  const cityId = cityOf(grant.actor);
  const { cutoffs } = plan;
  const made: Fen[] = [];
  let unpayable = 0;
  for (const { payeeId, amountFen: dueFen } of plan.due) {
    if (dueFen < 0n) continue;
    const bank = await bankAccountOf(grant.tx, payeeId);
    if (!bank) {
      unpayable += 1;
      continue;
    }
    const payment = { cityId, batchId, payeeId, bank, reference, number: made.length + 1, cutoffs };
    const amountFen = await payNew(grant, payment);
    if (amountFen !== undefined) made.push(amountFen);
  }
  const stopped = await listStopped(grant.tx, cityId);
  for (const payment of queued) {
    const batch = { id: batchId, cutoffs, stopped: stopped.get(payment.id) ?? [] };
    const amountFen = await payQueued(grant, payment, batch);
    if (amountFen !== undefined) made.push(amountFen);
  }
  return { made, unpayable };
}

/**
 * Makes a batch of what is verified and in no payment yet, of one programme or of all, as far as the cycle of each lets, and of
 * failed payments that were queued again: one payment per payee, to the payee's present account. What was verified in a period
 * that has not ended waits for it. Payees without an account wait for a later batch, because firms with
 * automatic awards register at the portal when they choose. What a payee owes is netted: with what is verified, or else with
 * a payment that was queued again. A payment that the debt would use up waits with it.
 */
export async function proposeBatch(
  grant: Grant<'settlement.propose'>,
  input: z.output<typeof inputs.proposeBatchInput>,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const { programmeId, through } = input;
  const plan = await loadPlan(tx, cityId, shanghaiDate(now), input);
  if (plan.programmes.length === 0 && programmeId) return refused('programme_unknown');
  const queued = await queuedFor(tx, await lockQueued(tx, cityId), input);
  if (plan.due.length + queued.length === 0) return nothingDue(plan, through);
  const batchId = await newId(tx);
  const reference = await nextReference(tx, cityId, 'JS');
  await tx.insert(settlementBatches).values({
    id: batchId,
    cityId,
    reference,
    state: batchLifecycle.initial,
    totalFen: sumFen([]),
    programmeId,
    // Of one programme the day is known; of several each has its own, unless all have that of the maker.
    through: programmeId ? plan.programmes[0]?.through : sharedDay(plan, through),
    proposedBy: userOf(actor),
    proposedAt: now,
  });
  const { made, unpayable } = await payPlanned(grant, queued, { batchId, reference, plan });
  if (made.length === 0)
    return unpayable > 0 ? refused('bank_account_missing') : nothingDue(plan, through);
  const totalFen = sumFen(made);
  if (!isAsShown(input, made.length, totalFen)) return refused('waiting_changed');
  await tx.update(settlementBatches).set({ totalFen }).where(eq(settlementBatches.id, batchId));
  await grant.record({
    action: 'settlement.proposed',
    subject: { kind: 'batch', id: batchId },
    data: {
      totalFen: totalFen.toString(),
      payments: made.length,
      reference,
      ...(programmeId && { programmeId }),
      ...(through && { through }),
    },
  });
  await notify(tx, { cityId, roles: ['finance'], except: userOf(actor) }, 'batch_proposed', {
    reference,
    amount: formatFen(totalFen),
    path: paths.city.settlement(batchId),
  });
  return done({ id: batchId });
}

type ReleaseRefusal =
  | 'batch_unknown'
  | 'same_person'
  | 'state_changed'
  | 'batch_reversed'
  | 'batch_red_invoice'
  | 'file_changed'
  | 'file_unwritable';

/**
 * Returns why a batch must not be paid as it was made: it pays what was recovered since, which none of its payments nets, or a
 * redemption whose invoice the tax side has reversed.
 */
async function paymentObjection(tx: Tx, batchId: string) {
  const paid = tx.select({ id: payments.id }).from(payments).where(eq(payments.batchId, batchId));
  const red = await redInvoicedAmong(tx, entriesOfSettlements(tx, paid));
  if (red.length > 0) return refused('batch_red_invoice', { references: red.join('、') });
  const unnetted = await listUnnetted(tx, paid);
  const recovered = await recoveryReferences(
    tx,
    unnetted.map(({ reversalId }) => reversalId),
  );
  if (recovered.size === 0) return undefined;
  return refused('batch_reversed', { references: [...recovered.values()].join('、') });
}

/**
 * Releases a batch that another person made. The release is bound to the payment files that this person saw: where the
 * template or a payment has changed since, nothing is released. What the files are made from is kept, so that neither a new
 * bank account nor a new template changes what was released.
 * A batch that pays what was recovered since it was made has to be made anew, which nets it.
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
  const objection = await paymentObjection(tx, batch.id);
  if (objection) return objection;
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
  await payCovered(grant, batch.id);
  const proposer = { cityId: batch.cityId, roles: ['finance'] as const, only: batch.proposedBy };
  await notify(tx, proposer, 'batch_released', {
    reference: batch.reference,
    amount: formatFen(batch.totalFen),
    path: paths.city.settlement(batch.id),
  });
  return moved;
}
