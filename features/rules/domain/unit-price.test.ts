import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '@/lib/money';
import {
  fromMoney,
  isExact,
  isPriced,
  largestQuantity,
  moneyOf,
  quantity,
  quantityOf,
  toMoney,
  type UnitPrice,
} from './unit-price';

const at = (priceFen: bigint): UnitPrice => ({ unit: 'cardHour', priceFen: fen(priceFen) });
const anyPrice = fc.bigInt({ min: 1n, max: 10_000_000n }).map(at);
const anyQuantity = fc.bigInt({ min: 0n, max: 10_000_000_000_000n }).map(quantity);
const anyMoney = fc.bigInt({ min: 0n, max: 10_000_000_000_000n }).map(fen);

describe('a quantity and its value', () => {
  test.each([
    ['1,000.00 card-hours at ¥5.50', 100_000n, 550n, 550_000n],
    ['120.50 card-hours at ¥5.50', 12_050n, 550n, 66_275n],
    ['0.02 card-hours at ¥5.50', 2n, 550n, 11n],
    ['0.01 card-hours at ¥5.50, which is half a fen more than whole fen', 1n, 550n, undefined],
    ['a hundredth at one fen', 1n, 1n, undefined],
    ['a whole unit at one fen', 100n, 1n, 1n],
    ['99,999,999,999.99 at ¥100,000.00', 9_999_999_999_999n, 10_000_000n, 999_999_999_999_900_000n],
  ])('%s', (_, hundredths, priceFen, money) => {
    expect(moneyOf(quantity(hundredths), at(priceFen))).toBe(money);
  });

  test('a quantity that is worth whole fen comes back from its value exactly', () => {
    fc.assert(
      fc.property(anyQuantity, anyPrice, (amount, price) => {
        const money = moneyOf(amount, price);
        if (money === undefined) return;
        expect(quantityOf(money, price, 'down')).toBe(amount);
        expect(quantityOf(money, price, 'up')).toBe(amount);
      }),
    );
  });

  test('money is brought to the hundredth below or above', () => {
    fc.assert(
      fc.property(anyMoney, anyPrice, (money, price) => {
        const [down, up] = [quantityOf(money, price, 'down'), quantityOf(money, price, 'up')];
        expect(down * price.priceFen <= money * 100n).toBe(true);
        expect((down + 1n) * price.priceFen > money * 100n).toBe(true);
        expect(up === down || up === down + 1n).toBe(true);
        expect(up * price.priceFen >= money * 100n).toBe(true);
      }),
    );
  });

  test('the largest quantity is worth whole fen, not more than the money, and no larger one is', () => {
    fc.assert(
      fc.property(anyMoney, anyPrice, (money, price) => {
        const largest = largestQuantity(money, price);
        const worth = moneyOf(largest, price);
        expect(worth !== undefined && worth <= money).toBe(true);
        for (let more = 1n; more <= 100n; more += 1n) {
          const next = moneyOf(quantity(largest + more), price);
          expect(next === undefined || next > money).toBe(true);
        }
      }),
    );
  });
});

describe('an amount of the rules', () => {
  const rules = { unit: 'cardHour', unitPrice: { clause: '5', yuan: '5.50' } } as const;

  test('in whole rounding steps converts exactly in both directions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 10, 50, 100, 10_000),
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.bigInt({ min: 0n, max: 1_000_000_000n }),
        (step, priceFen, steps) => {
          const price = at(priceFen);
          const amount = quantity(steps * BigInt(step));
          const money = moneyOf(amount, price);
          if (!isExact(step, price)) return;
          if (money === undefined) throw new Error('not exact');
          expect(quantityOf(money, price, 'down')).toBe(amount);
        },
      ),
    );
  });

  test('is money at the price, and yuan stay as they are', () => {
    expect(toMoney(rules, fen(100_000n))).toBe(550_000n);
    expect(fromMoney(rules, fen(550_000n), 'down')).toBe(100_000n);
    expect(toMoney({}, fen(7n))).toBe(7n);
    expect(fromMoney({ unit: 'yuan' }, fen(7n), 'up')).toBe(7n);
  });

  test('can become money in yuan and with a price above zero alone', () => {
    expect([{}, { unit: 'yuan' as const }, rules].map(isPriced)).toEqual([true, true, true]);
    const unpriced = { unit: 'gpuHour' as const };
    const free = { ...unpriced, unitPrice: { clause: '5', yuan: '0' } };
    expect([unpriced, free].map(isPriced)).toEqual([false, false]);
  });

  test('without a price, or not worth whole fen, is an error and not a guess', () => {
    expect(() => toMoney({ unit: 'gpuHour' }, fen(1n))).toThrow(RangeError);
    expect(() => toMoney(rules, fen(1n))).toThrow(RangeError);
  });
});
