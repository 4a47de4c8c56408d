import type { Locale } from '@/lib/locale';

/** An organisation's names: as it is registered, and in English where it has given one. */
export type Named = { readonly name: string; readonly nameEn: string | null };

/**
 * Returns the name by which an organisation is shown: on English pages the English one where there is one, and else the
 * registered name. Letters, payment files and published lists use the registered name alone.
 */
export const organisationName = ({ name, nameEn }: Named, locale: Locale): string =>
  (locale === 'en' && nameEn) || name;
