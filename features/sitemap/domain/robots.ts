import { locales, localePath } from '@/lib/locale';

/**
 * Public addresses that begin like a closed one. The longest rule wins. They come first for crawlers that use
 * the first matching rule.
 */
const open = ['/vendors', '/verify/keys/'];

/**
 * Addresses that are of no use to search engines: areas and forms of signed-in users, addresses that are
 * secrets, single vouchers and letters, and what one user has answered in a check or a comparison. This
 * protects nothing: the gate does.
 */
const closed = [
  '/startup',
  '/vendor',
  '/operator',
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
