import { defaultLocale, type Locale } from './locale';

/** The language of the portal that a range of languages asks for: `zh-TW` is answered in Chinese. */
function localeOfRange(range: string): Locale | undefined {
  const primary = range.split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en';
  return range === '*' ? defaultLocale : undefined;
}

/** `en;q=0.8` → en, 0.8; a weight that is none counts as nothing wanted. */
function weighed(part: string): { range: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
  if (quality === undefined) return { range, weight: 1 };
  return { range, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0 };
}

/**
 * The language to answer in, by an `Accept-Language` header (RFC 9110, 12.5.4): the heaviest range
 * that is a language of the portal, of equals the first; Chinese where none is.
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
