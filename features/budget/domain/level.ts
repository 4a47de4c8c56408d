import type { Fen } from '../../../lib/money';

/** Shares of a budget, in percent, at which the officials responsible for it are warned. */
export type WarningLevel = 0 | 80 | 95;

/** Returns the highest warning level that a budget has reached by what is committed and promised; 0 is none. */
export function warningLevel(
  pool: Record<'budgetFen' | 'committedFen' | 'promisedFen', Fen>,
): WarningLevel {
  const share = (pool.committedFen + pool.promisedFen) * 100n;
  if (pool.budgetFen <= 0n) return 0;
  if (share >= pool.budgetFen * 95n) return 95;
  return share >= pool.budgetFen * 80n ? 80 : 0;
}
