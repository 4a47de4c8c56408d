import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { funderBills, funderReceipts } from '@/db/schema/funders';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate } from '@/lib/dates';
import { fen, formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity, writeState } from '@/server/rows';
import { aboutBill } from './about';
import { billLifecycle, receiptLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type BillRow = typeof funderBills.$inferSelect;
type ReceiptRow = typeof funderReceipts.$inferSelect;

const dataOf = (
  bill: BillRow,
  receipt: Pick<ReceiptRow, 'amountFen' | 'paidOn' | 'bankReference'>,
) => ({
  reference: bill.reference,
  amountFen: receipt.amountFen.toString(),
  paidOn: receipt.paidOn,
  bankReference: receipt.bankReference,
});

type EnterRefusal =
  'bill_unknown' | 'bill_not_open' | 'receipt_above' | 'received_in_future' | 'bank_taken';

/**
 * Enters money that a funder has paid in for a bill, as the bank shows it. Another person must confirm it. The constraint
 * `funder_receipts_bank_once` refuses the same reference a second time in the city.
 */
export async function enterReceipt(
  grant: Grant<'funder.receive'>,
  input: z.output<typeof inputs.enterReceiptInput>,
): Promise<Outcome<{ id: string }, EnterRefusal>> {
  const { tx, actor, now } = grant;
  const { amountFen, paidOn, bankReference } = input;
  const bill = await lockInCity(grant, funderBills, input.billId);
  if (!bill) return refused('bill_unknown');
  if (bill.state !== 'issued') return refused('bill_not_open');
  const openFen = fen(bill.amountFen - bill.paidFen);
  if (amountFen > openFen)
    return refused('receipt_above', { most: formatFen(openFen) }, 'amountFen');
  const today = shanghaiDate(now);
  if (paidOn > today) return refused('received_in_future', { on: today }, 'paidOn');
  const entered = { amountFen, paidOn, bankReference };
  await tx.insert(funderReceipts).values({
    ...entered,
    cityId: bill.cityId,
    billId: bill.id,
    state: receiptLifecycle.initial,
    proposedBy: userOf(actor),
    proposedAt: now,
  });
  const finance = { cityId: bill.cityId, roles: ['finance'] as const, except: userOf(actor) };
  await notify(tx, finance, 'funder_receipt_entered', {
    reference: bill.reference,
    amount: formatFen(amountFen),
    path: paths.city.funderBill(bill.id),
  });
  await grant.record({
    ...aboutBill(bill),
    action: 'funder_bill.receipt_entered',
    data: dataOf(bill, entered),
  });
  return done({ id: bill.id });
}

type DecideRefusal = 'receipt_unknown' | 'receipt_decided' | 'receipt_own' | 'state_changed';

/** Locks the bill and then the receipt, if this user may decide on it. */
async function findDecidable(
  grant: Grant<'funder.confirm'>,
  receiptId: string,
): Promise<Outcome<{ bill: BillRow; receipt: ReceiptRow }, DecideRefusal>> {
  const { tx, actor } = grant;
  const [found] = await tx
    .select({ billId: funderReceipts.billId, cityId: funderReceipts.cityId })
    .from(funderReceipts)
    .where(eq(funderReceipts.id, receiptId));
  if (!found || found.cityId !== cityOf(actor)) return refused('receipt_unknown');
  const bill = await lockInCity(grant, funderBills, found.billId);
  const receipt = await lockInCity(grant, funderReceipts, receiptId);
  if (!bill || !receipt) return refused('receipt_unknown');
  if (receipt.state !== 'proposed') return refused('receipt_decided');
  if (receipt.proposedBy === userOf(actor)) return refused('receipt_own');
  return done({ bill, receipt });
}

/** Adds a confirmed receipt to what is paid of its bill. The bill is paid when that is its whole amount. */
async function credit(
  grant: Grant,
  bill: BillRow,
  receipt: ReceiptRow,
): Promise<Outcome<null, 'state_changed'>> {
  const paidFen = fen(bill.paidFen + receipt.amountFen);
  if (paidFen < bill.amountFen) {
    await grant.tx.update(funderBills).set({ paidFen }).where(eq(funderBills.id, bill.id));
    return done(null);
  }
  const settled = await writeState(grant, funderBills, bill, {
    lifecycle: billLifecycle,
    transition: 'settle',
    set: { paidFen },
  });
  return settled.ok ? done(null) : settled;
}

/** Confirms a receipt that another person entered. */
export async function confirmReceipt(
  grant: Grant<'funder.confirm'>,
  input: z.output<typeof inputs.receiptInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'bill_not_open' | 'receipt_over'>> {
  const { actor, now } = grant;
  const found = await findDecidable(grant, input.receiptId);
  if (!found.ok) return found;
  const { bill, receipt } = found.value;
  if (bill.state !== 'issued') return refused('bill_not_open');
  const openFen = fen(bill.amountFen - bill.paidFen);
  if (receipt.amountFen > openFen) return refused('receipt_over', { most: formatFen(openFen) });
  const credited = await credit(grant, bill, receipt);
  if (!credited.ok) return credited;
  const moved = await advance(grant, funderReceipts, receipt, {
    lifecycle: receiptLifecycle,
    transition: 'release',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutBill(bill),
      action: 'funder_bill.receipt_confirmed',
      data: dataOf(bill, receipt),
    },
  });
  return moved.ok ? done({ id: bill.id }) : refused('receipt_decided');
}

/** Sends a receipt back to whoever entered it, with the reason. */
export async function declineReceipt(
  grant: Grant<'funder.confirm'>,
  input: z.output<typeof inputs.declineReceiptInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findDecidable(grant, input.receiptId);
  if (!found.ok) return found;
  const { bill, receipt } = found.value;
  const { answer } = input;
  const moved = await advance(grant, funderReceipts, receipt, {
    lifecycle: receiptLifecycle,
    transition: 'decline',
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutBill(bill),
      action: 'funder_bill.receipt_declined',
      data: { ...dataOf(bill, receipt), answer },
    },
  });
  if (!moved.ok) return refused('receipt_decided');
  const proposer = { cityId: bill.cityId, roles: ['finance'] as const, only: receipt.proposedBy };
  await notify(tx, proposer, 'funder_receipt_declined', {
    reference: bill.reference,
    amount: formatFen(receipt.amountFen),
    answer,
    path: paths.city.funderBill(bill.id),
  });
  return done({ id: bill.id });
}
