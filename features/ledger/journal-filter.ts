import 'server-only';
import {
  and,
  desc,
  eq,
  gte,
  inArray,
  lt,
  lte,
  ne,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { claims } from '@/db/schema/claims';
import { entries, rules, settlementLines } from '@/db/schema/ledger';
import { organisations } from '@/db/schema/people';
import { recoveries } from '@/db/schema/recoveries';
import { holds, redemptions } from '@/db/schema/redemptions';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { vouchers } from '@/db/schema/vouchers';
import { addDays, startOfDay } from '@/lib/dates';
import { amount, day, idCursor, search, type FilterBounds } from '@/lib/input/filter';
import { everyWord } from '@/server/search';
import { ledgerKinds, type LedgerKind } from './messages';

export const kindsOfEntries = Object.keys(ledgerKinds('en')) as [LedgerKind, ...LedgerKind[]];

/** The filter in the address of the journal's page and of its file. */
export const journalFilter = z.object({
  q: search(),
  kind: z.enum(kindsOfEntries).optional(),
  /** What the bank has paid, or what is owed to payees and not paid yet. */
  payment: z.enum(['paid', 'due']).optional(),
  programme: z.uuid().optional(),
  from: day(),
  to: day(),
  least: amount(),
  most: amount(),
  cursor: idCursor(),
});
export type JournalFilter = z.output<typeof journalFilter>;

/** Returns the bounds of the filter: the city's programmes, and which end of a range comes first. */
export const journalBounds = (programmes: readonly { id: string }[]): FilterBounds => ({
  known: { programme: programmes.map(({ id }) => id) },
  ranges: [
    ['from', 'to'],
    ['least', 'most'],
  ],
});

const has = (typed: string, text: SQL) => everyWord(typed, text);

/** Returns the condition that an entry is about something whose number or whose parties have every word of what was typed. */
function found(tx: Tx, cityId: string, q: string): SQL | undefined {
  const ofVouchers = tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .innerJoin(organisations, eq(organisations.id, vouchers.organisationId))
    .where(
      and(
        eq(vouchers.cityId, cityId),
        has(q, sql`lower(${vouchers.code}) || ' ' || ${organisations.searchText}`),
      ),
    );
  const orders = tx
    .select({ id: holds.id })
    .from(holds)
    .innerJoin(organisations, eq(organisations.id, holds.vendorId))
    .where(
      and(
        eq(holds.cityId, cityId),
        has(q, sql`app.search_text(${holds.orderNumber}) || ' ' || ${organisations.searchText}`),
      ),
    );
  const redeemed = tx
    .select({ id: redemptions.holdId })
    .from(redemptions)
    .where(
      and(eq(redemptions.cityId, cityId), has(q, sql`app.search_text(${redemptions.reference})`)),
    );
  const claimed = tx
    .select({ id: sql<string>`${claims.holdId}` })
    .from(claims)
    .where(and(eq(claims.cityId, cityId), has(q, sql`app.search_text(${claims.reference})`)));
  const reversed = tx
    .select({ id: sql<string>`${recoveries.reverseEntryId}` })
    .from(recoveries)
    .where(
      and(eq(recoveries.cityId, cityId), has(q, sql`app.search_text(${recoveries.reference})`)),
    );
  const settled = tx
    .select({ id: settlementLines.entryId })
    .from(settlementLines)
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .leftJoin(settlementBatches, eq(settlementBatches.id, payments.batchId))
    .where(
      and(
        eq(settlementLines.cityId, cityId),
        has(
          q,
          sql`app.search_text(${payments.reference} || ' ' || coalesce(${settlementBatches.reference}, ''))`,
        ),
      ),
    );
  return or(
    inArray(entries.accountId, ofVouchers),
    ...[orders, redeemed, claimed].map((ids) => inArray(entries.holdId, ids)),
    inArray(entries.id, reversed),
    inArray(entries.ofEntryId, reversed),
    inArray(entries.id, settled),
  );
}

/** Returns the condition that an entry changes what a payee gets, and that the bank has paid it or not. */
const paidOrDue = (tx: Tx, cityId: string, wanted: 'paid' | 'due'): SQL | undefined => {
  const paidOf = (which?: SQL) =>
    tx
      .select({ id: settlementLines.entryId })
      .from(settlementLines)
      .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
      .where(and(eq(settlementLines.cityId, cityId), eq(payments.state, 'paid'), which));
  return wanted === 'paid'
    ? inArray(entries.id, paidOf())
    : and(
        eq(entries.outcome, 'posted'),
        ne(rules.payable, 0),
        notExists(paidOf(eq(settlementLines.entryId, entries.id))),
      );
};

const entryColumns = {
  id: entries.id,
  kind: sql<LedgerKind>`${entries.kind}`,
  amountFen: entries.amountFen,
  voucherId: entries.accountId,
  holdId: entries.holdId,
  payeeId: entries.vendorId,
  actorId: entries.actorId,
  debit: rules.debit,
  credit: rules.credit,
  outcome: entries.outcome,
  at: entries.at,
};

/**
 * Reads entries of the city that fit the filter, the newest first.
 * @param before only entries that were written before this one
 */
export function readEntries(
  tx: Tx,
  cityId: string,
  filter: JournalFilter,
  { before, limit }: { before: string | undefined; limit: number },
) {
  const { q, kind, payment, programme, from, to, least, most } = filter;
  const ofProgramme =
    programme &&
    tx
      .select({ id: vouchers.id })
      .from(vouchers)
      .where(and(eq(vouchers.cityId, cityId), eq(vouchers.programmeId, programme)));
  return tx
    .select(entryColumns)
    .from(entries)
    .innerJoin(rules, eq(rules.kind, entries.kind))
    .where(
      and(
        eq(entries.cityId, cityId),
        q ? found(tx, cityId, q) : undefined,
        kind ? eq(entries.kind, kind) : undefined,
        payment ? paidOrDue(tx, cityId, payment) : undefined,
        ofProgramme ? inArray(entries.accountId, ofProgramme) : undefined,
        from ? gte(entries.at, startOfDay(from)) : undefined,
        to ? lt(entries.at, startOfDay(addDays(to, 1))) : undefined,
        least === undefined ? undefined : gte(entries.amountFen, least),
        most === undefined ? undefined : lte(entries.amountFen, most),
        before ? lt(entries.id, before) : undefined,
      ),
    )
    .orderBy(desc(entries.id))
    .limit(limit);
}
export type EntryRow = Awaited<ReturnType<typeof readEntries>>[number];
