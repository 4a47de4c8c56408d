import type { Bilingual } from '../../../lib/bilingual';
import type { WorkingDays } from '../../../lib/working-days';
import type { ApplicationState } from '../../applications/domain/lifecycle';
import { serviceClock, type ServiceClock } from './service-clock';

/** A stage of review that a programme names, with its own working days within those of the whole review. */
export type ReviewStage = { readonly title: Bilingual; readonly workingDays: number };
type Service = { readonly stages?: readonly ReviewStage[] | undefined };

/** What a case keeps of its open stage; the last day is counted again after a correction. */
export type StageColumns = { stage: number | null; stageDueAt: Date | null };

/** Returns what a case keeps when a stage begins; nothing is open after the last stage, or where the rules name none. */
export function beginStage(
  { stages = [] }: Service,
  number: number,
  now: Date,
  calendar: Pick<WorkingDays, 'deadline'>,
): StageColumns {
  const next = stages[number];
  return next
    ? { stage: number, stageDueAt: calendar.deadline(now, next.workingDays) }
    : { stage: null, stageDueAt: null };
}

type Staged = StageColumns & { state: ApplicationState; pausedAt: Date | null };

/** Reads the clock of the open stage, which runs and waits as that of the whole review does. */
export function stageClock(of: Staged, now: Date, calendar: WorkingDays): ServiceClock | undefined {
  if (of.stage === null || (of.state !== 'accepted' && of.state !== 'returned')) return undefined;
  return serviceClock(
    { state: of.state, dueAt: of.stageDueAt, pausedAt: of.pausedAt },
    now,
    calendar,
  );
}
