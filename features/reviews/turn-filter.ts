import { z } from 'zod';
import { hiddenChoice, idCursor, readFilter, type ReadFilter } from '@/lib/input/filter';
import type { Query } from '@/lib/query';

const turnFilter = z.object({
  /** Only what waits for the reader. */
  turn: hiddenChoice(['mine']),
  cursor: idCursor(),
});
export type TurnFilter = z.output<typeof turnFilter>;

/**
 * Reads the filter of a list in which some readers have work. For other readers nothing ever waits, so the filter "mine" is
 * invalid for them.
 * @param acts whether the reader's role works on the items of the list
 */
export const readTurn = (query: Query, acts: boolean): ReadFilter<TurnFilter> =>
  readFilter(turnFilter, query, acts ? {} : { turn: [] });
