import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, type Fen } from '@/lib/money';
import { runDown, type PoolRest } from './run-down';

const pool = (left: bigint, parentId: string | null = null): PoolRest => ({
  leftFen: fen(left),
  parentId,
});
const row = (amount: bigint, poolId = 'whole') => ({ amountFen: fen(amount), poolId });

describe('the amount left after each row', () => {
  it('decreases in the order of the list and ends at the free amount', () => {
    const pools = new Map([['whole', pool(100n)]]);
    expect(runDown([row(30n), row(20n), row(50n)], pools)).toEqual([170n, 150n, 100n]);
  });

  it('takes from the part and from the whole, and shows the smaller rest', () => {
    const pools = new Map([
      ['whole', pool(1_000n)],
      ['part', pool(5n, 'whole')],
    ]);
    const rows = [row(10n, 'part'), row(400n), row(20n, 'part')];
    expect(runDown(rows, pools)).toEqual([25n, 1_020n, 5n]);
    const tight = new Map([
      ['whole', pool(0n)],
      ['part', pool(900n, 'whole')],
    ]);
    expect(runDown([row(10n, 'part'), row(1n)], tight)).toEqual([1n, 0n]);
  });

  it('shows no amount for an unknown pool', () => {
    expect(runDown([row(10n, 'gone')], new Map())).toEqual([null]);
  });

  it('leaves the free amount after the last row of every pool, in any order', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fen);
    const ids = ['a', 'b', 'c'];
    fc.assert(
      fc.property(
        fc.array(fc.record({ amountFen: amount, poolId: fc.constantFrom(...ids) })),
        fc.tuple(amount, amount, amount),
        (rows, free) => {
          const pools = new Map(ids.map((id, at) => [id, pool(free[at] ?? 0n)]));
          const left = runDown(rows, pools);
          for (const [at, id] of ids.entries()) {
            const own = left.filter((_, of) => rows[of]?.poolId === id) as Fen[];
            expect(own).toEqual([...own].sort((a, b) => (a < b ? 1 : -1)));
            if (own.length > 0) expect(own.at(-1)).toBe(free[at]);
          }
        },
      ),
    );
  });
});
