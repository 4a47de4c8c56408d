/** The languages of the portal; the first is the default and has no prefix in the address. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

/** Checks whether a path segment names a language of the portal. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Returns the address of `path` (starting with `/`) in `locale`: `/en/vouchers`, and `/vouchers` for Chinese. */
export function localePath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Splits a visible address into its language and the rest: `/en/a` → en, `/a`. */
export function splitLocale(pathname: string): { locale: Locale; path: string; explicit: boolean } {
  const [, first, ...rest] = pathname.split('/');
  if (!isLocale(first)) return { locale: defaultLocale, path: pathname, explicit: false };
  return { locale: first, path: `/${rest.join('/')}`, explicit: true };
}
