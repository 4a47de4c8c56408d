import 'server-only';
import type { z } from 'zod';
import {
  markRedInvoice,
  type RedInvoiceRefusal,
} from '@/features/redemptions/red-invoice-commands';
import { fen } from '@/lib/money';
import { done, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { proposeRecovery, type ProposeRefusal } from './commands';
import type * as inputs from './input';
import { groundTexts } from './messages';

/**
 * Records that the tax side has reversed the invoice of a redemption (红冲). What is not verified yet can then only be
 * rejected. What is verified or paid is stopped at once, and its recovery is proposed, which another person releases.
 */
export async function recordRedInvoice(
  grant: Grant<'redemption.verify'>,
  input: z.output<typeof inputs.recordRedInvoiceInput>,
): Promise<Outcome<{ id: string }, RedInvoiceRefusal | ProposeRefusal>> {
  const { redemptionId, redInvoiceNumber: number, redInvoiceOn: on, voucherAfter } = input;
  const marked = await markRedInvoice(grant, { redemptionId, number, on });
  if (!marked.ok) return marked;
  const row = marked.value;
  if (row.captureEntryId !== null) {
    const { redInvoice } = groundTexts('zh-CN');
    const proposed = await proposeRecovery(grant, {
      entryId: row.captureEntryId,
      amountFen: fen(row.subsidyFen - row.reversedFen),
      voucherAfter,
      ground: redInvoice({ number }),
      reason: redInvoice({ number }),
      byRedInvoice: true,
    });
    if (!proposed.ok) return proposed;
  }
  return done({ id: redemptionId });
}
