import 'server-only';
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { vouchers } from '@/db/schema/vouchers';
import { keptOf } from '@/features/ledger/queries';
import { startOfDay } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';

/** Returns what firms were awarded under a programme in a calendar year, in fen by firm. Of a revoked voucher only what was used counts. */
export async function awardedInYear(
  tx: Tx,
  programmeId: string,
  organisationIds: readonly string[],
  year: number,
): Promise<Map<string, Fen>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tx
    .select({
      organisationId: vouchers.organisationId,
      amount: sql<string>`sum(${keptOf(vouchers)})::text`,
    })
    .from(vouchers)
    .where(
      and(
        eq(vouchers.programmeId, programmeId),
        inArray(vouchers.organisationId, [...organisationIds]),
        gte(vouchers.issuedAt, startOfDay(`${year}-01-01`)),
        lt(vouchers.issuedAt, startOfDay(`${year + 1}-01-01`)),
      ),
    )
    .groupBy(vouchers.organisationId);
  return new Map(rows.map((row) => [row.organisationId, fen(BigInt(row.amount))]));
}
