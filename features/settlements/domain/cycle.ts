import { addDays, addMonths, type IsoDate } from '../../../lib/dates';
import type { Rules } from '../../rules/domain/rules';

export type Cycle = Rules['settlement']['cycle'];

/** What may be settled on a day. */
export type Settleable = {
  /** The last day: what is verified on it or earlier may be paid. */
  readonly through: IsoDate;
  /** The first day of the next period, on which the next batch is due; null where batches are made at any time. */
  readonly nextOn: IsoDate | null;
};

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/**
 * Returns what a programme's cycle lets be settled on a day: what was verified before the present month, quarter or year.
 * A programme that is settled batch by batch has no period, so everything verified so far may be settled.
 */
export function settleableOn(cycle: Cycle, on: IsoDate): Settleable {
  if (cycle === 'batch') return { through: on, nextOn: null };
  const months = monthsOf[cycle];
  const [year = '', month = ''] = on.split('-');
  const first = Number(month) - ((Number(month) - 1) % months);
  const start = `${year}-${String(first).padStart(2, '0')}-01`;
  return { through: addDays(start, -1), nextOn: addMonths(start, months) };
}
