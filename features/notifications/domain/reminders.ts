import { addDays, atClock, endOfDay, shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/**
 * When a reminder is sent: a number of days or working days before or after a deadline. The id of a stage is stored with
 * each reminder, so its meaning must not change.
 */
export type Stage = {
  id: string;
  side: 'before' | 'after';
  days: number;
  working?: true;
};

/** Deadlines after `after`, up to and including `until`, are in this stage now. */
export type Window = {
  stage: string;
  after: Date;
  until: Date;
  /** Days before the deadline. If something began later than that, its first notification was enough. */
  lead: number;
};

/** A day's reminders begin at this hour, also on days off. Until then the stages of the day before apply. */
const morning = '08:30';

/** How many days after its moment a reminder of something overdue is still useful. */
const staleDays = 30;

/** Returns the latest day whose `days`-th working day after it is not later than `date`. */
function workingDaysBack(calendar: WorkingDays, date: IsoDate, days: number): IsoDate {
  let at = date;
  while (calendar.add(at, days) > date) at = addDays(at, -1);
  return at;
}

function lastDay(calendar: WorkingDays, today: IsoDate, stage: Stage): IsoDate {
  const { side, days, working } = stage;
  if (side === 'before') return working ? calendar.add(today, days) : addDays(today, days);
  return working ? workingDaysBack(calendar, today, days) : addDays(today, -days);
}

/**
 * Returns which deadlines are in which stage now, the most urgent first. A deadline is in at most one stage: if the reminder
 * at seven days was not sent, only the one at one day is.
 */
export function windowsDue(now: Date, calendar: WorkingDays, stages: readonly Stage[]): Window[] {
  const date = shanghaiDate(now);
  const today = now >= atClock(date, morning) ? date : addDays(date, -1);
  const ends = stages
    .map((stage) => ({ stage, until: endOfDay(lastDay(calendar, today, stage)) }))
    .sort((a, b) => a.until.getTime() - b.until.getTime());
  return ends.map(({ stage, until }, at) => {
    const before = ends[at - 1]?.until;
    const first =
      stage.side === 'before' ? now : endOfDay(addDays(shanghaiDate(until), -staleDays));
    const after = before && (stage.side === 'after' || before > now) ? before : first;
    return { stage: stage.id, after, until, lead: stage.side === 'before' ? stage.days : 0 };
  });
}

const before = (days: number): Stage => ({ id: `${days}d`, side: 'before', days });
const workingBefore = (days: number): Stage => ({
  id: `${days}wd`,
  side: 'before',
  days,
  working: true,
});
const workingAfter = (days: number): Stage => ({
  id: `+${days}wd`,
  side: 'after',
  days,
  working: true,
});

/** The kinds of reminders with their stages. */
export const schedule = {
  draft_closing: [before(7), before(1)],
  correction_closing: [workingBefore(3), workingBefore(1)],
  claim_closing: [workingBefore(3), workingBefore(1)],
  appeal_closing: [workingBefore(2)],
  appeal_due: [workingBefore(2)],
  voucher_expiring: [before(30), before(7), before(1)],
  hold_expiring: [before(7), before(1)],
  mandate_ending: [before(30), before(7)],
  own_mandate_ending: [before(30), before(7)],
  case_due: [workingBefore(2)],
  case_overdue: [workingAfter(1)],
  stage_due: [workingBefore(2)],
  stage_overdue: [workingAfter(1)],
  redemption_silence: [workingBefore(2), workingBefore(1)],
  /** Counted from the day of the claim, because the start-up has no deadline to answer it. */
  redemption_waiting: [workingAfter(3), workingAfter(7)],
} as const satisfies Readonly<Record<string, readonly Stage[]>>;

export type Reminder = keyof typeof schedule;
