import { DescriptionList } from '@/components/ui/description-list';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';

/** Shows who applies, as registered. The form does not ask for these facts again. */
export function Registry({ view, locale }: { view: ApplicationView; locale: Locale }) {
  const t = applicationMessages(locale);
  const { name, creditCode, registeredOn } = view.applicant;
  return (
    <section aria-labelledby="registry">
      <h2 id="registry" className="text-base">
        {t.registry}
      </h2>
      <p className="text-muted mb-2 text-sm">{t.registryNote}</p>
      <DescriptionList
        items={[
          { term: t.applicant, value: name },
          { term: t.creditCode, value: <span className="tabular">{creditCode}</span> },
          ...(registeredOn
            ? [{ term: t.registeredOn, value: formatDate(registeredOn, locale) }]
            : []),
        ]}
      />
    </section>
  );
}
