import 'server-only';
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { entries } from '@/db/schema/ledger';
import { fen, zeroFen, type Fen } from '@/lib/money';

/**
 * Adds up what was redeemed on vouchers, less what was reversed, in fen.
 * @param from only what was posted at this instant or later
 */
export async function redeemedOn(tx: Tx, voucherIds: readonly string[], from?: Date): Promise<Fen> {
  if (voucherIds.length === 0) return zeroFen;
  const [row] = await tx
    .select({
      sum: sql<string>`coalesce(sum(case ${entries.kind} when 'capture' then ${entries.amountFen}
        else -${entries.amountFen} end), 0)::text`,
    })
    .from(entries)
    .where(
      and(
        inArray(entries.accountId, [...voucherIds]),
        inArray(entries.kind, ['capture', 'reverse']),
        eq(entries.outcome, 'posted'),
        from && gte(entries.at, from),
      ),
    );
  return fen(BigInt(row?.sum ?? '0'));
}
