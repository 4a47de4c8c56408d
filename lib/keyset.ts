import { isId } from './query';

/** Where a page of a list ends: the sort values of its last row. */
export type Cursor = readonly (string | number | null)[];

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** An opaque text for an address. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return toText(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The cursor in an address; anything else counts as the first page. */
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
        // No column holds a NUL, and the database breaks on the question.
        (typeof part === 'string' && !part.includes('\0')),
    );
    return plain ? (value as Cursor) : null;
  } catch (error) {
    // A damaged cursor is a stranger's address, not a fault of ours.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The id a list by id goes on after; anything else counts as the first page. */
export function decodeIdCursor(text: string | undefined): string | undefined {
  const [id] = decodeCursor(text) ?? [];
  return typeof id === 'string' && isId(id) ? id : undefined;
}

export const pageSize = 25;

/** One page out of `limit + 1` rows: the extra row only tells that there is more. */
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
