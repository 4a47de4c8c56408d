import { describe, expect, test } from 'vitest';
import { fen, largestFen } from '@/lib/money';
import { formatAward, formatUnitPrice, formatWorth } from './amount';
import type { UnitPrice } from './domain/unit-price';
import { limitText, readAmount } from './typed-amount';

const price: UnitPrice = { unit: 'cardHour', priceFen: fen(550n) };

describe('what is typed', () => {
  test('is an amount in yuan without a price, and a quantity with one; the other is not taken', () => {
    const both = { amountFen: fen(100n), quantity: fen(200n) };
    expect(readAmount(both, undefined, 'amountFen')).toMatchObject({
      value: { money: 100n, field: 'amountFen' },
    });
    expect(readAmount(both, price, 'amountFen')).toMatchObject({
      value: { money: 1_100n, field: 'quantity' },
    });
    expect(readAmount({ quantity: fen(1n) }, undefined, 'subsidyFen')).toMatchObject({
      code: 'amount_missing',
      field: 'subsidyFen',
    });
    expect(readAmount({ subsidyFen: fen(1n) }, price, 'subsidyFen')).toMatchObject({
      code: 'quantity_missing',
      field: 'quantity',
    });
  });

  test.each([
    [12_051n, '120.50'],
    [1n, '0.00'],
    [999_999_999_999n, '9,999,999,999.98'],
  ])('%d hundredths are refused, and the closest below is named', (hundredths, below) => {
    expect(readAmount({ quantity: fen(hundredths) }, price, 'amountFen')).toMatchObject({
      code: 'quantity_inexact',
      values: { below },
    });
  });
});

test('a quantity that is worth more than any amount of the portal is refused', () => {
  const dear: UnitPrice = { unit: 'millionTokens', priceFen: fen(1_000_000_000n) };
  const most = 1_000_000n;
  expect(readAmount({ quantity: fen(most) }, dear, 'amountFen')).toMatchObject({
    value: { money: largestFen },
  });
  for (const hundredths of [most + 1n, largestFen]) {
    expect(readAmount({ quantity: fen(hundredths) }, dear, 'amountFen')).toMatchObject({
      code: 'quantity_too_large',
      field: 'quantity',
    });
  }
});

describe('what is shown', () => {
  test('is the quantity with its value, and yuan alone without a price', () => {
    expect(formatWorth(fen(550_000n), price, 'zh-CN')).toBe('1,000.00 卡时（¥5,500.00）');
    expect(formatWorth(fen(550_000n), price, 'en')).toBe('1,000.00 card-hours (¥5,500.00)');
    expect(formatWorth(fen(550_000n), undefined, 'en')).toBe('¥5,500.00');
    expect(limitText(fen(1_001n), price)).toBe('1.82');
    expect(limitText(fen(1_001n), undefined)).toBe('¥10.01');
  });

  test('is the award as the rules give it, in a unit without a price too', () => {
    const unitPrice = { clause: '5', yuan: '6' };
    expect(formatAward(fen(100n), { unit: 'gpuHour', unitPrice }, 'en')).toBe(
      '1.00 GPU-hours (¥6.00)',
    );
    expect(formatAward(fen(100n), { unit: 'gpuHour' }, 'en')).toBe('1.00 GPU-hours');
    expect(formatAward(fen(100n), {}, 'en')).toBe('¥1.00');
  });

  test.each([
    ['cardHour', 600n, '每卡时 6 元', '¥6 per card-hour'],
    ['gpuHour', 550n, '每 GPU 小时 5.50 元', '¥5.50 per GPU-hour'],
    ['millionTokens', 80n, '每百万词元 0.80 元', '¥0.80 per million tokens'],
  ] as const)('is the price of one %s', (unit, priceFen, zh, en) => {
    const of = { unit, priceFen: fen(priceFen) };
    expect(formatUnitPrice(of, 'zh-CN')).toBe(zh);
    expect(formatUnitPrice(of, 'en')).toBe(en);
  });
});
