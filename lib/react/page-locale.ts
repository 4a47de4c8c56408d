import { cache } from 'react';
import type { Locale } from '../locale';

/** Holds the language of the page that is being rendered, one for each request. */
const held = cache((): { locale?: Locale } => ({}));

/** Notes the language of the page; every page learns it from its address before anything else. */
export function notePageLocale(locale: Locale): void {
  held().locale = locale;
}

/**
 * Returns the language of the page that is being rendered, for parts that show what others have typed. Nothing is known in a
 * component of the browser: those have it from their form, or do without.
 */
export const pageLocale = (): Locale | undefined => held().locale;
