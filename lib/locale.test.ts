import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocale, localePath, locales, splitLocale } from './locale';
import { messages, textOf } from './messages';
import { isId, one } from './query';

describe('an address', () => {
  it.each([
    ['zh-CN', '/', '/'],
    ['zh-CN', '/vouchers', '/vouchers'],
    ['en', '/', '/en'],
    ['en', '/vouchers?page=2', '/en/vouchers?page=2'],
  ] as const)('in %s, %s is at %s', (locale, path, address) => {
    expect(localePath(locale, path)).toBe(address);
  });

  it('comes apart into the language and the path that made it', () => {
    const paths = fc
      .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
      .filter(([first]) => !isLocale(first))
      .map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(paths, fc.constantFrom(...locales), (path, locale) => {
        expect(splitLocale(localePath(locale, path))).toMatchObject({ locale, path });
      }),
    );
    expect(splitLocale('/en')).toEqual({ locale: 'en', path: '/', explicit: true });
    expect(splitLocale('/english')).toMatchObject({ locale: 'zh-CN', path: '/english' });
  });
});

describe('a catalogue', () => {
  const texts = messages({
    plain: { 'zh-CN': '您好', en: 'Hello' },
    counted: {
      'zh-CN': ({ n }: { n: number }) => `共 ${n} 张`,
      en: ({ n }: { n: number }) => `${n} in all`,
    },
  });

  it('gives each language its own text, with its values', () => {
    expect(texts('zh-CN').plain).toBe('您好');
    expect(texts('en').counted({ n: 3 })).toBe('3 in all');
    expect(texts('en')).toBe(texts('en'));
  });

  it('finds the text of a code, and fills it in', () => {
    expect(textOf(texts, 'en', 'plain')).toBe('Hello');
    expect(textOf(texts, 'zh-CN', 'counted', { n: 2 })).toBe('共 2 张');
  });
});

describe('what an address carries', () => {
  it('counts once, whatever is repeated', () => {
    expect([one('a'), one(['a', 'b']), one([]), one(undefined)]).toEqual([
      'a',
      'a',
      undefined,
      undefined,
    ]);
  });

  it('is an id only if the database would take it for one', () => {
    expect(isId('0196a6d5-0000-7000-8000-000000000001')).toBe(true);
    for (const text of ['', '1', 'x'.repeat(36), "0196a6d5-0000-7000-8000-00000000000'"]) {
      expect(isId(text), text).toBe(false);
    }
  });
});
