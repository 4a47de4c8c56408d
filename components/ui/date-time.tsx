import { formatDate, formatDateTime, type IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';

/** An instant, in Beijing time. */
export function DateTime({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <time dateTime={at.toISOString()} className="tabular whitespace-nowrap">
      {formatDateTime(at, locale)}
    </time>
  );
}

/** A calendar day; an instant counts as its day in China. */
export function DateOnly({ on, locale }: { on: IsoDate | Date; locale: Locale }) {
  return (
    <time
      dateTime={typeof on === 'string' ? on : on.toISOString()}
      className="tabular whitespace-nowrap"
    >
      {formatDate(on, locale)}
    </time>
  );
}
