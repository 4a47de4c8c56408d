import { shanghaiDate } from '../../../lib/dates';
import type { WorkingDays } from '../../../lib/working-days';
import type { ApplicationState } from '../../applications/domain/lifecycle';

/** States in which the promised review days run: from submission to the final decision. */
export const reviewingStates = [
  'submitted',
  'accepted',
  'first_passed',
] as const satisfies readonly ApplicationState[];

/** How many of the promised days the city has used. Days are working days and include the last one. */
export type ServiceClock =
  | {
      kind: 'running';
      dueAt: Date;
      daysLeft: number;
      overdue: boolean;
      /** The due day is in a year whose holidays are not known yet, so it may still change. */
      provisional: boolean;
    }
  /** The applicant has the case. The remaining days are paused. */
  | { kind: 'paused'; since: Date; daysLeft: number; overdue: boolean }
  | { kind: 'stopped' };

/** The facts of a case that the clock depends on. */
export type ClockedCase = {
  state: ApplicationState;
  dueAt: Date | null;
  pausedAt: Date | null;
};

/**
 * Reads the service clock of a case. It counts from the day after `at` up to the due day: on the last day no days are left,
 * but nothing is late yet.
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

/** A deadline this many working days ahead counts as soon. */
export const soonWorkingDays = 2;

/** Returns the limit for "soon": a running case with a deadline before this instant is due soon. */
export const soonLimit = (now: Date, calendar: WorkingDays): Date =>
  calendar.deadline(now, soonWorkingDays);
