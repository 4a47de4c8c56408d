import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { budgetWarnings } from '@/db/schema/budget';
import { getPoolLimits } from '@/features/ledger/pool-queries';
import { tell } from '@/features/notifications/commands';
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

/** Remembers the level a pool has reached and tells those who look after it, unless they know. */
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
  await tell(tx, { cityId, roles: ['manager', 'finance'] }, 'budget_warning', {
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
 * Warns at 80 and 95 % of a budget, each once. To be called after whatever commits or promises, in its
 * transaction: its lock on the pool makes others wait for what is remembered here.
 */
export async function warnOfBudget(grant: Grant, concerned: Concerned): Promise<void> {
  const { programmeId, poolId } = concerned;
  await warnOf(grant, concerned);
  if (poolId !== programmeId) await warnOf(grant, { programmeId, poolId: programmeId });
}

/** After a budget changed: a share that is no longer reached may be warned of again, and a new one is. */
export async function warnAnew(grant: Grant, concerned: Concerned): Promise<void> {
  const pool = await getPoolLimits(grant.tx, concerned.poolId);
  const percent = pool ? warningLevel(pool) : 0;
  await grant.tx
    .update(budgetWarnings)
    .set({ percent, at: grant.now })
    .where(and(eq(budgetWarnings.poolId, concerned.poolId), gt(budgetWarnings.percent, percent)));
  await warnOf(grant, concerned);
}
