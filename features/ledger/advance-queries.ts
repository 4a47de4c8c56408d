import 'server-only';
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, entries, pools, settlementLines } from '@/db/schema/ledger';
import { advanceEntries, advances } from '@/db/schema/ledger-advances';
import { payments } from '@/db/schema/settlements';
import { fen, zeroFen, type Fen } from '@/lib/money';

export type Advance = typeof advances.$inferSelect & {
  /** What of the balance is in payments that the bank has not made, so that the payee does not hold it yet. */
  onTheWayFen: Fen;
};

/** What a payment pays in, less what was taken out of it again before it was paid. */
const paysIn = inArray(advanceEntries.kind, ['advance', 'refill', 'cancel']);

/** Adds what is in payments that the bank has not made to each of these advances. */
async function withOnTheWay(
  tx: Tx,
  rows: readonly (typeof advances.$inferSelect)[],
): Promise<Advance[]> {
  if (rows.length === 0) return [];
  const sums = await tx
    .select({
      id: advanceEntries.advanceId,
      sum: sql<string>`sum(${advanceEntries.signedFen})::text`,
    })
    .from(advanceEntries)
    .innerJoin(payments, eq(payments.id, advanceEntries.settlementId))
    .where(
      and(
        paysIn,
        ne(payments.state, 'paid'),
        inArray(
          advanceEntries.advanceId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(advanceEntries.advanceId);
  const found = new Map(sums.map(({ id, sum }) => [id, fen(BigInt(sum))]));
  return rows.map((row) => ({ ...row, onTheWayFen: found.get(row.id) ?? zeroFen }));
}

/** Lists the advances of a city, or of one payee there, that a settlement may move: those that run, and those with a balance. */
export async function listMovable(tx: Tx, cityId: string, payeeId?: string): Promise<Advance[]> {
  const rows = await tx
    .select()
    .from(advances)
    .where(
      and(
        eq(advances.cityId, cityId),
        payeeId === undefined ? undefined : eq(advances.payeeId, payeeId),
        or(advances.running, gt(advances.balanceFen, zeroFen)),
      ),
    )
    .orderBy(advances.payeeId, advances.programmeId);
  return withOnTheWay(tx, rows);
}

/** Loads the advance of a payee in a programme of the city, or by its id. */
export async function getAdvance(
  tx: Tx,
  cityId: string,
  which: { id: string } | { programmeId: string; payeeId: string },
): Promise<Advance | undefined> {
  const one =
    'id' in which
      ? eq(advances.id, which.id)
      : and(eq(advances.programmeId, which.programmeId), eq(advances.payeeId, which.payeeId));
  const rows = await tx
    .select()
    .from(advances)
    .where(and(eq(advances.cityId, cityId), one));
  return (await withOnTheWay(tx, rows))[0];
}

/** Lists advances of a city, or those of one payee, the newest first. */
export async function listAdvances(
  tx: Tx,
  scope: { cityId: string } | { payeeId: string },
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Advance[]> {
  const rows = await tx
    .select()
    .from(advances)
    .where(
      and(
        'cityId' in scope ? eq(advances.cityId, scope.cityId) : eq(advances.payeeId, scope.payeeId),
        before ? lt(advances.id, before) : undefined,
      ),
    )
    .orderBy(desc(advances.id))
    .limit(limit);
  return withOnTheWay(tx, rows);
}

/** Adds up what was drawn on each of these advances since a moment, in fen; one of which nothing was drawn is absent. */
export async function sumDrawn(
  tx: Tx,
  advanceIds: readonly string[],
  since: Date,
): Promise<Map<string, Fen>> {
  if (advanceIds.length === 0) return new Map();
  const rows = await tx
    .select({
      id: advanceEntries.advanceId,
      sum: sql<string>`sum(${advanceEntries.amountFen})::text`,
    })
    .from(advanceEntries)
    .where(
      and(
        inArray(advanceEntries.advanceId, [...advanceIds]),
        eq(advanceEntries.kind, 'draw'),
        gte(advanceEntries.at, since),
      ),
    )
    .groupBy(advanceEntries.advanceId);
  return new Map(rows.map(({ id, sum }) => [id, fen(BigInt(sum))]));
}

const movementColumns = {
  id: advanceEntries.id,
  advanceId: advanceEntries.advanceId,
  kind: advanceEntries.kind,
  amountFen: advanceEntries.amountFen,
  signedFen: advanceEntries.signedFen,
  at: advanceEntries.at,
};

/** Lists movements of an advance, the newest first, each with the payment that it belongs to. */
export function listMovements(
  tx: Tx,
  advanceIds: readonly string[],
  { before, limit }: { before: string | undefined; limit: number },
) {
  return tx
    .select({
      ...movementColumns,
      paymentReference: payments.reference,
      paymentState: payments.state,
      batchId: payments.batchId,
    })
    .from(advanceEntries)
    .leftJoin(payments, eq(payments.id, advanceEntries.settlementId))
    .where(
      and(
        inArray(advanceEntries.advanceId, [...advanceIds]),
        before ? lt(advanceEntries.id, before) : undefined,
      ),
    )
    .orderBy(desc(advanceEntries.id))
    .limit(limit);
}
export type Movement = Awaited<ReturnType<typeof listMovements>>[number];

/** Lists what these settlements move of advances, in the order of the movements. */
export async function listMovementsOfSettlements(tx: Tx, settlementIds: readonly string[]) {
  if (settlementIds.length === 0) return [];
  return tx
    .select({
      ...movementColumns,
      settlementId: advanceEntries.settlementId,
      programmeId: advances.programmeId,
    })
    .from(advanceEntries)
    .innerJoin(advances, eq(advances.id, advanceEntries.advanceId))
    .where(inArray(advanceEntries.settlementId, [...settlementIds]))
    .orderBy(asc(advanceEntries.id));
}

/** What a payment that waits for a batch would pay into an advance. */
export type WaitingPayIn = { paymentId: string; advanceId: string; amountFen: Fen };

/** Lists what the payments that wait for a batch would pay into each of these advances, in fen. */
export async function listWaitingPayIns(
  tx: Tx,
  advanceIds: readonly string[],
): Promise<WaitingPayIn[]> {
  if (advanceIds.length === 0) return [];
  const sum = sql<string>`sum(${advanceEntries.signedFen})`;
  const rows = await tx
    .select({
      paymentId: payments.id,
      advanceId: advanceEntries.advanceId,
      sum: sql<string>`${sum}::text`,
    })
    .from(advanceEntries)
    .innerJoin(payments, eq(payments.id, advanceEntries.settlementId))
    .where(
      and(
        paysIn,
        eq(payments.state, 'pending'),
        isNull(payments.batchId),
        inArray(advanceEntries.advanceId, [...advanceIds]),
      ),
    )
    .groupBy(payments.id, advanceEntries.advanceId)
    .having(sql`${sum} > 0`)
    .orderBy(payments.id, advanceEntries.advanceId);
  return rows.map(({ sum: amount, ...row }) => ({ ...row, amountFen: fen(BigInt(amount)) }));
}

/** Adds up by programme what a settlement has taken, in fen. */
export async function sumSettled(tx: Tx, settlementId: string): Promise<Map<string, Fen>> {
  const programmeId = sql<string>`coalesce(${pools.parentId}, ${pools.id})`;
  const rows = await tx
    .select({ programmeId, sum: sql<string>`sum(${settlementLines.amountFen})::text` })
    .from(settlementLines)
    .innerJoin(entries, eq(entries.id, settlementLines.entryId))
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .innerJoin(pools, eq(pools.id, accounts.poolId))
    .where(eq(settlementLines.settlementId, settlementId))
    .groupBy(programmeId);
  return new Map(rows.map((row) => [row.programmeId, fen(BigInt(row.sum))]));
}

/**
 * Returns what a payee is expected to deduct in a programme, in fen, as far as the books say: what is authorised in its favour and
 * may still be redeemed or is, and what is captured and in no settlement, less what was reversed of it.
 */
export async function expectedFor(
  tx: Tx,
  { programmeId, payeeId }: { programmeId: string; payeeId: string },
): Promise<{ openFen: Fen; unsettledFen: Fen }> {
  const [row] = await tx.execute<{ open: string; unsettled: string }>(sql`
    select
      (select coalesce(sum(h.claimed_fen + case when h.expires_at > app.now()
            then h.amount_fen - h.claimed_fen - h.captured_fen - h.released_fen else 0 end), 0)
          from ledger.holds h join ledger.accounts a on a.id = h.account_id join ledger.pools p on p.id = a.pool_id
          where h.vendor_id = ${payeeId}::uuid and coalesce(p.parent_id, p.id) = ${programmeId}::uuid)::text as open,
      (select coalesce(sum(u.amount_fen), 0) from ledger.unsettled u
          where u.payee_id = ${payeeId}::uuid and u.programme_id = ${programmeId}::uuid
            and not u.of_settled)::text as unsettled`);
  if (!row) throw new Error('The ledger did not answer.');
  return { openFen: fen(BigInt(row.open)), unsettledFen: fen(BigInt(row.unsettled)) };
}

/** Adds up what payees hold in advance of a programme, in fen. */
export async function sumBalance(tx: Tx, programmeId: string): Promise<Fen> {
  const [row] = await tx
    .select({ sum: sql<string>`coalesce(sum(${advances.balanceFen}), 0)::text` })
    .from(advances)
    .where(eq(advances.programmeId, programmeId));
  return fen(BigInt(row?.sum ?? '0'));
}
