import 'server-only';
import { and, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { entries, rules, settlementLines } from '@/db/schema/ledger';
import { addDays, startOfDay, type IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import type { LedgerKind } from './messages';

/** Whose entries: all of a payee, or those of one city. */
export type PayeeScope = { readonly payeeId: string; readonly cityId?: string | undefined };

/** A posted entry that changes what the payee gets: the amount is negative where the payee gets less. */
export type PayableEntry = {
  id: string;
  cityId: string;
  kind: LedgerKind;
  /** The day in China. */
  day: IsoDate;
  amountFen: Fen;
  settlementId: string | null;
};

const ofPayee = ({ payeeId, cityId }: PayeeScope) =>
  and(
    eq(entries.vendorId, payeeId),
    cityId === undefined ? undefined : eq(entries.cityId, cityId),
    eq(entries.outcome, 'posted'),
    ne(rules.payable, 0),
  );

const day = sql<string>`to_char(${entries.at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const signed = sql<string>`(${rules.payable} * ${entries.amountFen})`;
const endOf = (on: IsoDate) => startOfDay(addDays(on, 1));

/** Lists such entries from one day to another, both included, by day and id, from a place on and at most so many. */
export async function listPayable(
  tx: Tx,
  scope: PayeeScope,
  page: {
    from: IsoDate;
    to: IsoDate;
    after: readonly [day: IsoDate, id: string] | undefined;
    most: number;
  },
): Promise<PayableEntry[]> {
  const { from, to, after, most } = page;
  const rows = await tx
    .select({
      id: entries.id,
      cityId: entries.cityId,
      kind: sql<LedgerKind>`${entries.kind}`,
      day,
      amount: sql<string>`${signed}::text`,
      settlementId: settlementLines.settlementId,
    })
    .from(entries)
    .innerJoin(rules, eq(rules.kind, entries.kind))
    .leftJoin(settlementLines, eq(settlementLines.entryId, entries.id))
    .where(
      and(
        ofPayee(scope),
        gte(entries.at, startOfDay(from)),
        lt(entries.at, endOf(to)),
        // Narrows what is sorted; the days before the place cannot follow it.
        after ? gte(entries.at, startOfDay(after[0])) : undefined,
        after ? sql`(${day}, ${entries.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(day, entries.id)
    .limit(most);
  return rows.map(({ amount, ...row }) => ({ ...row, amountFen: fen(BigInt(amount)) }));
}

export type PayableSum = {
  kind: LedgerKind;
  /** Before the first day. */
  beforeFen: Fen;
  /** From the first day to the last, and how many entries these are. */
  withinFen: Fen;
  count: number;
};

/** Adds up such entries by kind: before a day, and from it to another, both included. */
export async function sumPayable(
  tx: Tx,
  scope: PayeeScope,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<PayableSum[]> {
  const before = lt(entries.at, startOfDay(from));
  const within = gte(entries.at, startOfDay(from));
  const rows = await tx
    .select({
      kind: sql<LedgerKind>`${entries.kind}`,
      before: sql<string>`coalesce(sum(${signed}) filter (where ${before}), 0)::text`,
      within: sql<string>`coalesce(sum(${signed}) filter (where ${within}), 0)::text`,
      count: sql<number>`(count(*) filter (where ${within}))::int`,
    })
    .from(entries)
    .innerJoin(rules, eq(rules.kind, entries.kind))
    .where(and(ofPayee(scope), lt(entries.at, endOf(to))))
    .groupBy(entries.kind);
  return rows.map((row) => ({
    kind: row.kind,
    beforeFen: fen(BigInt(row.before)),
    withinFen: fen(BigInt(row.within)),
    count: row.count,
  }));
}
