import { escapeHtml } from '@/lib/escape-html';
import { defaultLocale, locales, localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';

/** The public pages that exist once, except those for signing in and up, which nobody searches for. */
export const fixedPages = [
  paths.home(),
  paths.programmes(),
  paths.compare(),
  paths.notices(),
  paths.awards(),
  paths.vendors(),
  paths.verify(),
  paths.developers(),
  paths.proof(),
];

/**
 * Limits the list: each page has an address in each language, and a sitemap may hold 50,000 addresses. This
 * is a fifth of that, so that the answer stays below 5 MB.
 */
export const mostPages = 5_000;

/** The names of the public pages that exist many times. */
export type PublicNames = {
  readonly slugs: readonly string[];
  readonly vendorIds: readonly string[];
  /** The newest first. Notices beyond the limit are left out, and can be found on the pages of `/notices`. */
  readonly noticeIds: readonly string[];
};

/** Returns the paths of all public pages without their language, as many as the list may hold. */
export function publicPaths({ slugs, vendorIds, noticeIds }: PublicNames): string[] {
  const programmes = slugs.flatMap((slug) => [
    paths.programme(slug),
    paths.check(slug),
    paths.versions(slug),
  ]);
  const vendors = vendorIds.map((id) => paths.vendorEntry(id));
  const notices = noticeIds.map((id) => paths.notice(id));
  return [...fixedPages, ...programmes, ...vendors, ...notices].slice(0, mostPages);
}

/**
 * Writes the sitemap: each page once in each language, and with each address the same page in all languages.
 * It has no time of change, because pages show remaining amounts and days, which change by themselves.
 * @param address - what absolute addresses begin with, without a slash at its end
 */
export function sitemapXml(address: string, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => {
    const addresses = locales.map(
      (locale) => [locale, escapeHtml(address + localePath(locale, path))] as const,
    );
    const standard = ['x-default', escapeHtml(address + localePath(defaultLocale, path))] as const;
    const links = [...addresses, standard]
      .map(
        ([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`,
      )
      .join('');
    return addresses.map(([, href]) => `<url><loc>${href}</loc>${links}</url>`);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
