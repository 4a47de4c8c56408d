import 'server-only';
import { notFound } from 'next/navigation';
import { isLocale, type Locale } from '@/lib/locale';
import { notePageLocale } from '@/lib/react/page-locale';

/**
 * Returns the language of a page from its address; any other first segment is answered with "not
 * found".
 */
export async function localeOf(params: Promise<{ locale: string }>): Promise<{ locale: Locale }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  notePageLocale(locale);
  return { locale };
}
