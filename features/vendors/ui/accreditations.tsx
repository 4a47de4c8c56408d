import { Until } from '@/components/ui/date-time';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import { vendorMessages } from '../messages';
import type { Accreditation, AccreditationState } from '../queries';
import { say } from '@/lib/bilingual';

const tones: Record<AccreditationState, Tone> = {
  listed: 'success',
  suspended: 'warn',
  delisted: 'danger',
  expired: 'neutral',
};

/** Returns codes of services and chips in words. A code without a word is shown unchanged. */
function wordsOf(codes: readonly string[], locale: Locale): string {
  const t = vendorMessages(locale);
  const words: Readonly<Record<string, unknown>> = t;
  return codes
    .map((code) => {
      const word = words[code];
      return typeof word === 'string' ? word : code;
    })
    .join(t.separator);
}

export const cityName = ({ city }: Accreditation, locale: Locale): string => say(city, locale);

/** Returns the columns that the directory and a vendor's own page share. */
export function accreditationColumns(locale: Locale) {
  const t = vendorMessages(locale);
  return [
    { key: 'state', header: t.state },
    { key: 'items', header: t.items },
    { key: 'chips', header: t.chips },
    { key: 'until', header: t.until },
  ];
}

export function accreditationCells(row: Accreditation, locale: Locale) {
  const t = vendorMessages(locale);
  return {
    state: <StatusTag tone={tones[row.state]}>{t[row.state]}</StatusTag>,
    items: wordsOf(row.items, locale),
    chips: wordsOf(row.chips, locale),
    until: <Until at={row.expiresAt} locale={locale} />,
  };
}
