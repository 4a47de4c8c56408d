import { Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { mandateMessages } from '../messages';
import type { ActingAgency } from '../queries';

/** Names the agencies that act for the bureau of a programme, and until when; nothing where it acts alone. */
export function HandledBy(props: { locale: Locale; agencies: readonly ActingAgency[] }) {
  const { locale, agencies } = props;
  const t = mandateMessages(locale);
  if (agencies.length === 0) return null;
  return (
    <Section title={t.handledBy}>
      {agencies.map(({ agency, bureau, lastOn }) => (
        <p key={`${agency.name} ${lastOn}`}>
          {words(
            t.handledText({
              agency: organisationName(agency, locale),
              bureau: say(bureau, locale),
              on: formatDate(lastOn, locale),
            }),
          )}
        </p>
      ))}
    </Section>
  );
}
