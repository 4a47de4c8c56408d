import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { budgetWarnings } from '@/db/schema/budget';
import { getPoolLimits } from '@/features/ledger/pool-queries';
import { notify } from '@/features/notifications/commands';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { warningLevel } from './domain/level';
import { poolName } from './pool-names';

type Concerned = {
  programmeId: string;
  /** The pool whose commitments or budget changed: the programme's, or one of its sub-pools. */
  poolId: string;
};

/**
 * Stores the level that a pool has reached and notifies the officials responsible for it, unless that level
 * was stored before.
 */
async function warnOf(grant: Grant, { programmeId, poolId }: Concerned): Promise<void> {
  const { tx, actor, now } = grant;
  const pool = await getPoolLimits(tx, poolId);
  const percent = pool ? warningLevel(pool) : 0;
  if (!pool || percent === 0) return;
  const cityId = cityOf(actor);
  const [news] = await tx
    .insert(budgetWarnings)
    .values({ poolId, cityId, percent, at: now })
    .onConflictDoUpdate({
      target: budgetWarnings.poolId,
      set: { percent, at: now },
      setWhere: sql`${budgetWarnings.percent} < ${percent}`,
    })
    .returning({ poolId: budgetWarnings.poolId });
  if (!news) return;
  const name = await poolName(tx, programmeId, poolId);
  await notify(tx, { cityId, roles: ['manager', 'finance'] }, 'budget_warning', {
    pool: name['zh-CN'],
    poolEn: name.en,
    percent: percent.toString(),
    budget: formatFen(pool.budgetFen),
    committed: formatFen(pool.committedFen),
    promised: formatFen(pool.promisedFen),
    left: formatFen(pool.leftFen),
    path: paths.city.budget(programmeId),
  });
}

/**
 * Warns at 80 and 95 % of a budget, each once. Must be called after everything that commits or promises
 * money, in the same transaction: its lock on the pool makes other transactions wait until the stored level
 * is committed.
 */
export async function warnOfBudget(grant: Grant, concerned: Concerned): Promise<void> {
  const { programmeId, poolId } = concerned;
  await warnOf(grant, concerned);
  if (poolId !== programmeId) await warnOf(grant, { programmeId, poolId: programmeId });
}

/**
 * Updates the warnings after a budget changed: a level that is no longer reached may be warned of again, and
 * a newly reached one is.
 */
export async function warnAnew(grant: Grant, concerned: Concerned): Promise<void> {
  const pool = await getPoolLimits(grant.tx, concerned.poolId);
  const percent = pool ? warningLevel(pool) : 0;
  await grant.tx
    .update(budgetWarnings)
    .set({ percent, at: grant.now })
    .where(and(eq(budgetWarnings.poolId, concerned.poolId), gt(budgetWarnings.percent, percent)));
  await warnOf(grant, concerned);
}
