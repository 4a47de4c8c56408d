import { DescriptionList } from '@/components/ui/description-list';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { words } from '@/components/ui/words';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { MandateRight } from '@/lib/permissions';
import type { Standing } from '../domain/standing';
import { mandateMessages, rightNames, rightTexts, standingNames } from '../messages';
import type { MandateSummary } from '../queries';

type Localised = { locale: Locale };

const tones: Record<Standing, Tone> = {
  proposed: 'warn',
  declined: 'neutral',
  coming: 'info',
  in_force: 'success',
  over: 'neutral',
  ended: 'neutral',
};

export const StandingTag = ({ standing, locale }: Localised & { standing: Standing }) => (
  <StatusTag tone={tones[standing]}>{standingNames(locale)[standing]}</StatusTag>
);

/** Shows each right with what it allows. */
export function Rights({ rights, locale }: Localised & { rights: readonly MandateRight[] }) {
  return (
    <DescriptionList
      items={rights.map((right) => ({
        term: rightNames(locale)[right],
        value: rightTexts(locale)[right],
      }))}
    />
  );
}

/** Returns the rows about the agreement and the term of a mandate. */
export function termItems(locale: Locale, mandate: MandateSummary) {
  const t = mandateMessages(locale);
  return [
    { term: t.number, value: words(mandate.number) },
    { term: t.agreedOn, value: formatDate(mandate.agreedOn, locale) },
    { term: t.firstOn, value: formatDate(mandate.firstOn, locale) },
    { term: t.lastOn, value: formatDate(mandate.lastOn, locale) },
  ];
}
