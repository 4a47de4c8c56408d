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

/** Returns the hash of the payment file. A release of the batch is bound to it. */
export const batchHash = async (tx: Tx, batchId: string): Promise<string> =>
  hashOf(paymentFile(await linesOf(tx, batchId)));

/**
 * Returns the payment file of a released batch in the form in which it was released. If payments were taken out since, no
 * form matches the hash; then the file is made in today's form.
 */
export async function batchFile(tx: Tx, batchId: string, released: string | null): Promise<string> {
  const lines = await linesOf(tx, batchId);
  const files = paymentFileForms.map((form) => paymentFile(lines, form));
  return files.find((file) => hashOf(file) === released) ?? paymentFile(lines);
}
