import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { ApplicationState } from '../domain/lifecycle';
import { stateNames } from '../messages';

/** The tone of each state of a case. It is the same wherever the case is shown. */
export const stateTones: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warn',
  accepted: 'info',
  first_passed: 'info',
  awaiting_funds: 'warn',
  awaiting_share: 'info',
  final_passed: 'info',
  publicised: 'info',
  objected: 'warn',
  approved: 'success',
  issued: 'final',
  rejected: 'danger',
  appealed: 'warn',
  withdrawn: 'neutral',
  expired: 'neutral',
};

/** Shows the state of a case. */
export function ApplicationStateTag({
  state,
  locale,
}: {
  state: ApplicationState;
  locale: Locale;
}) {
  return <StatusTag tone={stateTones[state]}>{stateNames(locale)[state]}</StatusTag>;
}
