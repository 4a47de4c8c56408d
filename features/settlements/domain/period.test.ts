import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../lib/dates';
import { chosenSpan, periodPattern, periodsUpTo, spanOf } from './period';

describe('the days of a statement', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s is from %s to %s', (period, from, to) => {
    expect(spanOf(period)).toEqual({ from, to });
  });

  test.each([
    [{}, '2026-01-01', '2026-12-31'],
    [{ period: '2025-Q2' }, '2025-04-01', '2025-06-30'],
    [{ period: '2025-Q2', from: '2026-02-03' }, '2025-04-01', '2025-06-30'],
    [{ from: '2026-02-03' }, '2026-02-03', '2026-11-30'],
    [{ to: '2026-02-03' }, '2026-01-01', '2026-02-03'],
    [{ from: '2027-02-03' }, '2027-02-03', '2027-02-03'],
    [{ from: '2026-01-05', to: '2026-01-05' }, '2026-01-05', '2026-01-05'],
  ])('%j on 30 November 2026: from %s to %s', (choice, from, to) => {
    expect(chosenSpan(choice, '2026-11-30')).toEqual({ from, to });
  });

  test('are those of periods that fit the pattern, each once, and the first of each contains the day', () => {
    const anyDay = fc.nat({ max: 20_000 }).map((days) => addDays('2003-01-01', days));
    fc.assert(
      fc.property(anyDay, (on) => {
        const periods = periodsUpTo(on);
        for (const list of Object.values(periods)) {
          const [first = ''] = list;
          const { from, to } = spanOf(first);
          if (!(from <= on && on <= to) || new Set(list).size !== list.length) return false;
          if (!list.every((one) => periodPattern.test(one))) return false;
        }
        return true;
      }),
    );
  });
});
