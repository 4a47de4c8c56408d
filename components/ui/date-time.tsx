import { formatDate, formatDateTime, formatFrom, formatUntil, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';

/** Shows an instant in Beijing time. */
export function DateTime({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatDateTime(at, locale)}
    </time>
  );
}

/** Shows when a period ends: its last day, with the hour where it ends before the day does. */
export function Until({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatUntil(at, locale)}
    </time>
  );
}

/**
 * Shows when a period begins: its first day, with the hour where it begins later than the day does.
 */
export function From({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatFrom(at, locale)}
    </time>
  );
}

/** Shows a calendar day. */
export function DateOnly({ on, locale }: { on: IsoDate; locale: Locale }) {
  return (
    <time dateTime={on} className="tabular whitespace-nowrap">
      {formatDate(on, locale)}
    </time>
  );
}
