import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, sumFen } from '../../../lib/money';
import { debtsByPayee, dueByPayee, shareOf, type DueDay } from './plan';

const due = (change: Partial<DueDay> = {}): DueDay => ({
  payeeId: 'payee',
  programmeId: 'one',
  day: '2026-06-10',
  ofSettled: false,
  amountFen: fen(100n),
  ...change,
});

test('a batch contains what was verified until the last day of its programme, and every debt', () => {
  const days = [
    due(),
    due({ day: '2026-07-01', amountFen: fen(70n) }),
    due({ programmeId: 'two', amountFen: fen(40n) }),
    due({ programmeId: 'two', ofSettled: true, day: '2026-09-01', amountFen: fen(-30n) }),
    due({ payeeId: 'debtor', ofSettled: true, amountFen: fen(-5n) }),
    due({ payeeId: 'even', amountFen: fen(9n) }),
    due({ payeeId: 'even', ofSettled: true, amountFen: fen(-9n) }),
  ];
  expect(dueByPayee(days, new Map([['one', '2026-06-30']]))).toEqual(
    new Map([
      ['payee', 70n],
      ['debtor', -5n],
    ]),
  );
  expect(debtsByPayee(days)).toEqual(
    new Map([
      ['payee', 30n],
      ['debtor', 5n],
      ['even', 9n],
    ]),
  );
  expect(shareOf(days, 'one', '2026-06-30')).toEqual({
    ready: { payees: 2, amountFen: 109n },
    waiting: { payees: 1, amountFen: 70n },
  });
});

test('what is ready less what is owed is what the batch pays and is owed, whatever there is', () => {
  const anyDay = fc.record({
    payeeId: fc.constantFrom('a', 'b', 'c'),
    programmeId: fc.constantFrom('one', 'two'),
    day: fc.constantFrom('2026-06-10', '2026-06-30', '2026-07-01'),
    ofSettled: fc.boolean(),
    amountFen: fc.bigInt({ min: 1n, max: 1_000n }).map((amount) => fen(amount)),
  });
  // What is of an earlier settlement is a debt, or at most what reduces it.
  const signed = anyDay.map((day): DueDay => ({
    ...day,
    amountFen: day.ofSettled ? fen(0n - day.amountFen) : day.amountFen,
  }));
  fc.assert(
    fc.property(fc.array(signed, { maxLength: 30 }), (days) => {
      const last = new Map([
        ['one', '2026-06-30'],
        ['two', '2026-06-10'],
      ]);
      const ready = [...last].map(([id, on]) => shareOf(days, id, on).ready.amountFen);
      const owed = [...debtsByPayee(days).values()];
      const paid = [...dueByPayee(days, last).values()];
      return sumFen(ready) - sumFen(owed) === sumFen(paid);
    }),
  );
});
