import { describe, expect, it } from 'vitest';
import { parseDecimal } from './decimal';

describe('reading a number of card-hours or employees', () => {
  it.each([
    ['960', '960'],
    ['1,200.5', '1200.5'],
    ['１ ２００', '1200'],
    ['0', '0'],
    ['7.', '7'],
  ])('takes %j for %j', (text, plain) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: plain });
  });

  it.each(['', '1,5', '1.234', '-1', 'NaN', '1e3', '1234567890123'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toMatchObject({ ok: false, code: 'number_invalid' });
  });
});
