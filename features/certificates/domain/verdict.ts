import type { PublishedKey } from './keys';
import type { Statement } from './statement';

/**
 * What the signature of a certificate proves. `retired`: it is good, and the key has been replaced since. `after_retirement`: it
 * names a time at which the key no longer signed for the city.
 */
export type SignatureVerdict =
  'good' | 'retired' | 'key_unknown' | 'forged' | 'before_key' | 'after_retirement';

/**
 * Judges a signed statement.
 * @param key the city's key that the statement names, if the city has it
 * @param matches whether the signature belongs to the statement and the key
 */
export function judge(
  statement: Pick<Statement, 'signed'>,
  key: Pick<PublishedKey, 'validFrom' | 'retiredAt'> | undefined,
  matches: boolean,
): SignatureVerdict {
  if (!key) return 'key_unknown';
  if (!matches) return 'forged';
  const signed = Date.parse(statement.signed);
  // The statement gives whole seconds, the key's term milliseconds.
  if (signed < Math.floor(key.validFrom.getTime() / 1000) * 1000) return 'before_key';
  if (key.retiredAt === null) return 'good';
  return signed > key.retiredAt.getTime() ? 'after_retirement' : 'retired';
}

/** Returns whether the city signed the statement. */
export const isGenuine = (verdict: SignatureVerdict): boolean =>
  verdict === 'good' || verdict === 'retired';
