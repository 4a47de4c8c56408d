import { shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';
import type { ApplicationState } from '../../applications/domain/lifecycle';

/** States in which the promised days of review run: from submission to the final decision. */
export const reviewingStates = [
  'submitted',
  'accepted',
  'first_passed',
] as const satisfies readonly ApplicationState[];

/** How far the city is with what it promised. Days are working days and include the last one. */
export type ServiceClock =
  | {
      kind: 'running';
      dueAt: Date;
      daysLeft: number;
      overdue: boolean;
      /** The due day lies in a year whose holidays are not known: it may still move. */
      provisional: boolean;
    }
  /** The applicant has the case: the days that are left wait. */
  | { kind: 'paused'; since: Date; daysLeft: number; overdue: boolean }
  | { kind: 'stopped' };

/** What of a case the clock depends on. */
export type ClockedCase = {
  state: ApplicationState;
  dueAt: Date | null;
  pausedAt: Date | null;
};

/**
 * Reads the service clock of a case. It counts from the day after `at` up to the due day, so that
 * on the last day none are left and nothing is late yet.
 */
export function serviceClock(clocked: ClockedCase, now: Date, calendar: WorkingDays): ServiceClock {
  const { state, dueAt, pausedAt } = clocked;
  if (!dueAt) return { kind: 'stopped' };
  const at = pausedAt ?? now;
  const days = calendar.between(shanghaiDate(at), shanghaiDate(dueAt));
  const daysLeft = days === 0 ? 0 : days;
  const overdue = at > dueAt;
  if (pausedAt && state === 'returned') {
    return { kind: 'paused', since: pausedAt, daysLeft, overdue };
  }
  return reviewingStates.some((reviewing) => reviewing === state)
    ? { kind: 'running', dueAt, daysLeft, overdue, provisional: calendar.isProvisional(dueAt) }
    : { kind: 'stopped' };
}

/** How many working days ahead a deadline counts as close. */
export const soonWorkingDays = 2;

/** A running case whose deadline lies before this instant is due soon. */
export const soonLimit = (now: Date, calendar: WorkingDays): Date =>
  calendar.deadline(now, soonWorkingDays);
