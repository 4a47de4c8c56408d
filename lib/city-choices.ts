import type { Locale } from './locale';

/** Returns cities as the choices of a field, in the reader's language. */
export const cityChoices = (
  cities: readonly { slug: string; zh: string; en: string }[],
  locale: Locale,
) => cities.map(({ slug, zh, en }) => ({ value: slug, label: locale === 'en' ? en : zh }));
