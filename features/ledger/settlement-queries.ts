import 'server-only';
import { eq, inArray, sql, type SQLWrapper } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, entries, pools, settlementLines } from '@/db/schema/ledger';
import type { IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { listMovementsOfSettlements } from './advance-queries';
import type { LedgerKind } from './messages';

export type Unsettled = { payeeId: string; amountFen: Fen };

/**
 * Lists payees with entries that no settlement includes yet, in the order of their ids, and the sums: what the city owes to
 * them, or, where it is negative, they to the city.
 */
export async function listUnsettled(tx: Tx, cityId: string): Promise<Unsettled[]> {
  const rows = await tx.execute<{ payee: string; amount: string }>(sql`
    select payee_id as payee, sum(amount_fen)::text as amount from ledger.unsettled
    where city_id = ${cityId}::uuid group by payee_id having sum(amount_fen) <> 0 order by payee_id`);
  return rows.map(({ payee, amount }) => ({ payeeId: payee, amountFen: fen(BigInt(amount)) }));
}

/** What one programme owes to a payee for what was captured on one day and is in no settlement yet, less what was reversed of it. */
export type UnsettledDay = Unsettled & {
  programmeId: string;
  /** The day of the capture, in China. */
  day: IsoDate;
  /** Whether a settlement has the capture already, so that this is a debt, or what reduces it. */
  ofSettled: boolean;
};

/** Lists the same entries by payee, programme and day, in the order of the payees' ids. */
export async function listUnsettledDays(tx: Tx, cityId: string): Promise<UnsettledDay[]> {
  type Row = { payee: string; programme: string; day: string; settled: boolean; amount: string };
  const rows = await tx.execute<Row>(sql`
    select payee_id as payee, programme_id as programme, of_settled as settled,
      to_char(owed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(amount_fen)::text as amount
    from ledger.unsettled where city_id = ${cityId}::uuid
    group by 1, 2, 3, 4 order by 1, 2, 4, 3`);
  return rows.map(({ payee, programme, day, settled, amount }) => ({
    payeeId: payee,
    programmeId: programme,
    day,
    ofSettled: settled,
    amountFen: fen(BigInt(amount)),
  }));
}

/** Returns of which programmes each of these settlements has lines or movements of advances, by settlement. */
export async function programmesOfSettlements(
  tx: Tx,
  settlementIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (settlementIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinct({
      id: settlementLines.settlementId,
      programmeId: sql<string>`coalesce(${pools.parentId}, ${pools.id})`,
    })
    .from(settlementLines)
    .innerJoin(entries, eq(entries.id, settlementLines.entryId))
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .innerJoin(pools, eq(pools.id, accounts.poolId))
    .where(inArray(settlementLines.settlementId, [...settlementIds]));
  const moved = await listMovementsOfSettlements(tx, settlementIds);
  const found = new Map<string, string[]>();
  const all = [...rows, ...moved.map((row) => ({ ...row, id: row.settlementId ?? '' }))];
  for (const { id, programmeId } of all) found.set(id, [...(found.get(id) ?? []), programmeId]);
  return found;
}

/**
 * Returns the query for the ids of the entries that settlements include, as a condition of another query: a settlement can have
 * more lines than a statement has parameters.
 * @param settlementIds a query for the ids of the settlements, or one id
 */
export const entriesOfSettlements = (tx: Tx, settlementIds: SQLWrapper | string) =>
  tx
    .select({ id: settlementLines.entryId })
    .from(settlementLines)
    .where(
      typeof settlementIds === 'string'
        ? eq(settlementLines.settlementId, settlementIds)
        : inArray(settlementLines.settlementId, settlementIds),
    );

/** Lists the entries that settlements include, with the amounts: negative for reversals. */
export function listSettlementLines(tx: Tx, settlementIds: readonly string[]) {
  if (settlementIds.length === 0) return Promise.resolve([]);
  return tx
    .select({
      settlementId: settlementLines.settlementId,
      entryId: settlementLines.entryId,
      holdId: entries.holdId,
      voucherId: entries.accountId,
      kind: sql<LedgerKind>`${entries.kind}`,
      ofEntryId: entries.ofEntryId,
      amountFen: settlementLines.amountFen,
      at: entries.at,
    })
    .from(settlementLines)
    .innerJoin(entries, eq(entries.id, settlementLines.entryId))
    .where(inArray(settlementLines.settlementId, [...settlementIds]))
    .orderBy(entries.id);
}
