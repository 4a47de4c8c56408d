import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from './money';
import { applyRate, compareRational, formatPercent, multiply, percent, rational } from './rational';

const amounts = fc.bigInt({ min: 0n, max: 10_000_000_000_000n }).map(fen);
const rates = fc
  .tuple(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));
const units = fc.constantFrom(1n, 100n, 10_000n, 1_000_000n);

describe('a rate', () => {
  it.each([
    ['30', 100_000_000n, 30_000_000n],
    ['12.5', 1n, 0n],
    ['33.33', 100n, 33n],
    ['100', 12_345n, 12_345n],
    ['0', 12_345n, 0n],
  ])('%s %% of %s fen, cut off, is %s', (text, amount, part) => {
    expect(applyRate(fen(amount), percent(text), { unitFen: 1n, mode: 'truncate' })).toBe(part);
  });

  it.each(['', '-1', '1,5', 'abc', '1.'])('is not read from %j', (text) => {
    expect(() => percent(text)).toThrow(RangeError);
  });

  it.each([
    ['30', '30%'],
    ['12.50', '12.5%'],
    ['0.0001', '0.0001%'],
  ])('%s is shown as %s', (text, shown) => {
    expect(formatPercent(percent(text))).toBe(shown);
  });

  it('rounds to whole units, within one unit of the exact value, in each mode', () => {
    fc.assert(
      fc.property(amounts, rates, units, (amount, rate, unitFen) => {
        const down = applyRate(amount, rate, { unitFen, mode: 'truncate' });
        const nearest = applyRate(amount, rate, { unitFen, mode: 'half_up' });
        const up = applyRate(amount, rate, { unitFen, mode: 'up' });
        const exact = amount * rate.numerator;
        expect(down % unitFen).toBe(0n);
        expect(down * rate.denominator <= exact).toBe(true);
        expect(up * rate.denominator >= exact).toBe(true);
        expect(up - down === 0n || up - down === unitFen).toBe(true);
        expect(nearest === down || nearest === up).toBe(true);
        const twice = 2n * (nearest * rate.denominator - exact);
        expect(twice <= unitFen * rate.denominator && twice > -unitFen * rate.denominator).toBe(
          true,
        );
      }),
    );
  });

  it('gives no more for less, and loses no more than a unit where an amount is split', () => {
    fc.assert(
      fc.property(amounts, amounts, rates, units, (a, b, rate, unitFen) => {
        const part = (amount: bigint) =>
          applyRate(fen(amount), rate, { unitFen, mode: 'truncate' });
        expect(part(a < b ? a : b) <= part(a < b ? b : a)).toBe(true);
        const lost = part(a + b) - part(a) - part(b);
        expect(lost === 0n || lost === unitFen).toBe(true);
      }),
    );
  });

  it('multiplies as fractions do, in either order', () => {
    fc.assert(
      fc.property(rates, rates, (a, b) => {
        expect(compareRational(multiply(a, b), multiply(b, a))).toBe(0);
        expect(compareRational(multiply(a, rational(1n, 1n)), a)).toBe(0);
      }),
    );
    expect(compareRational(multiply(percent('50'), percent('30')), percent('15'))).toBe(0);
  });

  it.each([
    [1n, 0n],
    [1n, -2n],
    [-1n, 2n],
  ])('is no fraction: %s over %s', (numerator, denominator) => {
    expect(() => rational(numerator, denominator)).toThrow(RangeError);
  });

  it('rounds half a unit up, and any rest up in the mode `up`', () => {
    const half = (mode: 'truncate' | 'half_up' | 'up') =>
      applyRate(fen(101n), percent('50'), { unitFen: 1n, mode });
    expect([half('truncate'), half('half_up'), half('up')]).toEqual([50n, 51n, 51n]);
    const little = (mode: 'half_up' | 'up') =>
      applyRate(fen(10_001n), percent('100'), { unitFen: 100n, mode });
    expect([little('half_up'), little('up')]).toEqual([10_000n, 10_100n]);
  });

  it('compares as fractions do', () => {
    fc.assert(
      fc.property(rates, rates, (a, b) => {
        expect(Math.sign(compareRational(a, b))).toBe(-Math.sign(compareRational(b, a)) + 0);
      }),
    );
    expect(compareRational(percent('33.3'), rational(1n, 3n))).toBeLessThan(0);
  });
});
