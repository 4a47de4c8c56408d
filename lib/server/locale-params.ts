import 'server-only';
import { notFound } from 'next/navigation';
import { isLocale, type Locale } from '@/lib/locale';

/** The language of a page from its address; any other first segment is no page of ours. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<{ locale: Locale }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return { locale };
}
