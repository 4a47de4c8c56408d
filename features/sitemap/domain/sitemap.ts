import { escapeHtml } from '@/lib/escape-html';
import { defaultLocale, locales, localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';

/** Lists the public pages that there is one of, without those for signing in and up, which are nobody's search result. */
export const fixedPages = [
  paths.home(),
  paths.programmes(),
  paths.compare(),
  paths.notices(),
  paths.awards(),
  paths.vendors(),
  paths.verify(),
  paths.developers(),
];

/**
 * Bounds the list: each page has an address in each language, and a sitemap may hold 50,000 addresses. This is a fifth of
 * that, so that the answer stays below 5 MB.
 */
export const mostPages = 5_000;

/** Names what is public beside the fixed pages. */
export type PublicNames = {
  readonly slugs: readonly string[];
  readonly vendorIds: readonly string[];
  /** The newest first: what is too much is left out at the end, and is found by the pages of `/notices`. */
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
 * Writes the sitemap: each page once in each language, and with each address the same page in all languages. It names no
 * time of change, because pages show amounts that are left and days that remain, which change by themselves.
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
