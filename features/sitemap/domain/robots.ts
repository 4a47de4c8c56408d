import { locales, localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';

/** Public addresses that begin like a closed one. The longest rule wins; for readers that take the first one, they come first. */
const open = ['/vendors'];

/**
 * Addresses that no search engine has a use for: areas and forms of those who are signed in, addresses that are secrets, single
 * vouchers and letters, and what one reader has answered in a check or a comparison. This protects nothing: the gate does.
 */
const closed = [
  '/startup',
  '/vendor',
  '/city',
  '/platform',
  '/demo',
  '/settings',
  '/notifications',
  '/documents',
  '/register-organisation',
  '/invitations/',
  '/reset-password/',
  '/verify/',
  '/compare?',
  '/programmes/*/check?',
];

/**
 * Writes robots.txt (RFC 9309).
 * @param address - what absolute addresses begin with, without a slash at its end
 */
export function robotsText(address: string): string {
  const rules = (name: string, paths: readonly string[]) =>
    locales.flatMap((locale) => paths.map((path) => `${name}: ${localePath(locale, path)}`));
  return [
    'User-agent: *',
    ...rules('Allow', open),
    ...rules('Disallow', closed),
    'Disallow: /api/',
    '',
    `Sitemap: ${address}/sitemap.xml`,
    '',
  ].join('\n');
}
