import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atClock, daysBetween, endOfDay } from '@/lib/dates';
import { announced, calendar } from '@/lib/testing/calendar';
import { provisionalDaysOff, WorkingDays, type Arrangement } from '@/lib/working-days';
import { checkArrangement, lawfulWorkingDays, workingDaysOf } from './check';
import { readLines, spans, writeLines } from './lines';
import { movedDeadline } from './moved';

const of2026 = announced.find(({ year }) => year === 2026);
if (!of2026) throw new Error('2026 is announced.');

/** A realistic arrangement: the Spring Festival of 2027 with a bridge day, and two Saturdays worked. */
const of2027: Arrangement = {
  year: 2027,
  daysOff: [
    ...provisionalDaysOff(2027),
    ...['2027-02-06', '2027-02-07', '2027-02-11', '2027-02-12', '2027-05-01', '2027-05-02'],
    ...['2027-10-02', '2027-10-03'],
  ].sort(),
  worked: ['2027-02-20', '2027-02-27'],
};

describe('an arrangement in lines', () => {
  it('is read however people write it', () => {
    const text = [
      '\ufeff放假 2026-01-01 2026-01-03',
      '放假,2026/2/15,2026-2-23',
      '',
      '放假：2026年4月4日至2026年4月6日',
      'off 2026-05-01 2026-05-05',
      '休　２０２６-06-19～2026-06-21',
      '放假;2026.9.25;2026.9.27',
      'OFF, 2026-10-01, 2026-10-07',
      '上班 2026-01-04',
      'work 2026-02-14',
      '班 2026-02-28',
      '上班 2026-05-09\r\n上班 2026-09-20\r\n上班 2026-10-10',
    ].join('\n');
    expect(readLines(2026, text)).toEqual({ ok: true, value: of2026 });
  });

  it.each([
    ['放假 2026-10-01\n加班 2026-10-10', 'line_kind', 2],
    ['2026-10-01 2026-10-07', 'line_kind', 1],
    ['放假 2026-13-01', 'line_date', 1],
    ['放假', 'line_date', 1],
    ['放假 10月1日', 'line_date', 1],
    ['放假 2026-10-07 2026-10-01', 'line_order', 1],
    ['\n\n放假 2026-10-01 2026-11-01', 'line_long', 3],
    ['放假 2026-10-01 2026-10-02 2026-10-03', 'line_parts', 1],
  ])('%j is refused: %s in line %i', (text, code, line) => {
    expect(readLines(2026, text)).toMatchObject({ ok: false, code, values: { line } });
  });

  it('is refused where it has no day off, or more lines than any has', () => {
    expect(readLines(2026, ' \n')).toMatchObject({ ok: false, code: 'lines_none' });
    expect(readLines(2026, '放假 2026-10-01\n'.repeat(101))).toMatchObject({ code: 'lines_many' });
  });

  it('is written so that it reads back as the same', () => {
    const someDays = fc
      .uniqueArray(fc.nat(364), { minLength: 1, maxLength: 30 })
      .map((offsets) => offsets.map((at) => addDays('2027-01-01', at)).sort());
    fc.assert(
      fc.property(someDays, someDays, (daysOff, worked) => {
        fc.pre(spans(daysOff).every(([first, last]) => daysBetween(first, last) < 31));
        expect(readLines(2027, writeLines({ daysOff, worked }))).toEqual({
          ok: true,
          value: { year: 2027, daysOff, worked },
        });
      }),
    );
  });
});

describe('an arrangement', () => {
  it('that was announced passes, with as many working days as the law leaves', () => {
    // Since 2025 the law has two days more than before.
    for (const one of announced.filter(({ year }) => year >= 2025)) {
      expect(checkArrangement(one)).toEqual({ ok: true });
      expect(workingDaysOf(one.year, announced)).toBe(lawfulWorkingDays(one.year));
    }
    expect(checkArrangement(of2027)).toEqual({ ok: true });
    expect(workingDaysOf(2027, [of2027])).toBe(lawfulWorkingDays(2027));
  });

  it.each([
    ['day_outside', { daysOff: [...of2027.daysOff, '2028-01-01'] }, '2028-01-01'],
    ['day_outside', { worked: ['2026-12-13'] }, '2026-12-13'],
    ['worked_weekday', { worked: ['2027-02-22'] }, '2027-02-22'],
    ['day_both', { worked: ['2027-05-01'] }, '2027-05-01'],
    [
      'statutory_worked',
      { daysOff: of2027.daysOff.filter((day) => day !== '2027-10-02'), worked: ['2027-10-02'] },
      '2027-10-02',
    ],
    [
      'statutory_missing',
      { daysOff: of2027.daysOff.filter((day) => day !== '2027-09-15') },
      '2027-09-15',
    ],
  ])('is refused with %s', (code, changes, day) => {
    expect(checkArrangement({ ...of2027, ...changes })).toMatchObject({
      ok: false,
      code,
      values: { day },
    });
  });

  it('may join New Year to the weekend before it', () => {
    const bridged = {
      ...of2027,
      daysOff: ['2026-12-31', ...of2027.daysOff],
      worked: ['2026-12-27'],
    };
    expect(checkArrangement(bridged)).toEqual({ ok: true });
  });
});

describe('an open deadline when a year is announced', () => {
  const after = new WorkingDays([...announced, of2027]);
  const now = atClock('2026-12-28', '10:00');
  const clocks = { now, before: calendar, after };
  const dueAt = calendar.deadline(atClock('2027-02-01', '10:00'), 8);

  it('moves later for the applicant, by the days that turned out to be off', () => {
    expect(dueAt).toEqual(endOfDay('2027-02-17'));
    expect(movedDeadline(dueAt, 'applicant', clocks)).toEqual(endOfDay('2027-02-19'));
  });

  it('never moves later for the city', () => {
    expect(movedDeadline(dueAt, 'city', clocks)).toBeUndefined();
  });

  it('moves earlier for the city, by the days that turned out to be worked, and not for the applicant', () => {
    const later = calendar.deadline(atClock('2027-02-15', '10:00'), 15);
    const shorter = new WorkingDays([
      ...announced,
      { ...of2027, daysOff: provisionalDaysOff(2027), worked: ['2027-02-20', '2027-02-27'] },
    ]);
    const clock = { now: atClock('2027-02-15', '10:00'), before: calendar, after: shorter };
    expect(later).toEqual(endOfDay('2027-03-08'));
    expect(movedDeadline(later, 'city', clock)).toEqual(endOfDay('2027-03-04'));
    expect(movedDeadline(later, 'applicant', clock)).toBeUndefined();
  });

  it('stays when it is over or ends today, and when nothing of the year lies before it', () => {
    for (const date of ['2026-12-25', '2026-12-28', '2026-12-31']) {
      expect(movedDeadline(endOfDay(date), 'applicant', clocks)).toBeUndefined();
      expect(movedDeadline(endOfDay(date), 'city', clocks)).toBeUndefined();
    }
  });

  it('never moves against the applicant, whatever is announced', () => {
    const someDays = fc.uniqueArray(
      fc.nat(364).map((at) => addDays('2027-01-01', at)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(someDays, someDays, fc.integer({ min: 1, max: 90 }), (daysOff, worked, days) => {
        const known = new WorkingDays([...announced, { year: 2027, daysOff, worked }]);
        const due = calendar.deadline(now, days);
        const clock = { now, before: calendar, after: known };
        const mine = movedDeadline(due, 'applicant', clock);
        const theirs = movedDeadline(due, 'city', clock);
        if (mine) expect(mine > due).toBe(true);
        if (theirs) expect(theirs < due && theirs > now).toBe(true);
        expect(mine && theirs).toBeUndefined();
      }),
    );
  });
});
