import { describe, expect, it } from 'vitest';
import { atClock, endOfDay } from '../../../lib/dates';
import { calendar } from '../../../lib/testing/calendar';
import { serviceClock, soonLimit } from './service-clock';

const dueAt = endOfDay('2026-11-27');

describe('the service clock', () => {
  it('counts working days up to the due day', () => {
    const monday = atClock('2026-11-23', '14:00');
    expect(serviceClock({ state: 'submitted', dueAt, pausedAt: null }, monday, calendar)).toEqual({
      kind: 'running',
      dueAt,
      daysLeft: 4,
      overdue: false,
      provisional: false,
    });
  });

  it('leaves none on the last day, and is not late before its end', () => {
    const evening = atClock('2026-11-27', '23:59');
    const clock = serviceClock({ state: 'first_passed', dueAt, pausedAt: null }, evening, calendar);
    expect(clock).toMatchObject({ daysLeft: 0, overdue: false });
  });

  it('is late from the next morning on, and a Saturday adds no working day', () => {
    const saturday = atClock('2026-11-28', '09:00');
    const late = serviceClock({ state: 'accepted', dueAt, pausedAt: null }, saturday, calendar);
    expect(late).toMatchObject({ kind: 'running', overdue: true, daysLeft: 0 });
    const monday = serviceClock(
      { state: 'accepted', dueAt, pausedAt: null },
      atClock('2026-11-30', '09:00'),
      calendar,
    );
    expect(monday).toMatchObject({ overdue: true, daysLeft: -1 });
  });

  it('pauses with its remaining days while the applicant corrects', () => {
    const pausedAt = atClock('2026-11-24', '10:00');
    const muchLater = atClock('2026-12-15', '10:00');
    expect(serviceClock({ state: 'returned', dueAt, pausedAt }, muchLater, calendar)).toEqual({
      kind: 'paused',
      since: pausedAt,
      daysLeft: 3,
      overdue: false,
    });
  });

  it('is provisional if the due day is in a year whose holidays are not known', () => {
    const into = endOfDay('2027-01-08');
    const clock = serviceClock(
      { state: 'submitted', dueAt: into, pausedAt: null },
      atClock('2026-12-28', '10:00'),
      calendar,
    );
    expect(clock).toMatchObject({ provisional: true, daysLeft: 8 });
  });

  it('stops once the review is decided', () => {
    for (const state of ['final_passed', 'publicised', 'rejected', 'issued'] as const) {
      const clock = serviceClock(
        { state, dueAt, pausedAt: null },
        atClock('2027-01-05', '10:00'),
        calendar,
      );
      expect(clock).toEqual({ kind: 'stopped' });
    }
  });

  it('counts two working days as soon, also across a weekend', () => {
    expect(soonLimit(atClock('2026-11-27', '10:00'), calendar)).toEqual(endOfDay('2026-12-01'));
  });
});
