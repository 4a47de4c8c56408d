import { expect, it } from 'vitest';
import { withoutEmpty } from './without-empty';

it('leaves out the filters that are empty, and nothing else', () => {
  expect(withoutEmpty('/programmes', '?q=&city=qingyang&state=')).toBe('?city=qingyang');
  expect(withoutEmpty('/city/cases', '?q=%20&stage=all&sort')).toBe('?q=%20&stage=all');
  expect(withoutEmpty('/vendors', '?city=')).toBe('');
});

it('changes no address whose parameters all have values', () => {
  for (const search of ['', '?q=%E7%AE%97+%E5%8A%9B', '?city=a&city=b', '?next=%2Fa%3Fb%3D']) {
    expect(withoutEmpty('/programmes', search)).toBe(search);
  }
});

it('keeps an empty field where it is an answer', () => {
  for (const [path, field] of [
    ['/verify', 'code'],
    ['/vendor/check', 'code'],
    ['/compare', 'contractAmount'],
    ['/programmes/some-slug/check', 'usedFen'],
  ] as const) {
    expect(withoutEmpty(path, `?${field}=`)).toBe(`?${field}=`);
    expect(withoutEmpty(path, '')).toBe('');
  }
  expect(withoutEmpty('/compare', '?contractAmount=&state=')).toBe('?contractAmount=');
  expect(withoutEmpty('/verify/SQ2S', '?code=')).toBe('');
});
