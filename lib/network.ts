/**
 * Returns the network under which an address is counted: an IPv4 address itself; of an IPv6 address its first 64 bits, because a
 * customer is given that many and a new address among them costs nothing. A text that is no address counts as it is, shortened.
 */
export function networkOf(address: string): string {
  // It is shortened first, because a sender may send a header of any length, and the patterns below match it again and again.
  const plain = address
    .trim()
    .slice(0, 60)
    .toLowerCase()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  const mapped = /^(?:0*:)*:?(?:0*:)*ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return plain.slice(0, 60);
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(gap).fill('0'), ...last].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** Returns the sender's address; the reverse proxy must set the header itself. */
const addressIn = (sent: Pick<Headers, 'get'>): string =>
  sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';

/** Returns the network that a request is counted under. */
export const networkIn = (sent: Pick<Headers, 'get'>): string => networkOf(addressIn(sent));
