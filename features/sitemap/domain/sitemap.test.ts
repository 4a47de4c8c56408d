import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { isPublic, pages } from '@/e2e/access-table';
import { locales } from '@/lib/locale';
import { fixedPages, mostPages, publicPaths, sitemapXml } from './sitemap';

type Url = { loc: string; alternates: Record<string, string> };

/** Reads a sitemap as a search engine does: strictly, with its namespaces. */
function readSitemap(xml: string): Url[] {
  const urls: Url[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let inLoc = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    inLoc = local === 'loc';
    if (local === 'url') urls.push({ loc: '', alternates: {} });
    if (local !== 'link') return;
    expect(uri).toBe('http://www.w3.org/1999/xhtml');
    const { hreflang, href } = attributes;
    Object.assign(urls.at(-1)?.alternates ?? {}, { [String(hreflang?.value)]: href?.value });
  });
  parser.on('text', (text) => {
    const url = urls.at(-1);
    if (inLoc && url) url.loc += text;
  });
  parser.on('closetag', () => (inLoc = false));
  parser.write(xml).close();
  return urls;
}

const address = 'https://portal.example';

describe('the sitemap', () => {
  it('has each page in both languages, each with all addresses of the page', () => {
    const urls = readSitemap(sitemapXml(address, ['/', '/programmes/a']));
    expect(urls.map(({ loc }) => loc)).toEqual([
      'https://portal.example/',
      'https://portal.example/en',
      'https://portal.example/programmes/a',
      'https://portal.example/en/programmes/a',
    ]);
    for (const { alternates } of urls.slice(2)) {
      expect(alternates).toEqual({
        'zh-CN': 'https://portal.example/programmes/a',
        en: 'https://portal.example/en/programmes/a',
        'x-default': 'https://portal.example/programmes/a',
      });
    }
  });

  it('is well-formed and only has addresses of this host, whatever names contain', () => {
    const slug = `a&b<c>"d'/算?x#y`;
    const paths = publicPaths({ slugs: [slug], vendorIds: [], noticeIds: [] });
    const [url] = readSitemap(sitemapXml(address, paths)).slice(fixedPages.length * 2);
    expect(url?.loc).toMatch(/^https:\/\/portal\.example\/programmes\/[\w%'.-]+$/);
    expect(decodeURIComponent(url?.loc ?? '')).toBe(`${address}/programmes/${slug}`);
  });

  it('leaves out the oldest notices where there are too many pages', () => {
    const noticeIds = Array.from({ length: mostPages }, (_, n) => `n${n}`);
    const paths = publicPaths({ slugs: ['a'], vendorIds: ['v'], noticeIds });
    expect(paths).toHaveLength(mostPages);
    expect(paths).toEqual(expect.arrayContaining(['/programmes/a/versions', '/vendors/v']));
    expect(paths.at(-1)).toBe(`/notices/n${mostPages - fixedPages.length - 5}`);
    expect(paths.length * locales.length).toBeLessThanOrEqual(50_000);
    expect(sitemapXml('https://computing-vouchers.city.gov.cn', paths).length).toBeLessThan(5e6);
  });

  it('has every fixed public page except those for signing in and up', () => {
    const single = Object.entries(pages).flatMap(([path, permission]) =>
      permission === 'public.read' && isPublic(permission) && !path.includes('[') ? [path] : [],
    );
    const forms = ['/sign-in', '/sign-up', '/forgot-password'];
    expect([...fixedPages, ...forms].sort()).toEqual(single.sort());
  });
});
