import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareTexts, tenthsOf } from './shares';

const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);

describe('shares of a whole', () => {
  it.each([
    [
      [174, 826],
      ['17.4%', '82.6%'],
    ],
    [
      [1, 2],
      ['33.3%', '66.7%'],
    ],
    [
      [1, 1, 1],
      ['33.4%', '33.3%', '33.3%'],
    ],
    [
      [22, 11, 143, 822, 2],
      ['2.2%', '1.1%', '14.3%', '82.2%', '0.2%'],
    ],
    [
      [0, 5],
      ['0%', '100%'],
    ],
    [
      [1, 999_999_999],
      ['0%', '100%'],
    ],
  ])('of %j add up to a hundred percent', (numbers, texts) => {
    const parts = numbers.map(BigInt);
    expect(shareTexts(parts, sum(parts))).toEqual(texts);
  });

  it('add up to what the parts come to, where they leave something of the whole', () => {
    expect(shareTexts([1n, 1n], 3n)).toEqual(['33.3%', '33.3%']);
    expect(shareTexts([2n, 2n], 6n)).toEqual(['33.3%', '33.3%']);
    expect(shareTexts([1n, 1n], 7n)).toEqual(['14.3%', '14.2%']);
  });

  it('are none of nothing, of less, and of what is overdrawn', () => {
    expect(shareTexts([0n, 0n], 0n)).toBeUndefined();
    expect(shareTexts([1n], -1n)).toBeUndefined();
    expect(shareTexts([-1n, 2n], 1n)).toBeUndefined();
    expect(() => tenthsOf([-1n, 2n], 1n)).toThrow(RangeError);
    expect(() => tenthsOf([1n], 0n)).toThrow(RangeError);
  });

  const amount = fc.bigInt({ min: 0n, max: 10_000_000_000_000n });

  it('of all parts are a thousand tenths, and none is off by a whole one', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (parts) => {
        const whole = sum(parts);
        fc.pre(whole > 0n);
        const tenths = tenthsOf(parts, whole);
        expect(sum(tenths)).toBe(1000n);
        tenths.forEach((value, at) => {
          const exact = (parts[at] ?? 0n) * 1000n;
          expect(value * whole > exact - whole && value * whole < exact + whole).toBe(true);
        });
      }),
    );
  });

  it('never give more to a smaller part', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 8 }), amount, (parts, rest) => {
        const whole = sum(parts) + rest;
        fc.pre(whole > 0n);
        const tenths = tenthsOf(parts, whole);
        for (const [one, small] of parts.entries()) {
          for (const [other, large] of parts.entries()) {
            if (small < large) expect(tenths[one] ?? 0n).toBeLessThanOrEqual(tenths[other] ?? 0n);
          }
        }
      }),
    );
  });
});
