import 'server-only';
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { vouchers } from '@/db/schema/vouchers';
import { keptOf } from '@/features/ledger/queries';
import type { Rules } from '@/features/rules/domain/rules';
import { inUnitOf, priceOf } from '@/features/rules/domain/unit-price';
import { startOfDay } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';

/**
 * Returns what firms were awarded under a programme in a calendar year, by firm and in the unit of the rules: what each voucher
 * counts at its own price. Of a revoked voucher only what was used counts.
 */
export async function awardedInYear(
  tx: Tx,
  programmeId: string,
  organisationIds: readonly string[],
  { year, rules }: { year: number; rules: Pick<Rules, 'unit' | 'unitPrice'> },
): Promise<Map<string, Fen>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tx
    .select({
      organisationId: vouchers.organisationId,
      unit: vouchers.unit,
      priceFen: vouchers.unitPriceFen,
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
    .groupBy(vouchers.organisationId, vouchers.unit, vouchers.unitPriceFen);
  const sums = new Map<string, Fen>();
  for (const row of rows) {
    const counted = inUnitOf(rules, fen(BigInt(row.amount)), priceOf(row));
    sums.set(row.organisationId, fen((sums.get(row.organisationId) ?? 0n) + counted));
  }
  return sums;
}
