import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { pageSections } from '../domain/editing';
import { expectedOf } from '../expected';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';
import { DraftBar } from '@/features/forms/ui/draft-bar';

/** Formats how far a draft is, when it was saved, and which amount is expected. */
export function barOf(view: ApplicationView, locale: Locale) {
  const t = applicationMessages(locale);
  const of = pageSections(view.form, view.answers).length;
  return {
    progress: t.progressBar({ done: of - view.missing.length, of }),
    status: t.savedAt({ time: formatDateTime(view.savedAt, locale) }),
    ...expectedOf(view.assessment, view.rules, locale),
  };
}

/** Shows the bar of a page that has nothing to save. */
export function Bar({ view, locale }: { view: ApplicationView; locale: Locale }) {
  const t = applicationMessages(locale);
  return (
    <DraftBar
      notSubmitted={t.notSubmitted}
      amountLabel={t.expected}
      unknown={t.expectedUnknown}
      {...barOf(view, locale)}
    />
  );
}
