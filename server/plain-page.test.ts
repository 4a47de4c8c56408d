import { expect, it } from 'vitest';
import type { Locale } from '@/lib/locale';
import { plainPage } from './plain-page';

const page = (locale: Locale) =>
  plainPage(
    { locale, nonce: 'once' },
    { title: 'A <title>', body: ['<p>one</p>', '<p>two</p>'] },
    { status: 503, headers: { 'retry-after': '5' } },
  );

it('is in the reader’s language, names the portal, and shows its title as text', async () => {
  for (const [locale, portal] of [['zh-CN', '算券'] as const, ['en', 'Suanquan'] as const]) {
    const response = page(locale);
    const html = await response.text();
    expect(response.headers.get('content-language')).toBe(locale);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(`<title>A &lt;title&gt; · ${portal}</title>`);
    expect(html).toContain('<h1>A &lt;title&gt;</h1>\n<p>one</p>\n<p>two</p>');
  }
});

it('brings its one style under the nonce, for light and dark, and nothing that has to be loaded', async () => {
  const html = await page('en').text();
  expect(html.match(/<style nonce="once">/g)).toHaveLength(1);
  expect(html).toContain('color-scheme:light dark');
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import| style="/);
});

it('has the status and the headers that it was given, and is kept by nobody', () => {
  const response = page('en');
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});
