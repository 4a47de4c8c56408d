import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  atClock,
  daysBetween,
  endOfDay,
  isIsoDate,
  shanghaiDate,
  startOfDay,
} from './dates';
import { addWorkingDays, deadline, isWorkingDay, workingDaysBetween } from './working-days';

const days = fc
  .integer({ min: 0, max: 365 * 3 - 1 })
  .map((offset) => addDays('2024-01-02', offset));

describe('the working-day calendar', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked for the holiday'],
    ['2025-01-28', false, 'the Spring Festival begins'],
    ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
    ['2024-04-05', false, 'Qingming on a Friday'],
  ])('%s: %s, %s', (date, works) => {
    expect(isWorkingDay(date)).toBe(works);
  });

  it('counts across a holiday and its worked week-end', () => {
    expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(workingDaysBetween('2026-09-30', '2026-10-12')).toBe(4);
  });

  it('runs a deadline to the very end of its last day in China', () => {
    const at = atClock('2026-11-23', '16:59');
    expect(deadline(at, 5)).toEqual(endOfDay('2026-11-30'));
    expect(deadline(atClock('2026-11-23', '00:00'), 5)).toEqual(endOfDay('2026-11-30'));
  });

  it('counts back what it counted on, and always lands on a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const later = addWorkingDays(date, n);
        expect(isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(date, later)).toBe(n);
      }),
    );
  });

  it('says so rather than guess beyond the years it knows', () => {
    expect(() => isWorkingDay('2028-01-04')).toThrow(RangeError);
    expect(() => isWorkingDay('2023-12-29')).toThrow(RangeError);
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

  it('counts calendar days both ways', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });
});
