import { z } from 'zod';
import { decodeCursor, decodeIdCursor } from '@/lib/keyset';
import { searchWords } from '@/lib/normal';
import type { Query } from '@/lib/query';

/**
 * Filters of lists, as they are in an address. A value that does not fit is never left out, because the list would then be
 * another one than the user chose, and the user would not notice.
 */
export const longestSearch = 100;

export type FilterFault =
  | 'filter_unknown'
  | 'address_unknown'
  | 'search_too_long'
  | 'search_wordless'
  | 'page_unknown'
  | 'days_reversed';
export type FilterFaults = Readonly<Partial<Record<string, FilterFault>>>;

const faultCodes: readonly string[] = [
  'address_unknown',
  'search_too_long',
  'search_wordless',
  'page_unknown',
] satisfies FilterFault[];

/** Reads a search text: each of its words must be found. */
export const search = () =>
  z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (text === '') return;
      if (text.length > longestSearch) {
        context.addIssue({ code: 'custom', message: 'search_too_long' });
      } else if (searchWords(text).length === 0) {
        context.addIssue({ code: 'custom', message: 'search_wordless' });
      }
    })
    .transform((text) => text || undefined)
    .optional();

/** Reads one of several values that is in no field of the form, only in the address. */
export const hiddenChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: 'address_unknown' }).optional();

/** Reads the place where a page of the list begins. */
export const pageCursor = () =>
  z
    .string()
    .refine((text) => decodeCursor(text) !== null, { error: 'page_unknown' })
    .optional();

/** Reads the place where a page begins, for lists whose pages end at an id. */
export const idCursor = () =>
  z
    .string()
    .refine((text) => decodeIdCursor(text) !== undefined, { error: 'page_unknown' })
    .optional();

export type ReadFilter<T> = {
  filter: T;
  /** The values as they were sent, by field. */
  typed: Record<string, string>;
  faults: FilterFaults;
  /** True where every value fits, so that the list may be shown. */
  fits: boolean;
};

const codeOf = (error: z.ZodError): FilterFault => {
  const found = error.issues.map(({ message }) => message).find((one) => faultCodes.includes(one));
  return (found as FilterFault | undefined) ?? 'filter_unknown';
};

/**
 * Reads a filter value by value.
 * @param known values that are in the database, for fields whose type does not list them
 */
export function readFilter<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  query: Query,
  known: Readonly<Record<string, readonly string[]>> = {},
): ReadFilter<z.output<z.ZodObject<S>>> {
  const filter: Record<string, unknown> = {};
  const typed: Record<string, string> = {};
  const faults: Record<string, FilterFault> = {};
  for (const [name, type] of Object.entries(schema.shape)) {
    const sent = [query[name] ?? []].flat();
    const [value] = sent;
    const read = z.safeParse(type, value === '' ? undefined : value);
    if (value) typed[name] = value;
    if (read.success) filter[name] = read.data;
    if (sent.length > 1) faults[name] = 'filter_unknown';
    else if (!read.success) faults[name] = codeOf(read.error);
    else if (value && known[name]?.includes(value) === false) faults[name] = 'filter_unknown';
  }
  return {
    filter: filter as z.output<z.ZodObject<S>>,
    typed,
    faults,
    fits: Object.keys(faults).length === 0,
  };
}

/** The page of a list that is not loaded. */
export const noPage = { rows: [], nextCursor: null, total: 0 };

/**
 * Reads a filter and loads the list for it; where a value does not fit, the list is empty.
 * @param known values that are in the database, for fields whose type does not list them
 */
export async function listFor<S extends z.ZodRawShape, T>(
  schema: z.ZodObject<S>,
  query: Query,
  list: (filter: z.output<z.ZodObject<S>>) => Promise<T>,
  known: Readonly<Record<string, readonly string[]>> = {},
): Promise<{ search: ReadFilter<z.output<z.ZodObject<S>>>; page: T | typeof noPage }> {
  const found = readFilter(schema, query, known);
  return { search: found, page: found.fits ? await list(found.filter) : noPage };
}
