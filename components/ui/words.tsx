import type { ReactNode } from 'react';
import { defaultLocale, type Locale } from '@/lib/locale';
import { pageLocale } from '@/lib/react/page-locale';

const han = /\p{Script=Han}/u;

/**
 * Matches Chinese in a text: from its first character to its last, with its punctuation and with the numbers in it, but only up
 * to the next word in another alphabet.
 */
const chinese =
  /[《〈“‘（【「『]*\p{Script=Han}(?:[^\p{L}]*\p{Script=Han})*[》〉”’）】」』，。、；：？！]*/gu;

/**
 * Returns the language of an element whose text cannot be marked in parts, such as an option or a field; nothing where it is the
 * language of the page.
 */
export const langOf = (text: string, locale = pageLocale()): Locale | undefined =>
  locale !== defaultLocale && han.test(text) ? defaultLocale : undefined;

/**
 * Marks the Chinese in a text on a page in another language. Names and reasons stay as users typed them; without the mark a
 * screen reader would speak them as English, and a browser would set them in the wrong faces. Other contents are returned
 * unchanged.
 */
export function words(content: ReactNode, locale: Locale | undefined = pageLocale()): ReactNode {
  if (locale === defaultLocale || typeof content !== 'string' || !han.test(content)) return content;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: found, index } of content.matchAll(chinese)) {
    if (index > end) parts.push(content.slice(end, index));
    parts.push(
      <span key={index} lang={defaultLocale}>
        {found}
      </span>,
    );
    end = index + found.length;
  }
  if (end < content.length) parts.push(content.slice(end));
  return parts.length === 1 ? parts[0] : parts;
}
