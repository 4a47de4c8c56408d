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
  readFilter(turnFilter, query, acts ? {} : { known: { turn: [] } });

/**
 * Reads that filter, and lists what fits it.
 * @param list lists from a cursor on: everything, or only what waits for the reader
 */
export async function listInTurn<T>(
  query: Query,
  acts: boolean,
  list: (cursor: string | undefined, mine: boolean) => Promise<T>,
): Promise<{ search: ReadFilter<TurnFilter>; page: T | undefined }> {
  const search = readTurn(query, acts);
  const { turn, cursor } = search.filter;
  return { search, page: search.fits ? await list(cursor, turn === 'mine') : undefined };
}
