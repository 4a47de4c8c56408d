import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { Permission } from '@/lib/permissions';
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
