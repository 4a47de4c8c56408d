import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, sumFen, type Fen } from '@/lib/money';
import { shareable, shareOut, type Claim } from './share-out';
import { ruleFen } from './sheet';

const claim = (id: string, claimFen: Fen, second = 0): Claim => ({
  id,
  claimFen,
  submittedAt: new Date(Date.UTC(2026, 2, 2, 9, 0, second)),
});

const shares = (poolFen: Fen, claims: readonly Claim[], unitFen = 1n) =>
  shareOut(poolFen, claims, unitFen).map(({ shareFen }) => shareFen);

describe('a share-out', () => {
  test('of 1,000,000 among 600,000, 900,000 and 500,000 gives each half', () => {
    const claims = ['600000', '900000', '500000'].map((yuan, at) => claim(`${at}`, ruleFen(yuan)));
    expect(shares(ruleFen('1000000'), claims)).toEqual(['300000', '450000', '250000'].map(ruleFen));
  });

  test('gives everybody the whole claim if the pool is enough, to the fen', () => {
    const claims = [claim('a', fen(3n)), claim('b', fen(4n))];
    expect(shares(fen(7n), claims)).toEqual([3n, 4n]);
    expect(shares(fen(6n), claims)).toEqual([3n, 3n]);
  });

  test('gives odd fen to the largest remainder, and among equal ones to whoever submitted first', () => {
    // 10 among 5, 5 and 5: three each, and the odd fen to the earliest.
    const late = [claim('a', fen(5n), 2), claim('b', fen(5n), 1), claim('c', fen(5n), 3)];
    expect(shares(fen(10n), late)).toEqual([3n, 4n, 3n]);
    // 10 among 7, 6 and 1: 5, 4.28 and 0.71, so the odd fen goes to the smallest claim.
    const uneven = [claim('a', fen(7n)), claim('b', fen(6n)), claim('c', fen(1n))];
    expect(shares(fen(10n), uneven)).toEqual([5n, 4n, 1n]);
  });

  test('keeps to the unit of the programme, and leaves what is less than one unit in the pool', () => {
    const claims = [claim('a', fen(10_000n), 1), claim('b', fen(10_000n), 2)];
    expect(shares(fen(15_150n), claims, 100n)).toEqual([7_600n, 7_500n]);
  });

  test('gives nothing out of an empty pool', () => {
    expect(shares(fen(0n), [claim('a', fen(5n))])).toEqual([0n]);
    expect(shares(fen(-3n), [claim('a', fen(5n))])).toEqual([0n]);
  });
});

describe('a late case', () => {
  test('gets no higher rate than the first share-out gave', () => {
    const first = { claimedFen: fen(2_000n), sharedFen: fen(1_000n) };
    expect(shareable(fen(5_000n), fen(300n), first)).toBe(150n);
    expect(shareable(fen(100n), fen(300n), first)).toBe(100n);
  });

  test('gets its whole claim where the first share-out gave everybody theirs', () => {
    const first = { claimedFen: fen(1_000n), sharedFen: fen(1_000n) };
    expect(shareable(fen(5_000n), fen(300n), first)).toBe(5_000n);
    expect(shareable(fen(-1n), fen(300n), undefined)).toBe(0n);
  });
});

describe('any share-out', () => {
  const anyPool = fc.record({
    poolFen: fc.bigInt({ min: 0n, max: 900_000n }).map(fen),
    unitFen: fc.constantFrom(1n, 100n),
    claims: fc
      .array(fc.tuple(fc.bigInt({ min: 1n, max: 90_000n }), fc.nat(3)), {
        minLength: 1,
        maxLength: 25,
      })
      .map((all) => all.map(([amount, second], at) => claim(`case-${at}`, fen(amount), second))),
  });

  test('never exceeds the pool, nor any claim, and leaves less than one unit for each case', () => {
    fc.assert(
      fc.property(anyPool, ({ poolFen, claims, unitFen }) => {
        const given = shareOut(poolFen, claims, unitFen);
        const total = sumFen(given.map(({ shareFen }) => shareFen));
        expect(total <= poolFen).toBe(true);
        expect(
          given.every(({ shareFen, claimFen }) => shareFen >= 0n && shareFen <= claimFen),
        ).toBe(true);
        const claimed = sumFen(claims.map(({ claimFen }) => claimFen));
        const most = claimed < poolFen ? claimed : poolFen;
        expect(most - total < unitFen * BigInt(claims.length)).toBe(true);
        if (unitFen === 1n) expect(total).toBe(most);
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of the cases', () => {
    fc.assert(
      fc.property(anyPool, fc.infiniteStream(fc.nat()), ({ poolFen, claims, unitFen }, keys) => {
        const order = claims.map((one) => ({ one, key: keys.next().value as number }));
        const mixed = order.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        const byId = (all: ReturnType<typeof shareOut>) =>
          new Map(all.map(({ id, shareFen }) => [id, shareFen]));
        const [one, other] = [claims, mixed].map((all) => byId(shareOut(poolFen, all, unitFen)));
        for (const { id } of claims) expect(other?.get(id)).toBe(one?.get(id));
      }),
      { numRuns: 500 },
    );
  });

  test('never gives a larger claim less than a smaller one, and equal claims one unit apart at most', () => {
    fc.assert(
      fc.property(anyPool, ({ poolFen, claims, unitFen }) => {
        const given = shareOut(poolFen, claims, unitFen).toSorted((a, b) =>
          a.claimFen < b.claimFen ? -1 : a.claimFen > b.claimFen ? 1 : 0,
        );
        given.slice(1).forEach((larger, at) => {
          const smaller = given[at];
          if (!smaller) return;
          if (larger.claimFen > smaller.claimFen) {
            expect(larger.shareFen >= smaller.shareFen).toBe(true);
          } else {
            const apart = larger.shareFen - smaller.shareFen;
            expect(apart <= unitFen && -apart <= unitFen).toBe(true);
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});
