import { describe, expect, it, test } from 'vitest';
import { atClock, endOfDay } from '../../../lib/dates';
import { calendar } from '../../../lib/testing/calendar';
import { beginStage, stageClock } from './review-stages';

const titled = (name: string, workingDays: number) => ({
  title: { 'zh-CN': name, en: name },
  workingDays,
});
const service = { stages: [titled('first', 3), titled('second', 1)] };
const monday = atClock('2026-11-23', '14:00');

test.each([
  ['the first', 0, { stage: 0, stageDueAt: endOfDay('2026-11-26') }],
  ['the second', 1, { stage: 1, stageDueAt: endOfDay('2026-11-24') }],
  ['after the last', 2, { stage: null, stageDueAt: null }],
])('a stage has its own working days: %s', (_, number, kept) => {
  expect(beginStage(service, number, monday, calendar)).toEqual(kept);
});

test('rules without stages open none', () => {
  expect(beginStage({}, 0, monday, calendar)).toEqual({ stage: null, stageDueAt: null });
});

describe('the clock of a stage', () => {
  const open = { stage: 0, stageDueAt: endOfDay('2026-11-26'), pausedAt: null };

  it('runs while the case is accepted, and waits while the applicant has it', () => {
    expect(stageClock({ ...open, state: 'accepted' }, monday, calendar)).toMatchObject({
      kind: 'running',
      daysLeft: 3,
    });
    const paused = { ...open, state: 'returned' as const, pausedAt: monday };
    const later = atClock('2026-12-01', '09:00');
    expect(stageClock(paused, later, calendar)).toMatchObject({ kind: 'paused', daysLeft: 3 });
  });

  it('is that of no other state, and of no case without an open stage', () => {
    expect(stageClock({ ...open, state: 'submitted' }, monday, calendar)).toBeUndefined();
    const none = { stage: null, stageDueAt: null, pausedAt: null, state: 'accepted' as const };
    expect(stageClock(none, monday, calendar)).toBeUndefined();
  });
});
