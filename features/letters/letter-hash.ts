import 'server-only';
import { createHash } from 'node:crypto';
import { canonical, type LetterContent } from './domain/letter';

/** What is kept beside a letter when it is issued, and holds against it whenever it is read. */
export const hashOf = (content: LetterContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex');
