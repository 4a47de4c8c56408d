import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../lib/dates';
import { fen } from '../../../lib/money';
import { burnDown } from './burn-down';

const moved = (on: string, issued: bigint, returned = 0n) => ({
  on,
  issuedFen: fen(issued),
  returnedFen: fen(returned),
});

it('has points for the day before the round, the ends of its months, and today', () => {
  const points = burnDown({
    first: '2026-09-10',
    today: '2026-11-24',
    budgetFen: fen(900n),
    days: [
      moved('2026-08-01', 100n),
      moved('2026-09-30', 50n),
      moved('2026-10-01', 20n, 70n),
      moved('2026-11-24', 5n),
    ],
    steps: [{ on: '2026-10-15', fromFen: fen(500n), toFen: fen(900n) }],
  });
  expect(points.map((point) => [point.on, point.kind, point.committedFen, point.leftFen])).toEqual([
    ['2026-09-09', 'opening', 100n, 400n],
    ['2026-09-30', 'month', 150n, 350n],
    ['2026-10-31', 'month', 100n, 800n],
    ['2026-11-24', 'today', 105n, 795n],
  ]);
});

it.each([
  ['opened today', '2026-11-24', ['2026-11-23', '2026-11-24']],
  ['opened tomorrow', '2026-11-25', ['2026-11-24']],
])('a round that %s', (_, first, days) => {
  const points = burnDown({
    first,
    today: '2026-11-24',
    budgetFen: fen(1n),
    days: [],
    steps: [],
  });
  expect(points.map(({ on }) => on)).toEqual(days);
});

it('goes back two years at most, and counts what was before', () => {
  const points = burnDown({
    first: '2020-01-01',
    today: '2026-11-24',
    budgetFen: fen(10n),
    days: [moved('2020-05-05', 3n)],
    steps: [],
  });
  expect(points.map(({ on }) => on)).toEqual(['2024-11-23', '2026-11-24']);
  expect(points[0]).toMatchObject({ committedFen: 3n });
});

it('leaves out the months in which nothing moved, except the last before a movement', () => {
  const points = burnDown({
    first: '2026-01-05',
    today: '2026-11-24',
    budgetFen: fen(20n),
    days: [moved('2026-05-05', 3n), moved('2026-08-08', 4n, 4n)],
    steps: [{ on: '2026-10-10', fromFen: fen(10n), toFen: fen(20n) }],
  });
  expect(points.map(({ on }) => on)).toEqual([
    '2026-01-04',
    '2026-04-30',
    '2026-05-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-24',
  ]);
});

it('loses and invents nothing: the last point is the sum of all days up to it', () => {
  const days = fc.array(fc.tuple(fc.nat(800), fc.nat(1_000), fc.nat(1_000)), { maxLength: 40 });
  fc.assert(
    fc.property(days, fc.nat(700), (list, back) => {
      const today = '2026-11-24';
      const all = list
        .map(([ago, issued, returned]) =>
          moved(addDays(today, -ago), BigInt(issued), BigInt(returned)),
        )
        .sort((a, b) => (a.on < b.on ? -1 : 1));
      const points = burnDown({
        first: addDays(today, -back),
        today,
        budgetFen: fen(10n ** 9n),
        days: all,
        steps: [],
      });
      const sum = all.reduce((total, day) => total + day.issuedFen - day.returnedFen, 0n);
      expect(points.at(-1)?.committedFen).toBe(sum);
      const dates = points.map(({ on }) => on);
      expect([...new Set(dates)].sort()).toEqual(dates);
    }),
  );
});
