import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { decodeCursor, decodeIdCursor } from '@/lib/keyset';
import type { Permission } from '@/lib/permissions';
import { one } from '@/lib/query';
import type { Actor } from './actor';
import { authorise } from './gate';
import { requestLocale, signInPath } from './request';

/**
 * Returns the actor of a page. A user who is not signed in is redirected to the sign-in page, which leads back. A user
 * without the permission gets the "not found" page, so that the page's existence stays hidden.
 */
export async function allow<P extends Permission>(permission: P): Promise<Actor<P>> {
  const authority = await authorise(permission);
  if (authority.ok) return authority.value;
  if (authority.code === 'not_allowed') notFound();
  redirect(await signInPath(await requestLocale()));
}

/**
 * Reads the cursor of a list that has no other filter. A damaged cursor gives the "not found" page, because the first page
 * of the list is not what the address means.
 * @param ends the kind of value in the cursor: an id or a key
 */
export function cursorOf(
  value: string | string[] | undefined,
  ends: 'id' | 'key' = 'id',
): string | undefined {
  const cursor = one(value) || undefined;
  if (cursor === undefined) return undefined;
  const read = ends === 'id' ? decodeIdCursor(cursor) : decodeCursor(cursor);
  if (read === undefined || read === null) notFound();
  return cursor;
}
