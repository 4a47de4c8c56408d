import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/dates';
import { fen } from '../../../lib/money';
import { formatPercent } from '../../../lib/rational';
import { calendar } from '../../../lib/testing/calendar';
import { forecast, paceDays, type ForecastFacts } from './forecast';
import { warningLevel } from './level';

// A Tuesday. The 60 days before it have 38 working days, the 27 after it 19.
const today = '2026-11-24';
const facts = (
  over: Partial<Record<Exclude<keyof ForecastFacts, 'calendar'>, unknown>> = {},
): ForecastFacts => ({
  calendar,
  today,
  round: { opensOn: '2026-01-05', closesOn: '2026-12-21' },
  budgetFen: fen(1_000_000n),
  committedFen: fen(400_000n),
  promisedFen: fen(0n),
  pendingFen: fen(0n),
  decided: 0,
  awarded: 0,
  days: [{ on: '2026-10-12', issuedFen: fen(380_000n) }],
  ...(over as Partial<Omit<ForecastFacts, 'calendar'>>),
});

describe('the forecast', () => {
  it.each([
    ['the pace alone', {}, { byPace: 190_000n, total: 590_000n, runsOutOn: null }],
    ['what is promised counts whole', { promisedFen: 50_000n }, { total: 640_000n }],
    [
      'cases under review count by the share awarded',
      { pendingFen: 100_001n, decided: 4, awarded: 3 },
      { pending: 75_000n, total: 665_000n },
    ],
    [
      'with no case decided, all of them count',
      { pendingFen: 100_000n },
      { pending: 100_000n, total: 690_000n },
    ],
    ['nothing issued, no pace', { days: [] }, { byPace: 0n, total: 400_000n, runsOutOn: null }],
    [
      'what was issued before the 60 days is no pace',
      { days: [{ on: '2026-09-25', issuedFen: 380_000n }] },
      { byPace: 0n },
    ],
    [
      'the first of the 60 days counts',
      { days: [{ on: '2026-09-26', issuedFen: 380_000n }] },
      { byPace: 190_000n },
    ],
    [
      'what was issued before the round is no pace',
      { round: { opensOn: '2026-10-13', closesOn: '2026-12-21' } },
      { byPace: 0n },
    ],
    [
      'a round of this morning has a pace of its own',
      {
        round: { opensOn: today, closesOn: '2026-12-21' },
        days: [{ on: today, issuedFen: 10_000n }],
      },
      { byPace: 190_000n },
    ],
    [
      'a budget of 450,000 lasts five working days',
      { budgetFen: 450_000n },
      { runsOutOn: '2026-12-01', short: 140_000n },
    ],
    [
      'a budget that lasts to the last day, and no fen longer',
      { budgetFen: 590_000n },
      { runsOutOn: '2026-12-21', short: 0n },
    ],
    ['one fen more lasts', { budgetFen: 590_001n }, { runsOutOn: null, short: 0n }],
    ['nothing left: today', { committedFen: 1_000_000n }, { runsOutOn: today, short: 190_000n }],
    [
      'the last day has no days left',
      { round: { opensOn: '2026-01-05', closesOn: today } },
      { byPace: 0n, total: 400_000n },
    ],
  ] as const)('%s', (_, over, expected) => {
    const seen = forecast(facts(over));
    const shown = {
      pending: seen?.expectedPendingFen,
      byPace: seen?.byPaceFen,
      total: seen?.totalFen,
      short: seen?.shortFen,
      runsOutOn: seen?.runsOutOn,
    };
    expect(shown).toMatchObject(expected);
  });

  it('returns the figures from which it was computed', () => {
    const seen = forecast(facts({ decided: 3, awarded: 2 }));
    expect(seen?.pace).toEqual({
      from: '2026-09-25',
      workingDays: 38,
      issuedFen: 380_000n,
      perDayFen: 10_000n,
    });
    expect(seen?.workingDaysLeft).toBe(19);
    expect(seen && formatPercent(seen.share)).toBe('66.6666%');
  });

  it('reaches to the end of the round, also in years whose holidays are not announced yet', () => {
    const seen = forecast(facts({ round: { opensOn: '2026-01-05', closesOn: '2029-06-30' } }));
    expect(seen?.until).toBe('2029-06-30');
  });

  it('is undefined once the round is over', () => {
    expect(forecast(facts({ today: '2026-12-22' }))).toBeUndefined();
  });
});

const money = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(fen);
const anyFacts = fc
  .record({
    age: fc.integer({ min: 0, max: 400 }),
    left: fc.integer({ min: 0, max: 200 }),
    at: fc.integer({ min: 0, max: 300 }),
    budgetFen: money,
    committedFen: money,
    promisedFen: money,
    pendingFen: money,
    decided: fc.nat(50),
    awarded: fc.nat(50),
    days: fc.array(fc.record({ back: fc.nat(420), issuedFen: money }), { maxLength: 12 }),
  })
  .map(({ age, left, at, days, awarded, ...rest }): ForecastFacts => {
    const on = addDays('2026-01-01', at);
    return {
      calendar,
      ...rest,
      awarded: Math.min(awarded, rest.decided),
      today: on,
      round: { opensOn: addDays(on, -age), closesOn: addDays(on, left) },
      days: days.map(({ back, issuedFen }) => ({ on: addDays(on, -back), issuedFen })),
    };
  });

const known = (given: ForecastFacts) => {
  const seen = forecast(given);
  if (!seen) throw new Error('No forecast.');
  return seen;
};

describe('whatever the facts', () => {
  it('its parts add up, and nothing shrinks', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const seen = known(given);
        expect(seen.spokenForFen).toBe(
          given.committedFen + given.promisedFen + seen.expectedPendingFen,
        );
        expect(seen.totalFen).toBe(seen.spokenForFen + seen.byPaceFen);
        expect(seen.expectedPendingFen <= given.pendingFen).toBe(true);
        expect(seen.totalFen >= given.committedFen).toBe(true);
        expect(calendar.between(seen.pace.from, given.today)).toBeLessThanOrEqual(paceDays);
      }),
    );
  });

  it('runs out exactly where the total reaches the budget, on a working day within the round', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { runsOutOn, totalFen, until, spokenForFen } = known(given);
        expect(runsOutOn !== null).toBe(totalFen >= given.budgetFen);
        if (runsOutOn === null || spokenForFen >= given.budgetFen) return;
        expect(runsOutOn > given.today && runsOutOn <= until).toBe(true);
        expect(calendar.isWorkingDay(runsOutOn)).toBe(true);
      }),
    );
  });

  it('runs out on the first day that is enough: a round that ends the working day before does not', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { runsOutOn, spokenForFen } = known(given);
        if (runsOutOn === null || spokenForFen >= given.budgetFen) return;
        const days = calendar.between(given.today, runsOutOn);
        const closesOn = calendar.add(given.today, days - 1);
        expect(known({ ...given, round: { ...given.round, closesOn } }).runsOutOn).toBeNull();
      }),
    );
  });

  it('a larger budget never runs out earlier', () => {
    fc.assert(
      fc.property(anyFacts, money, (given, more) => {
        const before = known(given).runsOutOn;
        const after = known({ ...given, budgetFen: fen(given.budgetFen + more) }).runsOutOn;
        if (before === null) expect(after).toBeNull();
        else if (after !== null) expect(after >= before).toBe(true);
      }),
    );
  });
});

describe('the warning', () => {
  it.each([
    [0n, 100n, 0],
    [79n, 100n, 0],
    [80n, 100n, 80],
    [94n, 100n, 80],
    [95n, 100n, 95],
    [100n, 100n, 95],
    [0n, 0n, 0],
    [7_999_999_999_999n, 10_000_000_000_000n, 0],
  ] as const)('%s of %s committed and promised: %s', (taken, budget, level) => {
    for (const part of [0n, taken / 2n, taken]) {
      const amounts = { committedFen: fen(part), promisedFen: fen(taken - part) };
      expect(warningLevel({ ...amounts, budgetFen: fen(budget) })).toBe(level);
    }
  });
});
