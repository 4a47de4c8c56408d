import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { accounts, entries, pools, rules, settlementLines } from '@/db/schema/ledger';
import { payments } from '@/db/schema/settlements';
import type { IsoDate } from '@/lib/dates';
import { fen, minFen, zeroFen, type Fen } from '@/lib/money';
import { toPool, type Pool } from './queries';

export type SubPool = Pool & { parentId: string };

/** Lists the public sub-pools of programmes, by programme. A programme without any is absent. */
export async function getSubPools(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<Map<string, SubPool[]>> {
  const found = new Map<string, SubPool[]>();
  if (programmeIds.length === 0) return found;
  const rows = await tx
    .select()
    .from(pools)
    .where(inArray(pools.parentId, [...programmeIds]))
    .orderBy(asc(pools.id));
  for (const row of rows) {
    if (row.parentId === null) continue;
    const siblings = found.get(row.parentId) ?? [];
    found.set(row.parentId, [...siblings, { ...toPool(row), parentId: row.parentId }]);
  }
  return found;
}

export type PoolLimits = Pool & {
  parentId: string | null;
  /** The sum of its sub-pools' budgets. */
  allottedFen: Fen;
};

/** Loads a pool of either level, with what limits its budget. */
export async function getPoolLimits(tx: Tx, poolId: string): Promise<PoolLimits | undefined> {
  const [row] = await tx.select().from(pools).where(eq(pools.id, poolId));
  return row && { ...toPool(row), parentId: row.parentId, allottedFen: row.allottedFen };
}

const parents = alias(pools, 'parents');

/** Loads pools of either level with the pools above them, by their ids. */
export async function getPoolsWithParents(
  tx: Tx,
  poolIds: readonly string[],
): Promise<Map<string, Pool & { parentId: string | null }>> {
  if (poolIds.length === 0) return new Map();
  const ids = [...new Set(poolIds)];
  const above = tx.select({ id: pools.parentId }).from(pools).where(inArray(pools.id, ids));
  const rows = await tx
    .select()
    .from(pools)
    .where(or(inArray(pools.id, ids), inArray(pools.id, above)));
  return new Map(rows.map((row) => [row.id, { ...toPool(row), parentId: row.parentId }]));
}

/** Returns the amount that can still be promised from a pool: the least that it and the pool above it have left. */
export async function roomIn(tx: Tx, poolId: string): Promise<Fen> {
  const found = await getPoolsWithParents(tx, [poolId]);
  const own = found.get(poolId);
  const above = own?.parentId ? found.get(own.parentId) : undefined;
  if (!own) return zeroFen;
  return above ? minFen(own.leftFen, above.leftFen) : own.leftFen;
}

/**
 * Returns the amount that can still be issued to a voucher, limited by what its pool and the pool above that
 * have left.
 */
export async function roomFor(tx: Tx, voucherId: string): Promise<Fen> {
  const [row] = await tx
    .select({ pool: pools, parent: parents })
    .from(pools)
    .innerJoin(accounts, eq(accounts.poolId, pools.id))
    .leftJoin(parents, eq(parents.id, pools.parentId))
    .where(eq(accounts.id, voucherId));
  if (!row) return zeroFen;
  const own = toPool(row.pool).leftFen;
  return row.parent ? minFen(own, toPool(row.parent).leftFen) : own;
}

/** Sums over the vouchers of a pool; what was written off is not in `returned`. */
export type PoolSums = Record<
  'issued' | 'held' | 'spent' | 'returned' | 'paid' | 'writtenOff',
  Fen
>;

export const noSums: PoolSums = {
  issued: zeroFen,
  held: zeroFen,
  spent: zeroFen,
  returned: zeroFen,
  paid: zeroFen,
  writtenOff: zeroFen,
};

/** Adds up what was paid out for the vouchers of pools: lines of settlements whose payment succeeded. */
async function sumPaid(tx: Tx, poolIds: readonly string[]): Promise<Map<string, Fen>> {
  const rows = await tx
    .select({ id: accounts.poolId, paid: sql<string>`sum(${settlementLines.amountFen})::text` })
    .from(settlementLines)
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .innerJoin(entries, eq(entries.id, settlementLines.entryId))
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .where(and(eq(payments.state, 'paid'), inArray(accounts.poolId, [...poolIds])))
    .groupBy(accounts.poolId);
  return new Map(rows.map((row) => [row.id, fen(BigInt(row.paid))]));
}

/** Adds up what was written off on the vouchers of pools, by pool: the pools bear it, so it never returned to them. */
async function sumWrittenOff(tx: Tx, poolIds: readonly string[]): Promise<Map<string, Fen>> {
  const rows = await tx
    .select({ id: accounts.poolId, lost: sql<string>`sum(${entries.amountFen})::text` })
    .from(entries)
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .where(
      and(
        isNotNull(entries.ofEntryId),
        eq(entries.kind, 'write_off'),
        eq(entries.outcome, 'posted'),
        inArray(accounts.poolId, [...poolIds]),
      ),
    )
    .groupBy(accounts.poolId);
  return new Map(rows.map((row) => [row.id, fen(BigInt(row.lost))]));
}

/**
 * Adds up the accounts of vouchers, by pool. What returned to a pool is less what was written off on its vouchers. A sub-pool's vouchers count only there, not in the pool above.
 * Only for the city, because no one else sees all of its accounts.
 */
export async function sumAccounts(
  tx: Tx,
  poolIds: readonly string[],
): Promise<Map<string, PoolSums>> {
  if (poolIds.length === 0) return new Map();
  const rows = await tx
    .select({
      id: accounts.poolId,
      issued: sql<string>`sum(${accounts.grantedFen})::text`,
      held: sql<string>`sum(${accounts.heldFen})::text`,
      spent: sql<string>`sum(${accounts.spentFen})::text`,
      returned: sql<string>`sum(${accounts.returnedFen})::text`,
    })
    .from(accounts)
    .where(inArray(accounts.poolId, [...poolIds]))
    .groupBy(accounts.poolId);
  const paid = await sumPaid(tx, poolIds);
  const lost = await sumWrittenOff(tx, poolIds);
  const amount = (text: string) => fen(BigInt(text));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        issued: amount(row.issued),
        held: amount(row.held),
        spent: amount(row.spent),
        returned: fen(BigInt(row.returned) - (lost.get(row.id) ?? 0n)),
        paid: paid.get(row.id) ?? zeroFen,
        writtenOff: lost.get(row.id) ?? zeroFen,
      },
    ]),
  );
}

export type DayOfPool = { on: IsoDate; issuedFen: Fen; returnedFen: Fen };

const chinaDay = sql<string>`to_char(${entries.at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

/**
 * Lists what each day issued from a programme's pool, and what returned to it less what was written off, sub-pools included,
 * in order.
 */
export async function listPoolDays(tx: Tx, programmeId: string): Promise<DayOfPool[]> {
  const issued = sql`${entries.kind} = 'issue'`;
  const sumOf = (sign: 1 | -1, which: SQL) =>
    sql<string>`coalesce(sum(${sign} * ${rules.pool} * ${entries.amountFen}) filter (where ${which}), 0)::text`;
  const rows = await tx
    .select({ on: chinaDay, issued: sumOf(1, issued), returned: sumOf(-1, sql`not ${issued}`) })
    .from(entries)
    .innerJoin(rules, eq(rules.kind, entries.kind))
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .innerJoin(pools, eq(pools.id, accounts.poolId))
    .where(
      and(
        eq(entries.outcome, 'posted'),
        sql`${rules.pool} <> 0`,
        sql`${programmeId} in (${pools.id}, ${pools.parentId})`,
      ),
    )
    .groupBy(chinaDay)
    .orderBy(chinaDay);
  return rows.map((row) => ({
    on: row.on,
    issuedFen: fen(BigInt(row.issued)),
    returnedFen: fen(BigInt(row.returned)),
  }));
}

export type CitySums = PoolSums & Record<'budget' | 'committed' | 'promised', Fen>;

/** Adds up the pools of a city's programmes, for the city itself. */
export async function sumCity(tx: Tx, cityId: string): Promise<CitySums> {
  const total = (sum: SQL) => sql<string>`coalesce(${sum}, 0)::text`;
  const [budgets] = await tx
    .select({
      budget: total(sql`sum(${pools.budgetFen})`),
      committed: total(sql`sum(${pools.committedFen})`),
      promised: total(sql`sum(${pools.promisedFen})`),
    })
    .from(pools)
    .where(and(eq(pools.cityId, cityId), isNull(pools.parentId)));
  const [vouchers] = await tx
    .select({
      issued: total(sql`sum(${accounts.grantedFen})`),
      held: total(sql`sum(${accounts.heldFen})`),
      spent: total(sql`sum(${accounts.spentFen})`),
      returned: total(sql`sum(${accounts.returnedFen})`),
    })
    .from(accounts)
    .where(eq(accounts.cityId, cityId));
  const [written] = await tx
    .select({ off: total(sql`sum(${entries.amountFen})`) })
    .from(entries)
    .where(
      and(
        isNotNull(entries.ofEntryId),
        eq(entries.cityId, cityId),
        eq(entries.kind, 'write_off'),
        eq(entries.outcome, 'posted'),
      ),
    );
  const [settled] = await tx
    .select({ paid: total(sql`sum(${settlementLines.amountFen})`) })
    .from(settlementLines)
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .where(and(eq(settlementLines.cityId, cityId), eq(payments.state, 'paid')));
  if (!budgets || !vouchers || !written || !settled) throw new Error('The database gave no sums.');
  const amount = (text: string) => fen(BigInt(text));
  return {
    budget: amount(budgets.budget),
    committed: amount(budgets.committed),
    promised: amount(budgets.promised),
    issued: amount(vouchers.issued),
    held: amount(vouchers.held),
    spent: amount(vouchers.spent),
    returned: fen(BigInt(vouchers.returned) - BigInt(written.off)),
    paid: amount(settled.paid),
    writtenOff: amount(written.off),
  };
}

/**
 * Lists the programmes of a city with a pool or sub-pool of which at least this percentage is committed or
 * promised.
 */
export async function listPressed(
  tx: Tx,
  { cityId, percent, limit }: { cityId: string; percent: number; limit: number },
): Promise<string[]> {
  const programme = sql<string>`coalesce(${pools.parentId}, ${pools.id})`;
  const rows = await tx
    .selectDistinct({ id: programme })
    .from(pools)
    .where(
      and(
        eq(pools.cityId, cityId),
        gt(pools.budgetFen, zeroFen),
        sql`(${pools.committedFen} + ${pools.promisedFen}) * 100 >= ${pools.budgetFen} * ${percent}`,
      ),
    )
    .orderBy(programme)
    .limit(limit);
  return rows.map(({ id }) => id);
}
