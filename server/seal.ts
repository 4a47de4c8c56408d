import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';
import { currentSession } from './session';

/** How long an address that was put on a page may be used. */
const minutes = 10;

const sign = (path: string, session: string, until: string) =>
  createHmac('sha256', env().AUTH_SECRET)
    .update(`address:${session}:${until}:${path}`)
    .digest('base64url');

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * An address that opens for this session alone, for some minutes of real time. It gives nobody a
 * right: what it leads to asks the gate like everything else.
 */
export async function sealedAddress(path: string): Promise<string> {
  const session = await currentSession();
  if (!session) return path;
  const until = String(seconds() + minutes * 60);
  return `${path}?until=${until}&seal=${sign(path, session.idHash, until)}`;
}

/** Whether the address of a request was made for this session, and is not over. */
export async function sealHolds(address: URL): Promise<boolean> {
  const session = await currentSession();
  const until = address.searchParams.get('until') ?? '';
  if (!session || !/^\d{1,12}$/.test(until) || Number(until) < seconds()) return false;
  const expected = Buffer.from(sign(address.pathname, session.idHash, until));
  const given = Buffer.from(address.searchParams.get('seal') ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
