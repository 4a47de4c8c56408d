import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { redemptions } from '@/db/schema/redemptions';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { verifyRedemption } from './decision-commands';
import { mayBeVerified } from './domain/together';
import type * as inputs from './input';

type BulkRefusal =
  | 'redemption_unknown'
  | 'redemptions_changed'
  | 'state_changed'
  | 'invoice_reversed'
  | LedgerRefusal;

/**
 * Verifies several claims together, each by the same command as alone. Where one of them has changed since it was shown, it is
 * named and none is verified.
 */
export async function verifyRedemptions(
  grant: Grant<'redemption.verify'>,
  input: z.output<typeof inputs.verifyRedemptionsInput>,
): Promise<Outcome<{ count: number }, BulkRefusal>> {
  const wanted = [...new Set(input.redemptionIds)];
  // Each claim posts to the account of its voucher: in the order of accounts two such acts cannot block each other.
  const rows = await grant.tx
    .select({
      id: redemptions.id,
      reference: redemptions.reference,
      state: redemptions.state,
      redInvoiceNumber: redemptions.redInvoiceNumber,
    })
    .from(redemptions)
    .where(and(inArray(redemptions.id, wanted), eq(redemptions.cityId, cityOf(grant.actor))))
    .orderBy(asc(redemptions.voucherId), asc(redemptions.holdId), asc(redemptions.id))
    .for('update');
  if (rows.length !== wanted.length) return refused('redemption_unknown');
  const changed = rows.filter((row) => !mayBeVerified(row));
  if (changed.length > 0) {
    const references = changed.map(({ reference }) => reference).join(', ');
    return refused('redemptions_changed', { references });
  }
  for (const { id } of rows) {
    const verified = await verifyRedemption(grant, { redemptionId: id });
    if (!verified.ok) return verified;
  }
  return done({ count: rows.length });
}
