import { fen, maxFen, minFen, zeroFen, type Fen } from '../../../lib/money';
import { formatPercent, rational } from '../../../lib/rational';
import { tenthsOf } from '../../../lib/shares';

/** What is known of the money of a pool, or of all pools together. */
export type PoolAmounts = Readonly<
  Record<
    | 'budgetFen'
    | 'committedFen'
    | 'promisedFen'
    | 'leftFen'
    | 'held'
    | 'spent'
    | 'paid'
    | 'writtenOff',
    Fen
  >
>;

/**
 * The parts of a budget, from what has left the city to what is free. Every fen of the budget is in exactly one of them, unless
 * more was promised than there is.
 */
export const poolParts = [
  'paid',
  'due',
  'writtenOff',
  'held',
  'available',
  'promised',
  'left',
] as const;
export type PoolPart = (typeof poolParts)[number];

/**
 * Divides a budget into its parts. An amount that was paid and then reversed is owed back to the city and is not spent, so no more
 * counts as paid than is spent.
 */
export function partsOf(pool: PoolAmounts): Record<PoolPart, Fen> {
  const { spent, held, writtenOff } = pool;
  const paid = maxFen(zeroFen, minFen(pool.paid, spent));
  return {
    paid,
    due: fen(spent - paid),
    writtenOff,
    held,
    available: maxFen(zeroFen, fen(pool.committedFen - spent - held - writtenOff)),
    promised: pool.promisedFen,
    left: pool.leftFen,
  };
}

/** Formats the share of some parts in the budget, `83.4%`, so that all parts that are shown add up to the whole. */
export function shareOf(pool: PoolAmounts, ...parts: readonly PoolPart[]): string {
  if (pool.budgetFen <= 0n) return '0%';
  const amounts = partsOf(pool);
  const tenths = tenthsOf(
    poolParts.map((part) => amounts[part]),
    pool.budgetFen,
  );
  const sum = poolParts.reduce(
    (all, part, at) => (parts.includes(part) ? all + (tenths[at] ?? 0n) : all),
    0n,
  );
  return formatPercent(rational(sum, 1000n));
}

const committed = ['paid', 'due', 'writtenOff', 'held', 'available'] as const;

/** Formats the share that is committed. */
export const committedShare = (pool: PoolAmounts): string => shareOf(pool, ...committed);

/** Formats the share that is committed or promised. */
export const takenShare = (pool: PoolAmounts): string => shareOf(pool, ...committed, 'promised');
