import { say, type Bilingual } from './bilingual';
import type { Locale } from './locale';

/** Returns cities as the choices of a field, in the reader's language. */
export const cityChoices = (cities: readonly (Bilingual & { slug: string })[], locale: Locale) =>
  cities.map((city) => ({ value: city.slug, label: say(city, locale) }));
