import 'server-only';
import { and, desc, eq, inArray, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { entries, settlementLines } from '@/db/schema/ledger';
import { fen, zeroFen, type Fen } from '@/lib/money';

/** An amount that became owed to a payee: by a redemption, or by paying a voucher out to its holder. */
export type Capture = {
  id: string;
  voucherId: string;
  holdId: string;
  payeeId: string;
  amountFen: Fen;
  /** What was reversed of it. */
  reversedFen: Fen;
  at: Date;
  /** Whether a payment includes it, made or not. */
  settled: boolean;
};

const following = alias(entries, 'following');

/** Adds up the posted entries that undo or pay back each of these entries, in fen; entries without any are absent. */
async function sumFollowing(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Fen>> {
  if (entryIds.length === 0) return new Map();
  const rows = await tx
    .select({
      of: sql<string>`${following.ofEntryId}`,
      sum: sql<string>`sum(${following.amountFen})::text`,
    })
    .from(following)
    .where(and(inArray(following.ofEntryId, [...entryIds]), eq(following.outcome, 'posted')))
    .groupBy(following.ofEntryId);
  return new Map(rows.map((row) => [row.of, fen(BigInt(row.sum))]));
}

/** Loads posted captures of the city, at most 500, the newest first. */
async function findCaptures(tx: Tx, cityId: string, which: SQL): Promise<Capture[]> {
  const rows = await tx
    .select({ entry: entries, line: settlementLines.settlementId })
    .from(entries)
    .leftJoin(settlementLines, eq(settlementLines.entryId, entries.id))
    .where(
      and(
        which,
        eq(entries.cityId, cityId),
        eq(entries.kind, 'capture'),
        eq(entries.outcome, 'posted'),
      ),
    )
    .orderBy(desc(entries.id))
    .limit(500);
  const reversed = await sumFollowing(
    tx,
    rows.map(({ entry }) => entry.id),
  );
  return rows.map(({ entry, line }) => {
    if (!entry.holdId || !entry.vendorId) throw new Error(`Capture ${entry.id} has no payee.`);
    return {
      id: entry.id,
      voucherId: entry.accountId,
      holdId: entry.holdId,
      payeeId: entry.vendorId,
      amountFen: entry.amountFen,
      reversedFen: reversed.get(entry.id) ?? zeroFen,
      at: entry.at,
      settled: line !== null,
    };
  });
}

/** Loads a posted capture of the city; undefined for another entry or another city's. */
export async function getCapture(
  tx: Tx,
  cityId: string,
  entryId: string,
): Promise<Capture | undefined> {
  return (await findCaptures(tx, cityId, eq(entries.id, entryId)))[0];
}

/** Returns the settlement that an entry is a line of; undefined where none includes it. */
export async function settlementOf(tx: Tx, entryId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: settlementLines.settlementId })
    .from(settlementLines)
    .where(eq(settlementLines.entryId, entryId));
  return row?.id;
}

/** Lists what was captured on a voucher of the city, the newest first. */
export const listCaptures = (tx: Tx, cityId: string, voucherId: string): Promise<Capture[]> =>
  findCaptures(tx, cityId, eq(entries.accountId, voucherId));

/**
 * Returns what is left to pay of each of these reversals, by their ids: nothing of one that a settlement has netted, else its
 * amount less what was repaid or written off.
 */
export async function owedOn(tx: Tx, reversalIds: readonly string[]): Promise<Map<string, Fen>> {
  if (reversalIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: entries.id, amountFen: entries.amountFen, line: settlementLines.settlementId })
    .from(entries)
    .leftJoin(settlementLines, eq(settlementLines.entryId, entries.id))
    .where(inArray(entries.id, [...reversalIds]));
  const credited = await sumFollowing(tx, reversalIds);
  return new Map(
    rows.map(({ id, amountFen, line }) => [
      id,
      line === null ? fen(amountFen - (credited.get(id) ?? 0n)) : zeroFen,
    ]),
  );
}

/** A reversal of a line of a settlement. */
export type Unnetted = { reversalId: string; settlementId: string };

/**
 * Lists the reversals that no settlement includes, although the captures that they undo are lines of one of these settlements:
 * whoever pays them now pays too much. One that was repaid or written off whole is not among them.
 * @param settlementIds a query for the ids of the settlements
 */
export async function listUnnetted(tx: Tx, settlementIds: SQLWrapper): Promise<Unnetted[]> {
  const own = alias(settlementLines, 'own');
  const credit = alias(entries, 'credit');
  const credited = tx
    .select({ sum: sql`coalesce(sum(${credit.amountFen}), 0)` })
    .from(credit)
    .where(and(eq(credit.ofEntryId, following.id), eq(credit.outcome, 'posted')));
  return tx
    .select({ reversalId: following.id, settlementId: settlementLines.settlementId })
    .from(settlementLines)
    .innerJoin(following, eq(following.ofEntryId, settlementLines.entryId))
    .leftJoin(own, eq(own.entryId, following.id))
    .where(
      and(
        inArray(settlementLines.settlementId, settlementIds),
        eq(following.kind, 'reverse'),
        eq(following.outcome, 'posted'),
        isNull(own.entryId),
        sql`${following.amountFen} > (${credited})`,
      ),
    )
    .orderBy(following.id);
}
