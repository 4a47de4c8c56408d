import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { fen, formatFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome, type Refused } from '@/lib/result';
import { constraintOf } from '@/server/database-errors';
import type { Grant } from '@/server/gate';
import { getPoolLimits } from './pool-queries';

export type BudgetRefusal =
  | 'budget_below_committed'
  | 'budget_below_promised'
  | 'budget_below_allotted'
  | 'budget_over_programme';

export type NewBudget = {
  cityId: string;
  /** A programme's pool, or one of its sub-pools. */
  poolId: string;
  /** The programme's pool, where `poolId` is one of its sub-pools. */
  parentId: string | null;
  budgetFen: Fen;
};

/**
 * Returns why a pool cannot have this budget, with the amount that prevents it; undefined where it can. Only
 * for an early message: the database decides when the budget is set.
 */
export async function budgetObjection(
  tx: Tx,
  { poolId, parentId, budgetFen }: Omit<NewBudget, 'cityId'>,
): Promise<Refused<BudgetRefusal> | undefined> {
  const pool = await getPoolLimits(tx, poolId);
  if (pool && budgetFen < pool.committedFen) {
    return refused('budget_below_committed', { amount: formatFen(pool.committedFen) });
  }
  const spokenFor = pool && fen(pool.committedFen + pool.promisedFen);
  // The budget of a pool that once promised too much may still be raised, step by step.
  if (spokenFor && budgetFen < spokenFor && budgetFen < pool.budgetFen) {
    return refused('budget_below_promised', {
      amount: formatFen(spokenFor),
      committed: formatFen(pool.committedFen),
      promised: formatFen(pool.promisedFen),
    });
  }
  if (pool && budgetFen < pool.allottedFen) {
    return refused('budget_below_allotted', { amount: formatFen(pool.allottedFen) });
  }
  const parent = parentId === null ? undefined : await getPoolLimits(tx, parentId);
  if (!parent) return undefined;
  const others = parent.allottedFen - (pool?.budgetFen ?? 0n);
  const most = parent.budgetFen - others;
  return budgetFen > most
    ? refused('budget_over_programme', { amount: formatFen(fen(most)) })
    : undefined;
}

const limits = new Set([
  'pools_within_budget',
  'pools_promised_within_budget',
  'pools_allotted_within_budget',
]);

/**
 * Sets the budget of a pool or sub-pool, and opens the pool if necessary. Returns the reason where the ledger
 * refuses.
 */
export async function setBudget(
  { tx }: Pick<Grant, 'tx'>,
  budget: NewBudget,
): Promise<Outcome<null, BudgetRefusal>> {
  const { cityId, poolId, parentId, budgetFen } = budget;
  const amount = sql`${budgetFen.toString()}::bigint`;
  try {
    // A savepoint, so that after a refusal the transaction can still read which amount prevented it.
    await tx.transaction((inner) =>
      inner.execute(
        parentId === null
          ? sql`select ledger.set_budget(${cityId}::uuid, ${poolId}::uuid, ${amount})`
          : sql`select ledger.set_sub_budget(${cityId}::uuid, ${parentId}::uuid, ${poolId}::uuid, ${amount})`,
      ),
    );
    return done(null);
  } catch (error) {
    if (!limits.has(constraintOf(error) ?? '')) throw error;
    const objection = await budgetObjection(tx, budget);
    if (!objection) throw error;
    return objection;
  }
}

/**
 * Locks programmes' pools with their parts, in the order that all transactions use. For commands that promise
 * from several pools.
 */
export async function lockPools(
  tx: Tx,
  cityId: string,
  programmeIds: readonly string[],
): Promise<void> {
  const ids = sql.join(
    programmeIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  await tx.execute(sql`select ledger.lock_pools(${cityId}::uuid, array[${ids}])`);
}
