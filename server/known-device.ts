import 'server-only';
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { env, isSecure } from './env';

/**
 * Recognises a browser in which a user has signed in before, so that strangers who guess at an account's password do not lock its
 * owner out there. It proves nothing else: the password is still needed. The cookie shows neither whose browser it is nor,
 * without the secret, for which accounts it is.
 */
const cookieName = () => (isSecure() ? '__Host-suanquan-devices' : 'suanquan-devices');

/** The longest time for which browsers keep a cookie. */
const lifetimeSeconds = 400 * 24 * 60 * 60;
/** Keeps the cookie short in a browser that many people share; only the latest accounts are kept. */
const mostAccounts = 5;

const sign = (email: string, id: string) =>
  createHmac('sha256', env().AUTH_SECRET).update(`device:${id}:${email}`).digest('base64url');

async function entries(): Promise<string[]> {
  const text = (await cookies()).get(cookieName())?.value ?? '';
  return text.split('~').filter(Boolean).slice(0, mostAccounts);
}

/** Returns the id of a signed entry, if it was made for this account. */
function idIn(entry: string, email: string): string | undefined {
  const [id = '', given = ''] = entry.split('.');
  const signature = Buffer.from(given);
  const expected = Buffer.from(sign(email, id));
  return signature.length === expected.length && timingSafeEqual(signature, expected)
    ? id
    : undefined;
}

/** Returns the id under which this browser is known for an account, or nothing. */
export async function knownDevice(email: string): Promise<string | undefined> {
  for (const entry of await entries()) {
    const id = idIn(entry, email);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Makes this browser known for an account; called after a user has signed in to it. */
export async function rememberDevice(email: string): Promise<void> {
  const id = (await knownDevice(email)) ?? randomUUID();
  const others = (await entries()).filter((entry) => idIn(entry, email) === undefined);
  const devices = [`${id}.${sign(email, id)}`, ...others].slice(0, mostAccounts);
  (await cookies()).set(cookieName(), devices.join('~'), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: lifetimeSeconds,
  });
}
