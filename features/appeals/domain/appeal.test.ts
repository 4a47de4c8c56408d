import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../lib/testing/calendar';
import { shanghaiDate } from '../../../lib/dates';
import { appealBar, mayDecideAppeal } from './appeal';

describe('whether a refusal may be appealed against', () => {
  const appealBy = new Date('2026-06-15T15:59:59.999Z');
  it.each([
    ['rejected', appealBy, '2026-06-01T00:00:00Z', undefined],
    ['rejected', appealBy, '2026-06-15T15:59:59.999Z', undefined],
    ['rejected', appealBy, '2026-06-15T16:00:00.000Z', 'appeal_late'],
    ['rejected', appealBy, '2026-06-15T16:00:00.999Z', 'appeal_late'],
    ['rejected', null, '2026-06-01T00:00:00Z', 'appeal_none'],
    ['appealed', appealBy, '2026-06-01T00:00:00Z', 'appeal_filed'],
    ['submitted', appealBy, '2026-06-01T00:00:00Z', 'appeal_none'],
    ['withdrawn', null, '2026-06-01T00:00:00Z', 'appeal_none'],
  ] as const)('%s, until %s, at %s: %s', (state, by, now, bar) => {
    expect(appealBar({ state, appealBy: by }, new Date(now))).toBe(bar);
  });

  it('always leaves as many working days as the rules give, to the end of the last', () => {
    const instants = fc.date({
      min: new Date('2024-02-01T00:00:00Z'),
      max: new Date('2027-06-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (refusedAt, days) => {
        const by = calendar.deadline(refusedAt, days);
        expect(calendar.between(shanghaiDate(refusedAt), shanghaiDate(by))).toBe(days);
        const at = (milliseconds: number) => new Date(by.getTime() + milliseconds);
        expect(appealBar({ state: 'rejected', appealBy: by }, at(0))).toBeUndefined();
        expect(appealBar({ state: 'rejected', appealBy: by }, at(1))).toBe('appeal_late');
      }),
    );
  });
});

describe('who decides on an appeal', () => {
  it('is an official who has not decided before', () => {
    expect(mayDecideAppeal(['a', null, 'b'], 'b')).toBe(false);
    expect(mayDecideAppeal(['a', null, 'b'], 'c')).toBe(true);
    expect(mayDecideAppeal([], 'c')).toBe(true);
  });
});
