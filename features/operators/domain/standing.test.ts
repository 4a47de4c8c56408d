import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/dates';
import { latestLastDay, overlap, standingOf } from './standing';

const term = { firstOn: '2026-07-01', lastOn: '2027-06-30' } as const;

describe('how a mandate stands', () => {
  it.each([
    ['2026-06-30', 'coming'],
    ['2026-07-01', 'in_force'],
    ['2027-06-30', 'in_force'],
    ['2027-07-01', 'over'],
  ] as const)('on %s is %s', (today, standing) => {
    expect(standingOf({ state: 'confirmed', ...term }, today)).toBe(standing);
  });

  it('is its state on every day while it is not confirmed or after it was ended', () => {
    for (const state of ['proposed', 'declined', 'ended'] as const) {
      expect(standingOf({ state, ...term }, '2026-08-01')).toBe(state);
    }
  });
});

it('ends at the latest on the day before the same day three years later', () => {
  expect(latestLastDay('2026-07-01')).toBe('2029-06-30');
  expect(latestLastDay('2028-02-29')).toBe('2031-02-27');
});

it('overlaps another one exactly where both are in force on one day', () => {
  const days = Array.from({ length: 12 }, (_, at) => addDays('2026-06-28', at));
  const anyTerm = fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
    .map(([a, b]) => (a <= b ? { firstOn: a, lastOn: b } : { firstOn: b, lastOn: a }));
  fc.assert(
    fc.property(anyTerm, anyTerm, (one, other) => {
      const both = days.some((day) =>
        [one, other].every(
          (each) => standingOf({ state: 'confirmed', ...each }, day) === 'in_force',
        ),
      );
      expect(overlap(one, other)).toBe(both);
    }),
  );
});
