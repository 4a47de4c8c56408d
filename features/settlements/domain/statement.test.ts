import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '../../../lib/money';
import {
  addAmounts,
  amountsOf,
  balances,
  changeOf,
  mergeByDay,
  movementKinds,
  noAmounts,
} from './statement';

test('each kind stands in its column without a sign, and changes what is owed in its direction', () => {
  const change = movementKinds.map((kind) => [kind, changeOf(amountsOf(kind, fen(-500n)))]);
  expect(Object.fromEntries(change)).toEqual({
    captured: 500n,
    reversed: -500n,
    repaid: 500n,
    written_off: 500n,
    paid: -500n,
    drawn: -500n,
    refilled: 500n,
    advanced: 500n,
  });
});

test('the last balance is the first one and the totals together, whatever happened', () => {
  const anyAmount = fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }).map(fen);
  const anyMovement = fc.record({ kind: fc.constantFrom(...movementKinds), amount: anyAmount });
  fc.assert(
    fc.property(anyAmount, fc.array(anyMovement, { minLength: 1 }), (opening, movements) => {
      const rows = movements.map(({ kind, amount }) => ({ amounts: amountsOf(kind, amount) }));
      const totals = rows.reduce((sum, { amounts }) => addAmounts(sum, amounts), noAmounts);
      return balances(opening, rows).at(-1) === opening + changeOf(totals);
    }),
  );
});

test('two ordered lists are merged by day and id', () => {
  const row = (day: string, id: string) => ({ day, id });
  const one = [row('2026-01-01', 'b'), row('2026-01-03', 'a')];
  const other = [row('2026-01-01', 'a'), row('2026-01-02', 'z')];
  expect(mergeByDay(one, other).map(({ day, id }) => `${day}${id}`)).toEqual([
    '2026-01-01a',
    '2026-01-01b',
    '2026-01-02z',
    '2026-01-03a',
  ]);
});
