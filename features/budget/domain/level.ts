import type { Fen } from '../../../lib/money';

/** Shares of a budget, in percent, at which those who look after it are warned. */
export type WarningLevel = 0 | 80 | 95;

/** The highest warning that so much of a budget calls for; 0 is none. */
export function warningLevel(pool: { budgetFen: Fen; committedFen: Fen }): WarningLevel {
  const share = pool.committedFen * 100n;
  if (pool.budgetFen <= 0n) return 0;
  if (share >= pool.budgetFen * 95n) return 95;
  return share >= pool.budgetFen * 80n ? 80 : 0;
}
