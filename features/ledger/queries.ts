import 'server-only';
import { and, count, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { accounts, entries, ledgerHolds, pools, rules } from '@/db/schema/ledger';
import type { programmes } from '@/db/schema/programmes';
import type { holds } from '@/db/schema/redemptions';
import type { vouchers } from '@/db/schema/vouchers';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, maxFen, zeroFen, type Fen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { LedgerKind } from './messages';

export type Balance = {
  grantedFen: Fen;
  heldFen: Fen;
  spentFen: Fen;
  returnedFen: Fen;
  availableFen: Fen;
  validTo: Date;
  frozen: boolean;
};

const toBalance = (row: typeof accounts.$inferSelect): Balance => ({
  grantedFen: row.grantedFen,
  heldFen: row.heldFen,
  spentFen: row.spentFen,
  returnedFen: row.returnedFen,
  availableFen: fen(row.grantedFen - row.heldFen - row.spentFen - row.returnedFen),
  validTo: row.validTo,
  frozen: row.frozen,
});

/** Loads the balances of vouchers that the user may see, by voucher id. */
export async function getBalances(
  tx: Tx,
  voucherIds: readonly string[],
): Promise<Map<string, Balance>> {
  if (voucherIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [...voucherIds]));
  return new Map(rows.map((row) => [row.id, toBalance(row)]));
}

export async function getBalance(tx: Tx, voucherId: string): Promise<Balance | undefined> {
  return (await getBalances(tx, [voucherId])).get(voucherId);
}

/** Returns SQL for whether the voucher in that column still has money that is neither held nor spent. */
export const hasRest = (voucherId: typeof vouchers.id): SQL =>
  sql`exists (select from ${accounts} where ${accounts.id} = ${voucherId} and ${accounts.grantedFen}
    > ${accounts.heldFen} + ${accounts.spentFen} + ${accounts.returnedFen})`;

/** Returns SQL for the amount of the voucher in that column that is neither held nor spent, in fen. */
export const restOf = (voucherId: typeof vouchers.id): SQL<string> =>
  sql<string>`(select ${accounts.grantedFen} - ${accounts.heldFen} - ${accounts.spentFen}
    - ${accounts.returnedFen} from ${accounts} where ${accounts.id} = ${voucherId})`;

/** Returns SQL for what a voucher has given its holder, in fen: its face value, or only what was used where it was revoked. */
export const keptOf = (table: typeof vouchers): SQL<string> =>
  // The alias and the names of tables are needed because a query of one table leaves the table's name out.
  sql<string>`(case when ${table}.state = 'revoked' then (select a.granted_fen - a.returned_fen
    from ${accounts} a where a.id = ${table}.id) else ${table}.face_value_fen end)`;

/** Returns SQL for the amount of the hold in that column that can still be claimed, in fen. */
export const openOf = (holdId: typeof holds.id): SQL<string> =>
  // The alias is needed because both tables are called holds.
  sql<string>`(select l.amount_fen - l.claimed_fen - l.captured_fen - l.released_fen
    from ${ledgerHolds} l where l.id = ${holdId})`;

export type HoldBalance = {
  amountFen: Fen;
  claimedFen: Fen;
  capturedFen: Fen;
  releasedFen: Fen;
  /** What can still be claimed or released. */
  openFen: Fen;
  expiresAt: Date;
};

export async function getHoldBalances(
  tx: Tx,
  holdIds: readonly string[],
): Promise<Map<string, HoldBalance>> {
  if (holdIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(ledgerHolds)
    .where(inArray(ledgerHolds.id, [...holdIds]));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        amountFen: row.amountFen,
        claimedFen: row.claimedFen,
        capturedFen: row.capturedFen,
        releasedFen: row.releasedFen,
        openFen: fen(row.amountFen - row.claimedFen - row.capturedFen - row.releasedFen),
        expiresAt: row.expiresAt,
      },
    ]),
  );
}

/** `left` is what can still be promised or issued: the budget less what is committed and what is promised. */
export type Pool = Record<'budgetFen' | 'committedFen' | 'promisedFen' | 'leftFen', Fen> & {
  id: string;
};

/** Returns the amount that a budget has left; zero where more was promised before promises were limited by it. */
export const leftOf = (of: Record<'budgetFen' | 'committedFen' | 'promisedFen', Fen>): Fen =>
  maxFen(zeroFen, fen(of.budgetFen - of.committedFen - of.promisedFen));

export const toPool = (row: typeof pools.$inferSelect): Pool => ({
  id: row.id,
  budgetFen: row.budgetFen,
  committedFen: row.committedFen,
  promisedFen: row.promisedFen,
  leftFen: leftOf(row),
});

/** Loads the pools of programmes, which are public. */
export async function getPools(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<Map<string, Pool>> {
  if (programmeIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(pools)
    .where(inArray(pools.id, [...programmeIds]));
  return new Map(rows.map((row) => [row.id, toPool(row)]));
}

/** Returns SQL for what is left in the pool of the programme in that column, in fen; null where it has no pool. */
export const leftInPool = (programmeId: typeof programmes.id): SQL<string | null> =>
  sql`(select greatest(0, ${pools.budgetFen} - ${pools.committedFen} - ${pools.promisedFen}) from ${pools}
    where ${pools.id} = ${programmeId})`;

export async function getPool(tx: Tx, programmeId: string): Promise<Pool | undefined> {
  return (await getPools(tx, [programmeId])).get(programmeId);
}

/** Returns the instants since which programmes are paused, or will be, by programme. */
export async function pausedSince(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<Map<string, Date>> {
  if (programmeIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: pools.id, from: pools.pausedFrom })
    .from(pools)
    .where(inArray(pools.id, [...programmeIds]));
  return new Map(rows.flatMap(({ id, from }) => (from ? [[id, from] as const] : [])));
}

/** Returns SQL for whether a pause of a programme keeps something from ending at an instant: it was in use when the pause began. */
export const keptByPause = (programmeId: PgColumn | SQL, endsAt: PgColumn): SQL =>
  sql`exists (select from ${pools} p where p.id = ${programmeId} and p.paused_from < ${endsAt})`;

/** Returns SQL for whether a programme is paused now, so that nothing of it runs out. */
export const pausedNow = (programmeId: SQL): SQL =>
  sql`exists (select from ${pools} p where p.id = ${programmeId} and p.paused_from <= app.now())`;

export type Entry = {
  id: string;
  kind: LedgerKind;
  amountFen: Fen;
  voucherId: string;
  debit: string;
  credit: string;
  outcome: string;
  at: Date;
};

export type EntryPage = { rows: Entry[]; nextCursor: string | null };

const entryColumns = {
  id: entries.id,
  kind: sql<LedgerKind>`${entries.kind}`,
  amountFen: entries.amountFen,
  voucherId: entries.accountId,
  debit: rules.debit,
  credit: rules.credit,
  outcome: entries.outcome,
  at: entries.at,
};

async function pageOfEntries(tx: Tx, scope: SQL, cursor: string | undefined) {
  const before = decodeIdCursor(cursor);
  const rows = await tx
    .select(entryColumns)
    .from(entries)
    .innerJoin(rules, eq(rules.kind, entries.kind))
    .where(and(scope, before ? lt(entries.id, before) : undefined))
    .orderBy(desc(entries.id))
    .limit(pageSize + 1);
  return pageOf(rows, pageSize, (row) => [row.id]);
}

/** Lists a page of the entries of one voucher, the newest first, declined attempts included. */
export const listVoucherEntries = (
  tx: Tx,
  voucherId: string,
  cursor: string | undefined,
): Promise<EntryPage> => pageOfEntries(tx, eq(entries.accountId, voucherId), cursor);

/** Proves the ledger: adds up the entries by kind, and counts the balances that they do not explain. */
export function proveLedger(actor: Actor<'ledger.read'>) {
  return inScope(actor, async ({ tx }) => {
    const city = cityOf(actor);
    const totals = await tx
      .select({
        kind: sql<LedgerKind>`${entries.kind}`,
        count: count(),
        amountFen: sql<string>`sum(${entries.amountFen})::text`,
      })
      .from(entries)
      .where(and(eq(entries.cityId, city), eq(entries.outcome, 'posted')))
      .groupBy(entries.kind);
    const [breaks] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from ledger.breaks where city_id = ${city}::uuid`,
    );
    return {
      totals: totals.map((row) => ({ ...row, amountFen: fen(BigInt(row.amountFen)) })),
      entries: totals.reduce((sum, row) => sum + row.count, 0),
      breaks: breaks?.n ?? 0,
    };
  });
}
