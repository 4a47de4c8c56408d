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
import { advance, lockInCity } from '@/server/rows';
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
      ...(await valuesOf(tx, change)),
      reason,
    },
  );
  await record({
    action: 'budget.proposed',
    ...aboutChange(change),
    data: { ...sums(change), reason },
  });
  return done({ programmeId });
}

/** Returns the data that every event about a change contains. */
const aboutChange = (change: ChangeRow) => ({
  subject: { kind: 'budget_change' as const, id: change.id },
});

const sums = ({ fromFen, toFen }: ChangeRow) => ({
  fromFen: fromFen.toString(),
  toFen: toFen.toString(),
});

/** Returns the values that every notification about a change contains. */
async function valuesOf(tx: Tx, { programmeId, poolId, fromFen, toFen }: ChangeRow) {
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

/** Writes and records the decision on a change, and notifies the managers. A release has no answer. */
async function decide(
  grant: Grant<'budget.release'>,
  change: ChangeRow,
  transition: 'release' | 'decline',
  answer: string | null,
): Promise<Outcome<{ programmeId: string }, 'change_decided'>> {
  const { tx, actor, now } = grant;
  const outcome = transition === 'release' ? 'released' : 'declined';
  const moved = await advance(grant, budgetChanges, change, {
    lifecycle: budgetChangeLifecycle,
    transition,
    set: { answer, decidedBy: userOf(actor), decidedAt: now },
    event: {
      ...aboutChange(change),
      action: `budget.${outcome}`,
      data: { ...sums(change), ...(answer !== null && { answer }) },
    },
  });
  if (!moved.ok) return refused('change_decided');
  const managers = { cityId: change.cityId, roles: ['manager'] as const };
  await notify(tx, managers, `budget_change_${outcome}`, {
    ...(await valuesOf(tx, change)),
    answer: answer ?? '',
  });
  return done({ programmeId: change.programmeId });
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
  const decided = await decide(grant, change, 'release', null);
  if (decided.ok) await warnAnew(grant, { programmeId, poolId });
  return decided;
}

/** Sends a change back. Another one can then be proposed. */
export async function declineBudgetChange(
  grant: Grant<'budget.release'>,
  input: z.output<typeof inputs.declineChangeInput>,
): Promise<Outcome<{ programmeId: string }, DecideRefusal>> {
  const found = await findDecidable(grant, input.changeId, 'decline');
  return found.ok ? decide(grant, found.value, 'decline', input.answer) : found;
}
