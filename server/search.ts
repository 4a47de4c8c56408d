import 'server-only';
import { and, sql, type SQL } from 'drizzle-orm';
import { searchWords } from '@/lib/normal';

/**
 * Returns the condition that a text has every word of what was typed.
 * @param text in the form of `app.search_text`
 */
export const everyWord = (typed: string, text: SQL): SQL | undefined =>
  and(...searchWords(typed).map((word) => sql`position(${word} in ${text}) > 0`));
