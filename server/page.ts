import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { decodeCursor, decodeIdCursor } from '@/lib/keyset';
import type { Permission } from '@/lib/permissions';
import { one } from '@/lib/query';
import type { Actor } from './actor';
import { authorise } from './gate';
import { requestLocale, signInPath } from './request';

/**
 * The actor of a page. Who is not signed in is sent to sign in and comes back; who may not is told
 * that there is no such page, because its existence is nobody else's business.
 */
export async function allow<P extends Permission>(permission: P): Promise<Actor<P>> {
  const authority = await authorise(permission);
  if (authority.ok) return authority.value;
  if (authority.code === 'not_allowed') notFound();
  redirect(await signInPath(await requestLocale()));
}

/**
 * Reads the place at which a page begins, for a list that nothing else narrows. A damaged address is told as such:
 * the beginning of the list is not what was asked for.
 * @param ends what pages of the list end at
 */
export function cursorOf(
  asked: string | string[] | undefined,
  ends: 'id' | 'key' = 'id',
): string | undefined {
  const cursor = one(asked) || undefined;
  if (cursor === undefined) return undefined;
  const read = ends === 'id' ? decodeIdCursor(cursor) : decodeCursor(cursor);
  if (read === undefined || read === null) notFound();
  return cursor;
}

/** Lists a page that begins where the address says; `cursorOf` tells what becomes of a damaged one. */
export async function listAt<T>(
  asked: string | string[] | undefined,
  list: (cursor: string | undefined) => Promise<T>,
): Promise<{ page: T; cursor: string | undefined }> {
  const cursor = cursorOf(asked);
  return { page: await list(cursor), cursor };
}
