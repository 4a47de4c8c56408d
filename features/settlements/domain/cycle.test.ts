import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../lib/dates';
import { settleableOn, type Cycle } from './cycle';

const cycles: readonly Cycle[] = ['monthly', 'quarterly', 'yearly', 'batch'];
const anyCycle = fc.constantFrom(...cycles);
const anyDay = fc.nat({ max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('what a cycle lets be settled', () => {
  test.each([
    ['monthly', '2026-11-30', '2026-10-31', '2026-12-01'],
    ['monthly', '2026-12-01', '2026-11-30', '2027-01-01'],
    ['monthly', '2028-03-31', '2028-02-29', '2028-04-01'],
    ['monthly', '2027-01-01', '2026-12-31', '2027-02-01'],
    ['quarterly', '2026-03-31', '2025-12-31', '2026-04-01'],
    ['quarterly', '2026-04-01', '2026-03-31', '2026-07-01'],
    ['quarterly', '2026-08-15', '2026-06-30', '2026-10-01'],
    ['quarterly', '2026-12-31', '2026-09-30', '2027-01-01'],
    ['yearly', '2026-01-01', '2025-12-31', '2027-01-01'],
    ['yearly', '2026-12-31', '2025-12-31', '2027-01-01'],
    ['batch', '2026-11-30', '2026-11-30', null],
  ] as const)('%s, on %s: through %s, next on %s', (cycle, on, through, nextOn) => {
    expect(settleableOn(cycle, on)).toEqual({ through, nextOn });
  });

  test('ends before the day itself, and the next batch is later', () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (cycle, on) => {
        const { through, nextOn } = settleableOn(cycle, on);
        if (nextOn === null) return through === on;
        return through < on && on < nextOn && daysBetween(through, nextOn) <= 367;
      }),
    );
  });

  test('never leaves a day out: on the day of the next batch everything before it may be settled', () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (cycle, on) => {
        const { nextOn } = settleableOn(cycle, on);
        return nextOn === null || settleableOn(cycle, nextOn).through === addDays(nextOn, -1);
      }),
    );
  });

  test('never goes back: a later day lets at least as much be settled', () => {
    fc.assert(
      fc.property(anyCycle, anyDay, fc.nat({ max: 500 }), (cycle, on, days) => {
        const later = settleableOn(cycle, addDays(on, days));
        return later.through >= settleableOn(cycle, on).through;
      }),
    );
  });
});
