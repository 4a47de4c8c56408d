import { z } from 'zod';
import { hiddenChoice, idCursor, readFilter, type AskedFilter } from '@/lib/input/filter';
import type { Query } from '@/lib/query';

const turnFilter = z.object({
  /** Only what waits for the reader. */
  turn: hiddenChoice(['mine']),
  cursor: idCursor(),
});
export type TurnFilter = z.output<typeof turnFilter>;

/**
 * Reads the filter of a list in which some readers have work. Nothing ever waits for the others, so that a link to "mine"
 * fits none of them.
 * @param acts tells that the reader's role works on what the list holds
 */
export const readTurn = (query: Query, acts: boolean): AskedFilter<TurnFilter> =>
  readFilter(turnFilter, query, acts ? {} : { turn: [] });
