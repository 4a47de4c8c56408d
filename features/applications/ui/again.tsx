import { ButtonLink } from '@/components/ui/button-link';
import { localePath, type Locale } from '@/lib/locale';
import { isFinal } from '../domain/lifecycle';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';

/** From a case that is over to a new one of the same programme, with what still fits of it. */
export function Again({ view, locale }: { view: ApplicationView; locale: Locale }) {
  if (!isFinal(view.state)) return null;
  const query = new URLSearchParams({ programme: view.programme.slug, from: view.id });
  return (
    <p>
      <ButtonLink
        href={localePath(locale, `/startup/applications/new?${query}`)}
        variant="secondary"
      >
        {applicationMessages(locale).again}
      </ButtonLink>
    </p>
  );
}
