import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { budgetChanges } from '@/db/schema/budget';
import { programmes } from '@/db/schema/programmes';
import { budgetObjection, setBudget, type BudgetRefusal } from '@/features/ledger/budget-commands';
import { getPoolLimits } from '@/features/ledger/pool-queries';
import { notify } from '@/features/notifications/commands';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { budgetChangeLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { poolName } from './pool-names';
import { warnAnew } from './warning-commands';

type ChangeRow = typeof budgetChanges.$inferSelect;

/** Loads a pool of the city with its programme; undefined for another city's pool. */
async function findPool(tx: Tx, cityId: string, poolId: string) {
  const pool = await getPoolLimits(tx, poolId);
  if (!pool) return undefined;
  const programmeId = pool.parentId ?? pool.id;
  const [programme] = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), eq(programmes.cityId, cityId)));
  return programme && { ...pool, programmeId };
}

/**
 * Proposes a new budget for a programme's pool or for one of its sub-pools. Finance must release it. The
 * constraint `budget_changes_one_open` enforces what `change_open` reports.
 */
export async function proposeBudgetChange(
  grant: Grant<'budget.propose'>,
  input: z.output<typeof inputs.proposeChangeInput>,
): Promise<
  Outcome<
    { programmeId: string },
    'pool_unknown' | 'budget_unchanged' | 'change_open' | BudgetRefusal
  >
> {
  const { tx, actor, now, record } = grant;
  const { poolId, toFen, reason } = input;
  const cityId = cityOf(actor);
  const pool = await findPool(tx, cityId, poolId);
  if (!pool) return refused('pool_unknown');
  const { programmeId, budgetFen: fromFen } = pool;
  if (toFen === fromFen) return refused('budget_unchanged', undefined, 'toFen');
  const objection = await budgetObjection(tx, { ...pool, poolId, budgetFen: toFen });
  if (objection) return { ...objection, field: 'toFen' };
  const state = budgetChangeLifecycle.initial;
  const proposed = { proposedBy: userOf(actor), proposedAt: now };
  const [change] = await tx
    .insert(budgetChanges)
    .values({ cityId, programmeId, poolId, fromFen, toFen, reason, state, ...proposed })
    .returning();
  if (!change) throw new Error('The change was not written.');
  await notify(
    tx,
    { cityId, roles: ['finance'], except: userOf(actor) },
    'budget_change_proposed',
    {
      ...(await about(tx, change)),
      reason,
    },
  );
  await record({
    action: 'budget.proposed',
    ...eventOf(change),
    data: { ...sums(change), reason },
  });
  return done({ programmeId });
}

const eventOf = (change: ChangeRow) => ({
  subject: { kind: 'budget_change' as const, id: change.id },
});

const sums = ({ fromFen, toFen }: ChangeRow) => ({
  fromFen: fromFen.toString(),
  toFen: toFen.toString(),
});

/** Returns the values that every notification about a change contains. */
async function about(tx: Tx, { programmeId, poolId, fromFen, toFen }: ChangeRow) {
  const name = await poolName(tx, programmeId, poolId);
  return {
    pool: name['zh-CN'],
    poolEn: name.en,
    from: formatFen(fromFen),
    to: formatFen(toFen),
    path: paths.city.budget(programmeId),
  };
}

type DecideRefusal = 'change_unknown' | 'change_decided' | 'same_person';

/** Locks and returns the change if this user may decide on it. */
async function findDecidable(
  grant: Grant<'budget.release'>,
  changeId: string,
  transition: 'release' | 'decline',
) {
  const change = await lockInCity(grant, budgetChanges, changeId);
  if (!change) return refused('change_unknown');
  if (!budgetChangeLifecycle.can(change.state, transition)) return refused('change_decided');
  if (change.proposedBy === userOf(grant.actor)) return refused('same_person');
  return done(change);
}

async function decide(
  { tx, actor, now }: Grant<'budget.release'>,
  change: ChangeRow,
  outcome: Pick<ChangeRow, 'state' | 'answer'>,
): Promise<void> {
  await tx
    .update(budgetChanges)
    .set({ ...outcome, decidedBy: userOf(actor), decidedAt: now })
    .where(eq(budgetChanges.id, change.id));
  const template =
    outcome.state === 'released' ? 'budget_change_released' : 'budget_change_declined';
  await notify(tx, { cityId: change.cityId, roles: ['manager'] }, template, {
    ...(await about(tx, change)),
    answer: outcome.answer ?? '',
  });
}

/**
 * Releases a change that another person proposed: from now on the new budget applies. Rejects it where more
 * than the new budget is committed by now, or where the sub-pools do not fit into their programme's budget.
 */
export async function releaseBudgetChange(
  grant: Grant<'budget.release'>,
  input: z.output<typeof inputs.releaseChangeInput>,
): Promise<Outcome<{ programmeId: string }, DecideRefusal | 'budget_moved' | BudgetRefusal>> {
  const { tx } = grant;
  const found = await findDecidable(grant, input.changeId, 'release');
  if (!found.ok) return found;
  const change = found.value;
  const { programmeId, poolId, cityId } = change;
  const pool = await findPool(tx, cityId, poolId);
  if (pool?.budgetFen !== change.fromFen) return refused('budget_moved');
  const { parentId } = pool;
  const set = await setBudget(grant, { cityId, poolId, parentId, budgetFen: change.toFen });
  if (!set.ok) return set;
  await decide(grant, change, { state: 'released', answer: null });
  await warnAnew(grant, { programmeId, poolId });
  await grant.record({ action: 'budget.released', ...eventOf(change), data: sums(change) });
  return done({ programmeId });
}

/** Sends a change back. Another one can then be proposed. */
export async function declineBudgetChange(
  grant: Grant<'budget.release'>,
  input: z.output<typeof inputs.declineChangeInput>,
): Promise<Outcome<{ programmeId: string }, DecideRefusal>> {
  const found = await findDecidable(grant, input.changeId, 'decline');
  if (!found.ok) return found;
  const change = found.value;
  const { answer } = input;
  await decide(grant, change, { state: 'declined', answer });
  const data = { ...sums(change), answer };
  await grant.record({ action: 'budget.declined', ...eventOf(change), data });
  return done({ programmeId: change.programmeId });
}
