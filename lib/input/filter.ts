import { z } from 'zod';
import { firstDate, lastDate, readDate, type IsoDate } from '@/lib/dates';
import { decodeCursor, decodeIdCursor } from '@/lib/keyset';
import { parseYuan, type Fen } from '@/lib/money';
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
  | 'day_unknown'
  | 'amount_unknown'
  | 'range_reversed';
export type FilterFaults = Readonly<Partial<Record<string, FilterFault>>>;

const faultCodes: readonly string[] = [
  'address_unknown',
  'search_too_long',
  'search_wordless',
  'page_unknown',
  'day_unknown',
  'amount_unknown',
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

/** Reads a day, in any of the ways in which people write one. */
export const day = () =>
  z
    .string()
    .transform((text, context): IsoDate => {
      const read = readDate(text);
      if (read !== undefined && read >= firstDate && read <= lastDate) return read;
      context.addIssue({ code: 'custom', message: 'day_unknown' });
      return z.NEVER;
    })
    .optional();

/** Reads an amount in yuan; returns fen. */
export const amount = () =>
  z
    .string()
    .transform((text, context): Fen => {
      const read = parseYuan(text);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: 'amount_unknown' });
      return z.NEVER;
    })
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

/** What is known of a filter beside the types of its values. */
export type FilterBounds = {
  /** Values that are in the database, for fields whose type does not list them. */
  known?: Readonly<Record<string, readonly string[]>>;
  /** Pairs of fields of which the second must not be below the first. */
  ranges?: readonly (readonly [string, string])[];
};

function isReversed(low: unknown, high: unknown): boolean {
  if (typeof low === 'string' && typeof high === 'string') return high < low;
  return typeof low === 'bigint' && typeof high === 'bigint' && high < low;
}

/** Reads a filter value by value, and then compares both ends of its ranges. */
export function readFilter<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  query: Query,
  { known = {}, ranges = [] }: FilterBounds = {},
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
  for (const [low, high] of ranges) {
    if (isReversed(filter[low], filter[high])) faults[high] = 'range_reversed';
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

/** Reads a filter and loads the list for it; where a value does not fit, the list is empty. */
export async function listFor<S extends z.ZodRawShape, T>(
  schema: z.ZodObject<S>,
  query: Query,
  list: (filter: z.output<z.ZodObject<S>>) => Promise<T>,
  bounds: FilterBounds = {},
): Promise<{ search: ReadFilter<z.output<z.ZodObject<S>>>; page: T | typeof noPage }> {
  const found = readFilter(schema, query, bounds);
  return { search: found, page: found.fits ? await list(found.filter) : noPage };
}
