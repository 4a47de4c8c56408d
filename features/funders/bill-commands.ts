import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { newId } from '@/db/new-id';
import { funderBillLines, funderBills, funderReceipts } from '@/db/schema/funders';
import { getFunder, listUnbilled, type Unbilled } from '@/features/ledger/funder-queries';
import { formatFen, sumFen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance, lockInCity } from '@/server/rows';
import { aboutBill } from './about';
import { billLifecycle } from './domain/lifecycle';
import type * as inputs from './input';

type IssueRefusal =
  'funder_unknown' | 'period_backwards' | 'nothing_to_bill' | 'bill_changed' | 'bill_overtaken';

/** How many lines are inserted at a time, far below the parameters that one statement may have. */
const linesAtOnce = 5_000;

async function addLines(
  tx: Tx,
  bill: { cityId: string; billId: string; funderId: string },
  lines: readonly Unbilled[],
): Promise<void> {
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    await tx
      .insert(funderBillLines)
      .values(
        lines
          .slice(at, at + linesAtOnce)
          .map(({ entryId, batchId }) => ({ ...bill, entryId, batchId })),
      );
  }
}

/**
 * Bills a funder for its parts of everything that was released in a period and is on no bill yet. Reversals count against it,
 * also those of earlier periods that no bill has: where they use everything up, nothing is billed, and they wait for the next bill. The reference is taken first,
 * because it keeps other bills of the city waiting until this one stands.
 */
export async function issueBill(
  grant: Grant<'funder.bill'>,
  input: z.output<typeof inputs.issueBillInput>,
): Promise<Outcome<{ id: string }, IssueRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const { fromOn, toOn } = input;
  const funder = await getFunder(tx, cityId, input.funderId);
  if (!funder) return refused('funder_unknown');
  if (fromOn > toOn) return refused('period_backwards');
  const reference = await nextReference(tx, cityId, 'ZD');
  const lines = await listUnbilled(tx, funder.funderId, { fromOn, toOn });
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  if (amountFen <= 0n) return refused('nothing_to_bill');
  if (amountFen !== BigInt(input.shownFen)) {
    // The form then sends the amount that its text names.
    const fresh = { shownFen: amountFen.toString() };
    return { ...refused('bill_changed', { amount: formatFen(amountFen) }), fresh };
  }
  const id = await newId(tx);
  const { funderId, programmeId } = funder;
  await tx.insert(funderBills).values({
    id,
    cityId,
    programmeId,
    funderId,
    reference,
    fromOn,
    toOn,
    amountFen,
    state: billLifecycle.initial,
    issuedBy: userOf(actor),
    issuedAt: now,
  });
  await addLines(tx, { cityId, billId: id, funderId }, lines);
  await grant.record({
    ...aboutBill({ id }),
    action: 'funder_bill.issued',
    data: {
      reference,
      funder: funder.name['zh-CN'],
      fromOn,
      toOn,
      amountFen: amountFen.toString(),
      lines: lines.length,
    },
  });
  return done({ id });
}

type WithdrawRefusal = 'bill_unknown' | 'bill_received' | 'receipt_waiting' | 'state_changed';

/** Withdraws a bill of which nothing was received. Its lines can then be billed anew; the bill stays on record with them. */
export async function withdrawBill(
  grant: Grant<'funder.bill'>,
  input: z.output<typeof inputs.withdrawBillInput>,
): Promise<Outcome<{ id: string }, WithdrawRefusal>> {
  const { tx, actor, now } = grant;
  const bill = await lockInCity(grant, funderBills, input.billId);
  if (!bill) return refused('bill_unknown');
  if (bill.paidFen > 0n) return refused('bill_received');
  const [waiting] = await tx
    .select({ id: funderReceipts.id })
    .from(funderReceipts)
    .where(and(eq(funderReceipts.billId, bill.id), eq(funderReceipts.state, 'proposed')))
    .limit(1);
  if (waiting) return refused('receipt_waiting');
  const { reason } = input;
  return advance(grant, funderBills, bill, {
    lifecycle: billLifecycle,
    transition: 'withdraw',
    set: {
      standing: false,
      withdrawnBy: userOf(actor),
      withdrawnAt: now,
      withdrawReason: reason,
    },
    event: {
      ...aboutBill(bill),
      action: 'funder_bill.withdrawn',
      data: { reference: bill.reference, amountFen: bill.amountFen.toString(), reason },
    },
  });
}
