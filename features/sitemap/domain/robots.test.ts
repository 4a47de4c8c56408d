import { describe, expect, it } from 'vitest';
import { handlers, isPublic, pages } from '@/e2e/access-table';
import { locales, localePath } from '@/lib/locale';
import { robotsText } from './robots';
import { fixedPages, publicPaths } from './sitemap';

const lines = robotsText('https://portal.example').split('\n');

/** Decides as RFC 9309 says: the longest matching rule wins, and `*` matches anything. */
function isAllowed(path: string): boolean {
  const rules = lines.flatMap((line) => {
    const [, name, rule] = /^(Allow|Disallow): (.+)$/.exec(line) ?? [];
    if (name === undefined || rule === undefined) return [];
    const parts = rule.split('*').map((part) => part.replace(/[.?]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}`).test(path) ? [{ name, length: rule.length }] : [];
  });
  return rules.sort((a, b) => b.length - a.length)[0]?.name !== 'Disallow';
}

/** Addresses that need no sign-in, but lead to one person, one voucher or nowhere. */
const nobodysResult = [
  '/invitations/[token]',
  '/reset-password/[token]',
  '/verify/[code]',
  '/verify/certificate/[carried]',
];

const filled = (route: string) => route.replaceAll(/\[+[^\]]+\]+/g, 'abc');

describe('robots.txt', () => {
  it('keeps search engines out of everything that is not public, in both languages', () => {
    for (const [route, permission] of Object.entries(pages)) {
      const expected =
        permission === 'public.read' && isPublic(permission) && !nobodysResult.includes(route);
      for (const locale of locales) {
        const path = localePath(locale, filled(route));
        expect(isAllowed(path), path).toBe(expected);
        if (!expected) expect(isAllowed(`${path}?page=2`), path).toBe(false);
      }
    }
    for (const route of Object.keys(handlers).filter((path) => path.startsWith('/api/'))) {
      expect(isAllowed(filled(route)), route).toBe(false);
    }
  });

  it('allows what the sitemap lists, and lists with their filters, but not pages with a user’s answers', () => {
    const listed = publicPaths({ slugs: ['a'], vendorIds: ['v'], noticeIds: ['n'] });
    for (const path of [...listed, '/en/notices?cursor=abc', '/vendors?city=qingyang']) {
      expect(isAllowed(path), path).toBe(true);
    }
    expect(fixedPages.every((path) => isAllowed(localePath('en', path)))).toBe(true);
    for (const path of ['/compare?size=small', '/en/programmes/a/check?size=small']) {
      expect(isAllowed(path), path).toBe(false);
    }
  });

  it('puts what is allowed first, for crawlers that use the first matching rule', () => {
    const last = lines.findLastIndex((line) => line.startsWith('Allow'));
    expect(last).toBeLessThan(lines.findIndex((line) => line.startsWith('Disallow')));
  });

  it('names the sitemap by its absolute address, and keeps the format of the file', () => {
    expect(lines).toContain('Sitemap: https://portal.example/sitemap.xml');
    expect(lines[0]).toBe('User-agent: *');
    for (const line of lines) expect(line).toMatch(/^$|^(User-agent|Allow|Disallow|Sitemap): \S+$/);
  });
});
