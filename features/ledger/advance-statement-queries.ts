import 'server-only';
import { and, eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { advanceEntries } from '@/db/schema/ledger-advances';
import { payments } from '@/db/schema/settlements';
import type { IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import type { AdvanceKind } from './advance-commands';
import type { PayeeScope } from './payable-queries';

/** Selects the movements of a payee's advances in payments that the bank has made, without what was taken out of these before. */
const paidMovements = ({ payeeId, cityId }: PayeeScope): SQL | undefined =>
  and(
    eq(advanceEntries.payeeId, payeeId),
    sql`(${advanceEntries.kind} = 'draw' or not exists (select 1 from ledger.advance_entries c where c.kind = 'cancel'
      and c.settlement_id = ${advanceEntries.settlementId} and c.advance_id = ${advanceEntries.advanceId}))`,
    cityId === undefined ? undefined : eq(advanceEntries.cityId, cityId),
    eq(payments.state, 'paid'),
  );

/** What a payment moved of an advance, on the day on which it was made. */
export type PaidMovement = {
  id: string;
  cityId: string;
  kind: AdvanceKind;
  amountFen: Fen;
  day: IsoDate;
  payment: typeof payments.$inferSelect;
};

/** Lists such movements from one day to another, both included, by day and id, from a place on and at most so many. */
export async function listPaidMovements(
  tx: Tx,
  scope: PayeeScope,
  page: {
    from: IsoDate;
    to: IsoDate;
    after: readonly [day: IsoDate, id: string] | undefined;
    most: number;
  },
): Promise<PaidMovement[]> {
  const { from, to, after, most } = page;
  const rows = await tx
    .select({
      id: advanceEntries.id,
      cityId: advanceEntries.cityId,
      kind: advanceEntries.kind,
      amountFen: advanceEntries.amountFen,
      payment: payments,
    })
    .from(advanceEntries)
    .innerJoin(payments, eq(payments.id, advanceEntries.settlementId))
    .where(
      and(
        paidMovements(scope),
        gte(payments.paidOn, from),
        lte(payments.paidOn, to),
        after
          ? sql`(${payments.paidOn}, ${advanceEntries.id}) > (${after[0]}, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(payments.paidOn, advanceEntries.id)
    .limit(most);
  return rows.map((row) => ({ ...row, day: row.payment.paidOn ?? '' }));
}

/** Adds up such movements by kind: before a day, and from it to another, both included. */
export async function sumPaidMovements(
  tx: Tx,
  scope: PayeeScope,
  { from, to }: { from: IsoDate; to: IsoDate },
) {
  const before = lt(payments.paidOn, from);
  const within = gte(payments.paidOn, from);
  const rows = await tx
    .select({
      kind: advanceEntries.kind,
      before: sql<string>`coalesce(sum(${advanceEntries.amountFen}) filter (where ${before}), 0)::text`,
      within: sql<string>`coalesce(sum(${advanceEntries.amountFen}) filter (where ${within}), 0)::text`,
      count: sql<number>`(count(*) filter (where ${within}))::int`,
    })
    .from(advanceEntries)
    .innerJoin(payments, eq(payments.id, advanceEntries.settlementId))
    .where(and(paidMovements(scope), lte(payments.paidOn, to)))
    .groupBy(advanceEntries.kind);
  return rows.map(({ kind, before: earlier, within: since, count }) => ({
    kind,
    beforeFen: fen(BigInt(earlier)),
    withinFen: fen(BigInt(since)),
    count,
  }));
}
