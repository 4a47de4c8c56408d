import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { payments } from '@/db/schema/settlements';
import { paymentFile } from './domain/payment-file';

/** The payment file of a batch, always the same for the same payments. */
export async function batchFile(tx: Tx, batchId: string): Promise<string> {
  const lines = await tx
    .select()
    .from(payments)
    .where(eq(payments.batchId, batchId))
    .orderBy(asc(payments.reference));
  return paymentFile(
    lines.map((line) => ({ ...line.bank, reference: line.reference, amountFen: line.amountFen })),
  );
}
