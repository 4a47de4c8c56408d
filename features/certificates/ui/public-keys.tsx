import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { checkMessages, offlineMessages } from '../messages';
import type { CityKeys } from '../queries';
import { KeyList } from './key-list';
import { Offline } from './offline';

/** Shows the published keys of a city, and how to verify a certificate with them. */
export function PublicKeys({ locale, found }: { locale: Locale; found: CityKeys }) {
  const t = offlineMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={say(found.bureau, locale)}
        title={t.keysOf({ city: say(found.city, locale) })}
        lead={t.keysLead}
        back={{ href: localePath(locale, paths.verify()), label: checkMessages(locale).verify }}
      />
      <Section title={t.all}>
        <KeyList locale={locale} slug={found.slug} keys={found.keys} />
        <p>
          <a className="link" href={paths.api.signingKeys(found.slug)}>
            {t.forPrograms}
          </a>
        </p>
      </Section>
      <Offline locale={locale} cities={[]} />
    </PageBody>
  );
}
