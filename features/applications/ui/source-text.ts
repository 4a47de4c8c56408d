import type { Locale } from '@/lib/locale';
import { earlierOf } from '../domain/sources';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';

/** Returns in words where an answer came from; undefined if the applicant typed it. */
export function sourceText(
  view: ApplicationView,
  field: string,
  locale: Locale,
): string | undefined {
  const t = applicationMessages(locale);
  const source = view.sources[field];
  switch (source) {
    case undefined:
      return undefined;
    case 'profile':
      return t.fromProfile;
    case 'account':
      return t.fromAccount;
    case 'check':
      return t.fromCheck;
    default:
      return t.fromEarlier({ reference: view.earlier[earlierOf(source) ?? ''] ?? '' });
  }
}
