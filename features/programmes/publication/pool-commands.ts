import 'server-only';
import { eq } from 'drizzle-orm';
import { programmePools } from '@/db/schema/programmes';
import { setBudget } from '@/features/ledger/budget-commands';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import type { Rules } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';

/**
 * Opens the sub-pools that the rules name and the programme does not have yet, each with its budget. Existing sub-pools
 * keep their budgets, because those are changed by another command that needs two people. Rejects budgets that do not
 * fit into the pool.
 */
export async function openParts(
  grant: Pick<Grant, 'tx'>,
  programme: { id: string; cityId: string },
  rules: Rules,
): Promise<Outcome<null, 'parts_over_budget'>> {
  const { tx } = grant;
  const { id: programmeId, cityId } = programme;
  const there = await tx
    .select({ key: programmePools.key })
    .from(programmePools)
    .where(eq(programmePools.programmeId, programmeId));
  const known = new Set(there.map(({ key }) => key));
  for (const { id: key, title, yuan } of rules.pool.subPools ?? []) {
    if (known.has(key)) continue;
    const [part] = await tx
      .insert(programmePools)
      .values({ programmeId, cityId, key, title })
      .returning({ id: programmePools.id });
    if (!part) throw new Error('The part of the pool was not written.');
    const budgetFen = ruleFen(yuan);
    const opened = await setBudget(grant, {
      cityId,
      poolId: part.id,
      parentId: programmeId,
      budgetFen,
    });
    if (!opened.ok) {
      return refused('parts_over_budget', { amount: String(opened.values?.amount ?? '') });
    }
  }
  return done(null);
}
