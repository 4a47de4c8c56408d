import { ButtonLink } from '@/components/ui/button-link';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { isFinal } from '../domain/lifecycle';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';

/** Shows a link from a case that is over to a new one of the same programme, with the answers that still fit. */
export function Again({ view, locale }: { view: ApplicationView; locale: Locale }) {
  if (!isFinal(view.state)) return null;
  const query = { programme: view.programme.slug, from: view.id };
  return (
    <p>
      <ButtonLink
        href={localePath(locale, paths.startup.newApplication(query))}
        variant="secondary"
      >
        {applicationMessages(locale).again}
      </ButtonLink>
    </p>
  );
}
