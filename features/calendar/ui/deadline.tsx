import { Until } from '@/components/ui/date-time';
import { shanghaiDate, yearOf } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { isProvisional } from '@/server/calendar';
import { provisionalMessages } from '../messages';

type Props = { at: Date; locale: Locale };

/** A deadline in working days, and that it may still move where the holidays of its year are not known. */
export function Deadline({ at, locale }: Props) {
  return (
    <>
      <Until at={at} locale={locale} />
      <ProvisionalNote at={at} locale={locale} />
    </>
  );
}

/** Says of a deadline that stands in a sentence whether it may still move. */
export function ProvisionalNote({ at, locale }: Props) {
  if (!isProvisional(at)) return null;
  return (
    <span className="text-muted block text-sm">
      {provisionalMessages(locale).provisional({ year: yearOf(shanghaiDate(at)) })}
    </span>
  );
}

/** The same in a list, where there is room for a word. */
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
