import { formatDate, formatDateTime, formatFrom, formatUntil, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';

/** An instant, in Beijing time. */
export function DateTime({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatDateTime(at, locale)}
    </time>
  );
}

/** Until when something runs: its last day, with the hour where it ends before the day does. */
export function Until({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatUntil(at, locale)}
    </time>
  );
}

/** From when something runs: its first day, with the hour where it begins after the day does. */
export function From({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatFrom(at, locale)}
    </time>
  );
}

/** A calendar day. */
export function DateOnly({ on, locale }: { on: IsoDate; locale: Locale }) {
  return (
    <time dateTime={on} className="tabular whitespace-nowrap">
      {formatDate(on, locale)}
    </time>
  );
}
