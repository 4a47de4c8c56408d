import { addDays, atClock, endOfDay, shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';

/**
 * When somebody is reminded: so many days or working days before a deadline, or after it. A stage's
 * id is kept with what was sent, so it must not change its meaning.
 */
export type Stage = {
  id: string;
  side: 'before' | 'after';
  days: number;
  working?: true;
};

/** Deadlines later than `after`, up to and with `until`, are in this stage now. */
export type Window = {
  stage: string;
  after: Date;
  until: Date;
  /** Days ahead of the deadline: what came into being later than that was told when it began. */
  lead: number;
};

/** A day's reminders come from this hour on, on days off too; until then the day before goes on. */
const morning = '08:30';

/** How long after its moment a reminder of something overdue is still worth sending. */
const staleDays = 30;

/** The latest day whose `days`-th working day after is not later than `date`. */
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
 * Which deadlines are in which stage at this moment, the most urgent first. A deadline is in one
 * stage at most: who was not reminded at seven days is at one day reminded once.
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

/** What is reminded of, and when. */
export const schedule = {
  draft_closing: [before(7), before(1)],
  correction_closing: [workingBefore(3), workingBefore(1)],
  appeal_closing: [workingBefore(2)],
  appeal_due: [workingBefore(2)],
  voucher_expiring: [before(30), before(7), before(1)],
  hold_expiring: [before(7), before(1)],
  case_due: [workingBefore(2)],
  case_overdue: [workingAfter(1)],
  /** Counted from the day of the claim, which the start-up has no deadline to answer. */
  redemption_waiting: [workingAfter(3), workingAfter(7)],
} as const satisfies Readonly<Record<string, readonly Stage[]>>;

export type Reminder = keyof typeof schedule;
