import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { isLocale, type Locale } from '@/lib/locale';
import { notePageLocale } from '@/lib/react/page-locale';

/** The language of a page from its address; any other first segment is no page of ours. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<{ locale: Locale }> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  notePageLocale(locale);
  return { locale };
}

/** The id in an address; what is no id leads nowhere. */
export async function idOf(params: Promise<{ id: string }>): Promise<string> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return id;
}
