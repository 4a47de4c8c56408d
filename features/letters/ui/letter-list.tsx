import { DateTime } from '@/components/ui/date-time';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { LetterSummary } from '../queries';
import { letterMessages, letterTitles } from '../messages';

/** Returns the address of a letter's file in the reader's language. */
export const letterHref = (
  applicationId: string,
  { kind, number }: Pick<LetterSummary, 'kind' | 'number'>,
  locale: Locale,
): string => paths.api.letter(applicationId, kind, { n: String(number), lang: locale });

/** Shows the letters about a case, each with a download link. */
export function LetterList(props: {
  applicationId: string;
  letters: readonly LetterSummary[];
  locale: Locale;
}) {
  const { applicationId, letters, locale } = props;
  const t = letterMessages(locale);
  return (
    <ul className="divide-line border-line divide-y border-y">
      {letters.map((letter) => (
        <li
          key={letter.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2"
        >
          <a
            className="link inline-flex min-h-6 items-center"
            href={letterHref(applicationId, letter, locale)}
            download
          >
            {t.pdfOf({ title: letterTitles(locale)[letter.kind] })}
          </a>
          <span className="text-muted text-sm">
            <DateTime at={letter.issuedAt} locale={locale} />
            {letter.annulled && <> · {t.annulled}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}
