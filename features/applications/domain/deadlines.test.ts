import { describe, expect, it } from 'vitest';
import { atClock, endOfDay } from '../../../lib/dates';
import { calendar } from '../../../lib/testing/calendar';
import { resumedDeadline } from './deadlines';

describe('the service clock after a pause', () => {
  // Ten working days from Monday 23 November 2026.
  const dueAt = endOfDay('2026-12-07');

  it('has as many working days left as before the pause', () => {
    const pausedAt = atClock('2026-11-25', '10:00');
    const resumed = resumedDeadline(calendar, {
      dueAt,
      pausedAt,
      now: atClock('2026-12-09', '18:00'),
    });
    expect(resumed).toEqual(endOfDay('2026-12-21'));
  });

  it('does not lose days to a weekend or a holiday in between', () => {
    const pausedAt = atClock('2026-12-04', '10:00');
    const resumed = resumedDeadline(calendar, {
      dueAt,
      pausedAt,
      now: atClock('2026-12-31', '10:00'),
    });
    // 1 January is a holiday, the 2nd and 3rd a weekend: one working day later is Monday.
    expect(resumed).toEqual(endOfDay('2027-01-04'));
  });

  it('ends on the day of the answer when none were left', () => {
    const pausedAt = atClock('2026-12-07', '16:00');
    const resumed = resumedDeadline(calendar, {
      dueAt,
      pausedAt,
      now: atClock('2026-12-10', '09:00'),
    });
    expect(resumed).toEqual(endOfDay('2026-12-10'));
  });

  it('stays in the past when it had passed before the pause', () => {
    const pausedAt = atClock('2026-12-08', '09:00');
    expect(
      resumedDeadline(calendar, { dueAt, pausedAt, now: atClock('2026-12-10', '09:00') }),
    ).toEqual(dueAt);
  });
});
