import { describe, expect, it } from 'vitest';
import { addDays, atClock, endOfDay } from '@/lib/dates';
import { roles } from '@/lib/roles';
import { calendar } from '@/lib/testing/calendar';
import { wishesInput } from '../centre/input';
import { kinds } from '../kinds';
import { categoriesOf } from './categories';
import { digestDue } from './digest';
import { schedule, windowsDue, type Stage } from './reminders';
import { judgeFault, maxAttempts, retryMinutes } from './retry';

/** Returns the stage that a deadline is in now, or undefined. */
const stageDue = (deadline: Date, now: Date, stages: readonly Stage[]): string | undefined =>
  windowsDue(now, calendar, stages).find(
    ({ after, until }) => after < deadline && deadline <= until,
  )?.stage;

describe('reminders', () => {
  const noon = (date: string) => atClock(date, '12:00');
  const cases: readonly [
    what: string,
    stages: readonly Stage[],
    now: Date,
    deadline: Date,
    due: string | undefined,
  ][] = [
    [
      'eight days ahead: not yet',
      schedule.draft_closing,
      noon('2026-06-01'),
      noon('2026-06-09'),
      undefined,
    ],
    ['seven days ahead', schedule.draft_closing, noon('2026-06-01'), noon('2026-06-08'), '7d'],
    [
      'two days ahead: still the first',
      schedule.draft_closing,
      noon('2026-06-01'),
      noon('2026-06-03'),
      '7d',
    ],
    [
      'the day before: the second alone',
      schedule.draft_closing,
      noon('2026-06-01'),
      noon('2026-06-02'),
      '1d',
    ],
    [
      'on the day, before the hour',
      schedule.draft_closing,
      noon('2026-06-01'),
      atClock('2026-06-01', '17:00'),
      '1d',
    ],
    [
      'on the day, after the hour',
      schedule.draft_closing,
      noon('2026-06-01'),
      atClock('2026-06-01', '11:00'),
      undefined,
    ],
    [
      'before half past eight it is yesterday',
      schedule.draft_closing,
      atClock('2026-06-01', '08:29'),
      noon('2026-06-08'),
      undefined,
    ],
    [
      'from half past eight it is today',
      schedule.draft_closing,
      atClock('2026-06-01', '08:30'),
      noon('2026-06-08'),
      '7d',
    ],
    // The National Day holiday of 2026 is 1 to 7 October; 10 October is a working day.
    [
      'one working day before the holiday ends',
      schedule.correction_closing,
      noon('2026-09-30'),
      endOfDay('2026-10-08'),
      '1wd',
    ],
    [
      'two working days ahead, over the holiday',
      schedule.correction_closing,
      noon('2026-09-29'),
      endOfDay('2026-10-08'),
      '3wd',
    ],
    [
      'a Saturday that is worked counts',
      schedule.correction_closing,
      noon('2026-10-08'),
      endOfDay('2026-10-12'),
      '3wd',
    ],
    [
      'four working days ahead: not yet',
      schedule.correction_closing,
      noon('2026-10-07'),
      endOfDay('2026-10-13'),
      undefined,
    ],
    [
      'a deadline on a Sunday is notified on Friday',
      schedule.correction_closing,
      noon('2026-06-05'),
      endOfDay('2026-06-07'),
      '1wd',
    ],
    [
      'a service deadline in two working days',
      schedule.case_due,
      noon('2026-06-04'),
      endOfDay('2026-06-08'),
      '2wd',
    ],
    [
      'a service deadline that passed yesterday',
      schedule.case_overdue,
      noon('2026-06-09'),
      endOfDay('2026-06-08'),
      '+1wd',
    ],
    [
      'one that passed on Friday, on Sunday',
      schedule.case_overdue,
      noon('2026-06-07'),
      endOfDay('2026-06-05'),
      undefined,
    ],
    [
      'one that passed on Friday, on Monday',
      schedule.case_overdue,
      noon('2026-06-08'),
      endOfDay('2026-06-05'),
      '+1wd',
    ],
    [
      'one that passed long ago is no news',
      schedule.case_overdue,
      noon('2026-06-08'),
      endOfDay('2026-04-01'),
      undefined,
    ],
    [
      'a claim of three working days',
      schedule.redemption_waiting,
      noon('2026-06-04'),
      noon('2026-06-01'),
      '+3wd',
    ],
    [
      'a claim of two working days',
      schedule.redemption_waiting,
      noon('2026-06-03'),
      noon('2026-06-01'),
      undefined,
    ],
    [
      'a claim of seven working days',
      schedule.redemption_waiting,
      noon('2026-06-10'),
      noon('2026-06-01'),
      '+7wd',
    ],
    [
      'a voucher in thirty days',
      schedule.voucher_expiring,
      noon('2026-06-01'),
      endOfDay('2026-07-01'),
      '30d',
    ],
    [
      'a voucher in thirty-one',
      schedule.voucher_expiring,
      noon('2026-06-01'),
      endOfDay('2026-07-02'),
      undefined,
    ],
  ];

  it.each(cases)('%s', (_what, stages, now, deadline, due) => {
    expect(stageDue(deadline, now, stages)).toBe(due);
  });

  it('leave no gap and never overlap: a deadline is in one stage, until it passes', () => {
    for (const stages of Object.values(schedule)) {
      for (let day = '2026-01-01'; day < '2026-12-01'; day = addDays(day, 1)) {
        const windows = windowsDue(noon(day), calendar, stages);
        for (const [at, window] of windows.entries()) {
          expect(window.after.getTime()).toBeLessThanOrEqual(window.until.getTime());
          const before = windows[at - 1];
          if (!before) continue;
          expect(window.after.getTime()).toBeGreaterThanOrEqual(before.until.getTime());
          // A gap is allowed only where the stages before the deadline end and those after it begin.
          if (window.after > before.until) expect(window.after).toEqual(noon(day));
        }
      }
    }
  });

  it('reach every deadline once per stage, on working days and days off', () => {
    for (const [name, stages] of Object.entries(schedule)) {
      const seen: string[] = [];
      for (let day = '2026-08-01'; day < '2026-12-30'; day = addDays(day, 1)) {
        const stage = stageDue(endOfDay('2026-10-09'), noon(day), stages);
        if (stage && seen.at(-1) !== stage) seen.push(stage);
      }
      const inTime = [...stages].sort((a, b) =>
        a.side === b.side ? (a.side === 'before' ? b.days - a.days : a.days - b.days) : 0,
      );
      expect(seen, name).toEqual(inTime.map(({ id }) => id));
    }
  });
});

describe('the digest', () => {
  it.each([
    ['2026-06-01', '08:29', undefined],
    ['2026-06-01', '08:30', '2026-06-01'],
    ['2026-06-01', '23:59', '2026-06-01'],
    ['2026-06-06', '10:00', undefined],
    ['2026-10-05', '10:00', undefined],
    ['2026-10-10', '10:00', '2026-10-10'],
  ])('on %s at %s', (date, time, day) => {
    expect(digestDue(atClock(date, time), calendar)?.day).toBe(day);
  });
});

describe('a mail that failed', () => {
  it('is tried again after longer and longer waits, for about three days', () => {
    const waits = Array.from({ length: maxAttempts - 1 }, (_, at) => retryMinutes(at + 1));
    expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(360);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60;
    expect(hours).toBeGreaterThan(60);
    expect(hours).toBeLessThan(84);
  });

  it.each([
    [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
    [{ code: 'EMESSAGE', responseCode: 554 }, 'refused'],
    [{ code: 'EENVELOPE', responseCode: 451 }, 'later'],
    [{ code: 'EAUTH', responseCode: 535 }, 'unreachable'],
    [{ code: 'ECONNECTION' }, 'unreachable'],
    [{ code: 'ETIMEDOUT' }, 'unreachable'],
    [{}, 'unreachable'],
  ] as const)('%j is judged %s', (fault, verdict) => {
    expect(judgeFault(fault)).toBe(verdict);
  });
});

it('offers each role only the categories that it can receive', () => {
  expect(categoriesOf(['owner'])).toEqual(['applications', 'vouchers', 'redemptions', 'account']);
  expect(categoriesOf(['vendor_finance'])).toEqual(['vouchers', 'redemptions', 'account']);
  expect(categoriesOf(['reviewer'])).toEqual(['reviews', 'redemptions', 'programmes', 'account']);
  expect(categoriesOf(['owner', 'approver'])).toHaveLength(6);
  expect(categoriesOf(['platform_admin'])).toEqual([]);
});

it('offers a choice about every mail that can be turned off, and accepts it', () => {
  const offered = new Set(categoriesOf(roles));
  for (const [name, { category, mandatory }] of Object.entries(kinds)) {
    expect(mandatory ?? offered.has(category), name).toBe(true);
  }
  expect(Object.keys(wishesInput.shape).sort()).toEqual([...offered].sort());
});
