import { describe, expect, test } from 'vitest';
import { chengduCompute2025 } from '@/db/seed/programmes/chengdu-compute-2025';
import { fen, minFen, parseYuan, type Fen } from '@/lib/money';
import { divide, largestShare } from './share';

function yuan(text: string): Fen {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

describe('conformance vector 12: Chengdu, an order of ¥700,000, a balance of ¥500,000', () => {
  const { percentOfOrder } = chengduCompute2025.rules.voucher;
  const order = yuan('700000');
  const balance = yuan('500000');

  test('the voucher pays 60 % of the order, not all of its balance, and the buyer the rest', () => {
    const voucherFen = minFen(balance, largestShare(order, percentOfOrder));
    expect(voucherFen).toBe(yuan('420000'));
    expect(divide(order, voucherFen, percentOfOrder)).toEqual({
      ok: true,
      value: { voucherFen: yuan('420000'), ownFen: yuan('280000') },
    });
  });

  test('one fen more is refused', () => {
    const more = fen(yuan('420000') + 1n);
    expect(divide(order, more, percentOfOrder)).toMatchObject({ ok: false, code: 'above_share' });
  });
});

test('the largest share is cut off to whole fen', () => {
  // 0.99 × 60 % = 0.594.
  expect(largestShare(yuan('0.99'), '60')).toBe(yuan('0.59'));
});

test('a voucher pays for no more than the order, where it may pay for all of it', () => {
  const order = yuan('100');
  expect(divide(order, order, '100')).toMatchObject({ ok: true, value: { ownFen: 0n } });
  expect(divide(order, yuan('100.01'), '100')).toMatchObject({ ok: false, code: 'above_order' });
});
