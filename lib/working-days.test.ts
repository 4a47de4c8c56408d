import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  atClock,
  daysBetween,
  endOfDay,
  formatDate,
  formatDateTime,
  isIsoDate,
  shanghaiDate,
  startOfDay,
  yearOf,
} from './dates';
import { calendar } from './testing/calendar';
import { isWeekend, provisionalDaysOff, WorkingDays } from './working-days';

const days = fc.integer({ min: 0, max: 365 * 12 }).map((offset) => addDays('2024-01-02', offset));

describe('the working-day calendar', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked for the holiday'],
    ['2025-01-28', false, 'the Spring Festival begins'],
    ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
    ['2024-04-05', false, 'Qingming on a Friday'],
    ['2024-02-09', true, 'the eve of the Spring Festival of 2024, which was none'],
    ['2024-02-18', true, 'a Sunday worked for the Spring Festival'],
    ['2025-06-02', false, 'Dragon Boat on a Monday'],
    ['2025-10-06', false, 'Mid-Autumn in the National Day week'],
    ['2026-02-16', false, 'the eve of the Spring Festival'],
    ['2026-02-28', true, 'a Saturday worked for the Spring Festival'],
    ['2026-09-25', false, 'Mid-Autumn on a Friday'],
    ['2027-01-01', false, 'New Year, provisional'],
    ['2027-02-05', false, 'the eve of the Spring Festival, provisional'],
    ['2027-02-06', false, 'the Spring Festival, a Saturday'],
    ['2027-02-08', false, 'the third day of the Spring Festival, provisional'],
    ['2027-02-09', false, 'made up for its Saturday'],
    ['2027-02-10', false, 'made up for its Sunday'],
    ['2027-02-11', true, 'no bridge is known yet'],
    ['2027-06-09', false, 'Dragon Boat, provisional'],
    ['2027-10-01', false, 'National Day, provisional'],
    ['2028-02-29', true, 'a Tuesday that exists'],
    ['2150-10-01', false, 'National Day, where no festival is known'],
  ])('%s: %s, %s', (date, works) => {
    expect(calendar.isWorkingDay(date)).toBe(works);
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %i the %i working days that the law leaves', (year, count) => {
    expect(calendar.between(`${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });

  it('takes thirteen weekdays from every year that nobody has arranged', () => {
    for (let year = 2027; year <= 2100; year += 1) {
      const days = provisionalDaysOff(year);
      expect(new Set(days).size, String(year)).toBe(13);
      expect(days.filter(isWeekend), String(year)).toEqual([]);
    }
  });

  it('returns which years may still change', () => {
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2027-01-01')).toBe(true);
    // The first minute of the year in China is still in the old year in Greenwich.
    expect(calendar.isProvisional(atClock('2027-01-01', '00:00'))).toBe(true);
  });

  it('counts a year by its arrangement once there is one, and by the later of two', () => {
    const first = { year: 2027, daysOff: ['2027-02-11'], worked: ['2027-02-20'] };
    const amended = { ...first, daysOff: ['2027-02-12'] };
    const known = new WorkingDays([first, amended]);
    expect(known.isProvisional('2027-05-05')).toBe(false);
    expect(known.isWorkingDay('2027-02-12')).toBe(false);
    expect(known.isWorkingDay('2027-02-11')).toBe(true);
    expect(known.isWorkingDay('2027-02-20')).toBe(true);
    expect(known.isWorkingDay('2027-10-01')).toBe(true);
  });

  it('counts across a holiday and its worked week-end', () => {
    expect(calendar.add('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.add('2026-09-30', 3)).toBe('2026-10-10');
    expect(calendar.between('2026-09-30', '2026-10-12')).toBe(4);
  });

  it('runs a deadline to the very end of its last day in China', () => {
    const at = atClock('2026-11-23', '16:59');
    expect(calendar.deadline(at, 5)).toEqual(endOfDay('2026-11-30'));
    expect(calendar.deadline(atClock('2026-11-23', '00:00'), 5)).toEqual(endOfDay('2026-11-30'));
  });

  it('counts back what it counted on, and always lands on a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const later = calendar.add(date, n);
        expect(calendar.isWorkingDay(later)).toBe(true);
        expect(calendar.between(date, later)).toBe(n);
      }),
    );
  });

  it('counts the same both ways, and in parts as in one go', () => {
    fc.assert(
      fc.property(days, fc.nat(150), fc.nat(150), (from, near, far) => {
        const [middle, to] = [addDays(from, near), addDays(from, near + far)];
        expect(calendar.between(to, from) + calendar.between(from, to)).toBe(0);
        expect(calendar.between(from, middle) + calendar.between(middle, to)).toBe(
          calendar.between(from, to),
        );
      }),
    );
  });

  it('adds one after the other as all at once, and none as nothing', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (date, a, b) => {
          expect(calendar.add(calendar.add(date, a), b)).toBe(calendar.add(date, a + b));
          expect(calendar.add(date, 0)).toBe(date);
        },
      ),
    );
  });
});

describe('days in China', () => {
  it('changes the day at midnight in China, not in Greenwich', () => {
    expect(shanghaiDate(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(shanghaiDate(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(startOfDay('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-23', 12, '2027-11-23'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-1-1', false],
  ])('%s is a date: %s', (text, valid) => {
    expect(isIsoDate(text)).toBe(valid);
  });

  it.each([
    ['2026-11-23', 'zh-CN', '2026-11-23'],
    ['2026-11-23', 'en', '23 Nov 2026'],
    ['2026-01-05', 'en', '5 Jan 2026'],
  ] as const)('shows %s in %s as %s', (date, locale, text) => {
    expect(formatDate(date, locale)).toBe(text);
  });

  it('shows an instant on the clock of China', () => {
    const at = new Date('2026-11-22T16:05:00Z');
    expect(formatDateTime(at, 'zh-CN')).toBe('2026-11-23 00:05');
    expect(formatDateTime(at, 'en')).toBe('23 Nov 2026, 00:05');
    expect(atClock('2026-11-23', '00:05')).toEqual(at);
  });

  it('puts every instant into the day that it falls in', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399_999 }), (date, ms) => {
        const at = new Date(startOfDay(date).getTime() + ms);
        expect(shanghaiDate(at)).toBe(date);
        expect(at <= endOfDay(date)).toBe(true);
        expect(yearOf(date)).toBe(Number(date.slice(0, 4)));
      }),
    );
  });

  it('adds months so that the day of the month never grows', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -24, max: 24 }), (date, months) => {
        const later = addMonths(date, months);
        expect(isIsoDate(later)).toBe(true);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthOf(later) - monthOf(date)).toBe(months);
      }),
    );
  });

  it('counts calendar days both ways', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });
});
