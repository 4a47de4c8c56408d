import { Until } from '@/components/ui/date-time';
import { shanghaiDate, yearOf } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { isProvisional } from '@/server/calendar';
import { provisionalMessages } from '../messages';

type Props = { at: Date; locale: Locale };

/** Shows a deadline in working days, and that it may still move where the holidays of its year are not known. */
export function Deadline({ at, locale }: Props) {
  return (
    <>
      <Until at={at} locale={locale} />
      <ProvisionalNote at={at} locale={locale} />
    </>
  );
}

/** Shows whether a deadline inside a sentence may still move. */
export function ProvisionalNote({ at, locale }: Props) {
  if (!isProvisional(at)) return null;
  return (
    <span className="text-muted block text-sm">
      {provisionalMessages(locale).provisional({ year: yearOf(shanghaiDate(at)) })}
    </span>
  );
}

/** Shows the same in a list, where there is little room. */
export function ShortDeadline({ at, locale }: Props) {
  return (
    <>
      <Until at={at} locale={locale} />
      {isProvisional(at) && (
        <span className="text-muted text-sm"> {provisionalMessages(locale).short}</span>
      )}
    </>
  );
}
