import { Until } from '@/components/ui/date-time';
import { ShortDeadline } from '@/features/calendar/ui/deadline';
import type { Locale } from '@/lib/locale';

/**
 * Shows until when an applicant must act on a case. A draft ends with its round, on an announced day that changes of
 * public holidays do not move. The term of a correction is counted in working days and may still move.
 */
export function ActBy({ state, at, locale }: { state: string; at: Date; locale: Locale }) {
  return state === 'draft' ? (
    <Until at={at} locale={locale} />
  ) : (
    <ShortDeadline at={at} locale={locale} />
  );
}
