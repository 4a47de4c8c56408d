import { createHash } from 'node:crypto';
import type { Sha } from './domain/chain';

/** Makes a SHA-256 for the checks of the domain, which brings no package of its own. */
export const sha256: Sha = () => {
  const hash = createHash('sha256');
  return { add: (text) => hash.update(text, 'utf8'), end: () => hash.digest('hex') };
};
