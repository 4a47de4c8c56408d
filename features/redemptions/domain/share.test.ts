import { describe, expect, test } from 'vitest';
import { chengduCompute2025 } from '@/demo/programmes/chengdu-compute-2025';
import fc from 'fast-check';
import { fen, minFen, parseYuan, zeroFen, type Fen } from '@/lib/money';
import { largestShare, limitsOf } from './share';

function yuan(text: string): Fen {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

describe('conformance vector 12: Chengdu, an order of ¥700,000, a balance of ¥500,000', () => {
  const { percentOfOrder } = chengduCompute2025.rules.voucher;
  const order = yuan('700000');
  const balance = yuan('500000');

  const facts = { totalFen: order, beforeFen: zeroFen, percentOfOrder };

  test('the voucher pays 60 % of the order, not all of its balance', () => {
    const { limits, binding } = limitsOf({ ...facts, restFen: balance });
    expect(binding).toEqual({ kind: 'share', mostFen: yuan('420000') });
    expect(limits.map(({ kind }) => kind)).toEqual(['rest', 'share']);
  });

  test('a smaller balance binds before the share does', () => {
    const restFen = fen(yuan('420000') - 1n);
    expect(limitsOf({ ...facts, restFen }).binding).toEqual({ kind: 'rest', mostFen: restFen });
  });

  test('what the order already uses counts', () => {
    const held = { ...facts, beforeFen: yuan('400000'), restFen: balance };
    expect(limitsOf(held).binding).toEqual({ kind: 'share', mostFen: yuan('20000') });
    const full = { ...facts, beforeFen: yuan('500000'), restFen: balance };
    expect(limitsOf(full).binding.mostFen).toBe(zeroFen);
  });
});

test('the largest share is truncated to whole fen', () => {
  // 0.99 × 60 % = 0.594.
  expect(largestShare(yuan('0.99'), '60')).toBe(yuan('0.59'));
});

test('where a voucher may pay for all of an order, the order is the limit', () => {
  const facts = { totalFen: yuan('100'), beforeFen: zeroFen, percentOfOrder: '100' };
  expect(limitsOf({ ...facts, restFen: yuan('1000') }).binding).toEqual({
    kind: 'order',
    mostFen: yuan('100'),
  });
});

test('the limit that binds is always the lowest', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen);
  const share = fc.constantFrom('100', '60', '30', '12.5', '0.01');
  fc.assert(
    fc.property(amount, amount, amount, share, (totalFen, beforeFen, restFen, percentOfOrder) => {
      const { limits, binding } = limitsOf({ totalFen, beforeFen, restFen, percentOfOrder });
      const [rest, part] = limits;
      expect(binding.mostFen).toBe(minFen(rest.mostFen, part.mostFen));
      expect(part.mostFen <= largestShare(totalFen, percentOfOrder)).toBe(true);
    }),
  );
});
