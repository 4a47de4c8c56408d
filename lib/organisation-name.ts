import type { Locale } from '@/lib/locale';

/** An organisation's names: the registered one, and an English one where it has one. */
export type Named = { readonly name: string; readonly nameEn: string | null };

/**
 * Returns the name by which an organisation is shown: on English pages the English one where there is one, and otherwise the
 * registered name. Letters, payment files and published lists use the registered name only.
 */
export const organisationName = ({ name, nameEn }: Named, locale: Locale): string =>
  (locale === 'en' && nameEn) || name;
