import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';
import { currentSession } from './session';

/** How many minutes a sealed address on a page may be used. */
const minutes = 10;

const sign = (path: string, session: string, until: string) =>
  createHmac('sha256', env().AUTH_SECRET)
    .update(`address:${session}:${until}:${path}`)
    .digest('base64url');

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * Seals an address for this session, for some minutes of real time. A seal gives no rights: the
 * address behind it is checked at the gate like every other.
 */
export async function sealedAddress(path: string): Promise<string> {
  const session = await currentSession();
  if (!session) return path;
  const until = String(seconds() + minutes * 60);
  return `${path}?until=${until}&seal=${sign(path, session.idHash, until)}`;
}

/** Checks whether the address of a request was sealed for this session, and is still valid. */
export async function sealHolds(address: URL): Promise<boolean> {
  const session = await currentSession();
  const until = address.searchParams.get('until') ?? '';
  if (!session || !/^\d{1,12}$/.test(until) || Number(until) < seconds()) return false;
  const expected = Buffer.from(sign(address.pathname, session.idHash, until));
  const given = Buffer.from(address.searchParams.get('seal') ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
