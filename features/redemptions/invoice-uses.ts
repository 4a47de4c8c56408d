import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Returns whether an invoice is used by a redemption or a claim in any city, by anybody. It does not reveal where.
 * @param claimId a claim whose own use does not count
 */
export async function invoiceTaken(tx: Tx, key: string, claimId?: string): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select app.invoice_taken(${key}, ${claimId ?? null}::uuid) as taken`,
  );
  return row?.taken ?? true;
}
