import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { anonymousCookie } from '@/lib/anonymous-cookie';
import { env, isSecure } from './env';
import { currentSession } from './session';

/** Returns what the token is bound to: the session, or the browser's anonymous cookie while there is none. */
async function binding(): Promise<string | null> {
  const session = await currentSession();
  if (session) return `session:${session.idHash}`;
  const anonymous = (await cookies()).get(anonymousCookie(isSecure()))?.value;
  return anonymous ? `anonymous:${anonymous}` : null;
}

const sign = (bound: string) =>
  createHmac('sha256', env().AUTH_SECRET).update(`csrf:${bound}`).digest('base64url');

/** Returns the token that every form of this page carries. */
export async function csrfToken(): Promise<string> {
  const bound = await binding();
  return bound ? sign(bound) : '';
}

/** Returns the token of a session that is known already; it does not read the request. */
export const csrfTokenOf = (idHash: string): string => sign(`session:${idHash}`);

/** Checks whether a form came from a page that the portal gave to this browser. */
export async function csrfHolds(token: unknown): Promise<boolean> {
  const bound = await binding();
  if (!bound || typeof token !== 'string') return false;
  const expected = Buffer.from(sign(bound));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
