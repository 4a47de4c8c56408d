import { cache } from 'react';
import type { Locale } from '../locale';

/** Returns the holder of the language of the page that is being rendered, one for each request. */
const held = cache((): { locale?: Locale } => ({}));

/** Sets the language of the page; every page does this first, from its address. */
export function notePageLocale(locale: Locale): void {
  held().locale = locale;
}

/**
 * Returns the language of the page that is being rendered, for parts that show what users have typed. In components of the
 * browser there is none: those take the language from their form, or do without.
 */
export const pageLocale = (): Locale | undefined => held().locale;
