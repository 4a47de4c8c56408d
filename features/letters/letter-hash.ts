import 'server-only';
import { createHash } from 'node:crypto';
import { canonical, type LetterContent } from './domain/letter';

/** Returns the hash that is stored when a letter is issued and compared each time the letter is read. */
export const hashOf = (content: LetterContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex');
