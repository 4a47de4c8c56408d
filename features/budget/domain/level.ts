import type { Fen } from '../../../lib/money';

/** Shares of a budget, in percent, at which those who look after it are warned. */
export type WarningLevel = 0 | 80 | 95;

/** The highest warning that what is committed and promised of a budget calls for; 0 is none. */
export function warningLevel(
  pool: Record<'budgetFen' | 'committedFen' | 'promisedFen', Fen>,
): WarningLevel {
  const share = (pool.committedFen + pool.promisedFen) * 100n;
  if (pool.budgetFen <= 0n) return 0;
  if (share >= pool.budgetFen * 95n) return 95;
  return share >= pool.budgetFen * 80n ? 80 : 0;
}
