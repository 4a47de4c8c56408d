import { defaultLocale, type Locale } from './locale';

/** Returns the language of the portal for a language range: `zh-TW` is answered in Chinese. */
function localeOfRange(range: string): Locale | undefined {
  const primary = range.split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en';
  return range === '*' ? defaultLocale : undefined;
}

/** Splits `en;q=0.8` into en and 0.8; an invalid weight counts as 0. */
function weighed(part: string): { range: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
  if (quality === undefined) return { range, weight: 1 };
  return { range, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0 };
}

/**
 * Returns the language to answer in, by an `Accept-Language` header (RFC 9110, 12.5.4): the range
 * of the highest weight that is a language of the portal, the first of equal ones, and Chinese
 * where there is none.
 */
export function preferredLocale(header: string | null): Locale {
  let best: { locale: Locale; weight: number } | undefined;
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const { range, weight } = weighed(part);
    const locale = localeOfRange(range);
    if (locale && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? defaultLocale;
}
