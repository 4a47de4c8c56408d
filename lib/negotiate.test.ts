import { expect, test } from 'vitest';
import { preferredLocale } from './negotiate';

test.each([
  [null, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW', 'zh-CN'],
  ['fr, en;q=0.5, zh;q=0.4', 'en'],
  ['zh;q=0.1, en;q=0.9', 'en'],
  ['en, zh', 'en'],
  ['en;q=0', 'zh-CN'],
  ['en;q=0, *', 'zh-CN'],
  ['EN-us ; Q=1.0', 'en'],
  ['en;q=2', 'zh-CN'],
  ['fr', 'zh-CN'],
  ['*', 'zh-CN'],
  [`${'x,'.repeat(10_000)}en`, 'zh-CN'],
])('%s asks for %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
