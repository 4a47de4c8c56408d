import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, shanghaiDate, startOfDay } from '../../../lib/dates';
import { isOver, lastDayOf, pausedDays, pauseEnd } from './days';

const pause = { fromOn: '2027-03-10', endedOn: '2027-03-19' };
const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-12-01', n));

describe('the days that a voucher gets for a pause', () => {
  it.each([
    ['issued before it', '2027-01-01', 10],
    ['issued on its first day', '2027-03-10', 10],
    ['issued in it', '2027-03-15', 5],
    ['issued on its last day', '2027-03-19', 1],
    ['issued on the day after it', '2027-03-20', 0],
    ['issued long after it', '2028-01-01', 0],
  ])('%s', (_, issuedOn, days) => {
    expect(pausedDays(pause, issuedOn)).toBe(days);
  });

  it('are as many as the days on which it could have been used, counted one by one', () => {
    fc.assert(
      fc.property(day, fc.nat(200), day, (fromOn, length, issuedOn) => {
        const endedOn = addDays(fromOn, length);
        let counted = 0;
        for (let on = fromOn; on <= endedOn; on = addDays(on, 1)) if (on >= issuedOn) counted += 1;
        expect(pausedDays({ fromOn, endedOn }, issuedOn)).toBe(counted);
      }),
    );
  });

  it('leave as much time after a pause as there was left when it began', () => {
    fc.assert(
      fc.property(day, fc.nat(200), fc.nat(300), (fromOn, length, left) => {
        const endedOn = addDays(fromOn, length);
        const validTo = endOfDay(addDays(fromOn, left));
        const days = pausedDays({ fromOn, endedOn }, fromOn);
        const after = endOfDay(addDays(shanghaiDate(validTo), days));
        expect(after.getTime() - pauseEnd(endedOn).getTime()).toBe(
          validTo.getTime() - startOfDay(fromOn).getTime(),
        );
      }),
    );
  });
});

describe('the last day of a pause that is ended today', () => {
  it.each([
    ['before its first day: none', null, '2027-03-09', undefined],
    ['on its first day', null, '2027-03-10', '2027-03-10'],
    ['later', null, '2027-04-01', '2027-04-01'],
    ['before its stated last day', '2027-04-30', '2027-04-01', '2027-04-01'],
    ['after its stated last day', '2027-03-20', '2027-04-01', '2027-03-20'],
  ])('%s', (_, untilOn, today, last) => {
    expect(lastDayOf({ fromOn: '2027-03-10', untilOn }, today)).toBe(last);
  });
});

describe('whether a voucher is past its last day', () => {
  const now = startOfDay('2027-03-15');
  const begun = startOfDay('2027-03-10');
  it.each([
    ['valid, not paused', endOfDay('2027-03-15'), null, false],
    ['over, not paused', endOfDay('2027-03-14'), null, true],
    ['over, but paused before that', endOfDay('2027-03-14'), begun, false],
    ['over before the pause began', endOfDay('2027-03-09'), begun, true],
    ['over, and the pause has yet to begin', endOfDay('2027-03-14'), endOfDay('2027-03-20'), true],
  ])('%s', (_, validTo, pausedFrom, over) => {
    expect(isOver({ validTo, pausedFrom }, now)).toBe(over);
  });
});
