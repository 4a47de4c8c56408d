import 'server-only';
import { noteWarning } from '@/features/calendar/sweep-commands';
import { notify } from '@/features/notifications/commands';
import { shanghaiDate, yearOf } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { asPortal } from './portal';

/** The days of a year on each of which the administrators are reminded of the next year's holidays. */
const stages = ['11-01', '12-01', '12-20'] as const;

/** Notifies the platform's administrators, once at each stage, that the holidays of the next year are missing. */
export async function warnOfMissingYear(): Promise<void> {
  await asPortal(async ({ tx, now, calendar }) => {
    const today = shanghaiDate(now);
    const next = yearOf(today) + 1;
    const stage = stages.findLast((from) => today.slice(5) >= from);
    if (stage === undefined || calendar.isArranged(next)) return;
    if (!(await noteWarning(tx, { year: next, stage }))) return;
    await notify(tx, { platform: true, roles: ['platform_admin'] }, 'calendar_missing', {
      year: String(next),
      path: paths.platform.calendar(),
    });
  });
}
