import 'server-only';
import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { payments } from '@/db/schema/settlements';
import { paymentFile, paymentFileForms, type PaymentLine } from './domain/payment-file';

async function linesOf(tx: Tx, batchId: string): Promise<PaymentLine[]> {
  const lines = await tx
    .select()
    .from(payments)
    .where(eq(payments.batchId, batchId))
    .orderBy(asc(payments.reference));
  return lines.map((line) => ({
    ...line.bank,
    reference: line.reference,
    amountFen: line.amountFen,
  }));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Holds the hash of the payment file: a release of the batch is bound to it. */
export const batchHash = async (tx: Tx, batchId: string): Promise<string> =>
  hashOf(paymentFile(await linesOf(tx, batchId)));

/**
 * The payment file of a released batch in the form in which it was released. Payments that were taken out
 * since are in no form any more; then the file is as one would make it today.
 */
export async function batchFile(tx: Tx, batchId: string, released: string | null): Promise<string> {
  const lines = await linesOf(tx, batchId);
  const files = paymentFileForms.map((form) => paymentFile(lines, form));
  return files.find((file) => hashOf(file) === released) ?? paymentFile(lines);
}
