import { isId } from './query';

/** The end of a page of a list: the sort values of its last row. */
export type Cursor = readonly (string | number | null)[];

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** Encodes a cursor as an opaque text for an address. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return toText(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads the cursor in an address; anything else counts as the first page. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 500 || !/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length > 5) return null;
    const plain = value.every(
      (part) =>
        part === null ||
        typeof part === 'number' ||
        // No column can hold a NUL, and the database would reject the query.
        (typeof part === 'string' && !part.includes('\0')),
    );
    return plain ? (value as Cursor) : null;
  } catch (error) {
    // A damaged cursor comes from a wrong address and is no fault of the portal.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Reads the id after which a list continues; anything else counts as the first page. */
export function decodeIdCursor(text: string | undefined): string | undefined {
  const [id] = decodeCursor(text) ?? [];
  return typeof id === 'string' && isId(id) ? id : undefined;
}

export const pageSize = 25;

/** Returns one page out of `limit + 1` rows: the extra row only shows that there are more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  key: (row: T) => Cursor,
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
