import type { Metadata } from 'next';
import type { Locale } from '@/lib/locale';
import { shellMessages } from './messages';

/** Returns the title of a page: its heading, then the portal's name. */
export const titled = (locale: Locale, text: string): Metadata => ({
  title: `${text} · ${shellMessages(locale).brand}`,
});
