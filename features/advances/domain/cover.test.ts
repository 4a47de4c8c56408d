import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, sumFen, type Fen } from '../../../lib/money';
import { coverByAdvances, sumMoves, type Standing } from './cover';
import { mostInAdvance } from './level';

const advance = (change: Partial<Standing> = {}): Standing => ({
  id: 'a',
  programmeId: 'one',
  levelFen: fen(100n),
  balanceFen: fen(100n),
  onTheWayFen: fen(0n),
  running: true,
  ...change,
});
const settled = (amount: bigint) => [fen(amount), new Map([['one', fen(amount)]])] as const;
const moved = (drawFen: bigint, refillFen: bigint, advanceFen: bigint) => [
  { advanceId: 'a', drawFen, refillFen, advanceFen },
];

test.each([
  ['the first payment', 0n, advance({ balanceFen: fen(0n) }), moved(0n, 0n, 100n), 100n],
  [
    'the first payment with a sum',
    30n,
    advance({ balanceFen: fen(0n) }),
    moved(0n, 0n, 100n),
    130n,
  ],
  ['a sum below the level', 40n, advance(), moved(40n, 40n, 0n), 40n],
  ['a sum above the level', 250n, advance(), moved(100n, 100n, 0n), 250n],
  ['a higher level', 40n, advance({ levelFen: fen(150n) }), moved(40n, 40n, 50n), 90n],
  ['nothing to settle', 0n, advance(), [], 0n],
  ['an ended one', 40n, advance({ running: false }), moved(40n, 0n, 0n), 0n],
  ['an ended one, drawn to zero', 250n, advance({ running: false }), moved(100n, 0n, 0n), 150n],
  [
    'what the bank has not paid',
    40n,
    advance({ running: false, onTheWayFen: fen(90n) }),
    moved(10n, 0n, 0n),
    30n,
  ],
  [
    'what the bank has sent back',
    40n,
    advance({ running: false, balanceFen: fen(20n), onTheWayFen: fen(90n) }),
    [],
    40n,
  ],
  ['a debt', -5n, advance({ balanceFen: fen(0n) }), [], 0n],
])('draws and pays in: %s', (_, amount, standing, moves, payFen) => {
  expect(coverByAdvances(...settled(amount), [standing])).toEqual({ moves, payFen });
});

test('an advance covers only its own programme, and no more than is left after debts', () => {
  const advances = [
    advance({ running: false }),
    advance({ id: 'b', programmeId: 'two', running: false }),
  ];
  const byProgramme = new Map([
    ['one', fen(70n)],
    ['two', fen(60n)],
    ['three', fen(-50n)],
  ]);
  expect(coverByAdvances(fen(80n), byProgramme, advances)).toEqual({
    moves: [...moved(70n, 0n, 0n), { advanceId: 'b', drawFen: 10n, refillFen: 0n, advanceFen: 0n }],
    payFen: 0n,
  });
});

const amount = fc.bigInt(0n, 10_000n).map(fen);
const standings = fc
  .array(
    fc.record({
      levelFen: amount,
      share: fc.integer({ min: 0, max: 100 }),
      way: amount,
      running: fc.boolean(),
    }),
    {
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(({ levelFen, share, way, running }, at): Standing => {
      const balanceFen = fen((levelFen * BigInt(share)) / 100n);
      return { id: `${at}`, programmeId: `${at}`, levelFen, balanceFen, onTheWayFen: way, running };
    }),
  );

test('nothing is ever below zero or above its level, and the payment is what is settled, less what is drawn, with what is paid in', () => {
  fc.assert(
    fc.property(
      standings,
      fc.array(amount, { minLength: 4, maxLength: 4 }),
      amount,
      (all, sums, debt) => {
        const byProgramme = new Map(sums.map((sum, at): [string, Fen] => [`${at}`, sum]));
        const settledFen = fen(sumFen(sums) - debt);
        const { moves, payFen } = coverByAdvances(settledFen, byProgramme, all);
        expect(payFen).toBeGreaterThanOrEqual(0n);
        if (settledFen < 0n) {
          expect(moves).toEqual([]);
          return;
        }
        const { drawnFen, paidInFen } = sumMoves(moves);
        expect(payFen).toBe(settledFen - drawnFen + paidInFen);
        expect(drawnFen).toBeLessThanOrEqual(settledFen);
        for (const { advanceId, drawFen, refillFen, advanceFen } of moves) {
          const one = all.find(({ id }) => id === advanceId);
          const after = (one?.balanceFen ?? 0n) - drawFen + refillFen + advanceFen;
          expect(drawFen).toBeLessThanOrEqual(byProgramme.get(advanceId) ?? 0n);
          expect(after).toBeGreaterThanOrEqual(0n);
          if (one?.running) expect(after).toBe(one.levelFen);
          else expect(refillFen + advanceFen).toBe(0n);
        }
      },
    ),
  );
});

test('at most the percent of what is expected is paid in advance, cut off to whole fen', () => {
  const expected = { openFen: fen(1_000n), unsettledFen: fen(234n) };
  expect(mostInAdvance(expected, '30')).toBe(370n);
  expect(mostInAdvance(expected, '12.5')).toBe(154n);
});
