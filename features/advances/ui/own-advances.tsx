import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { advanceMessages } from '../messages';
import type { OwnAdvances as Page } from '../queries';
import { Accounts } from './accounts';
import { Movements } from './movements';

/** Shows a vendor what cities have paid it in advance, and how that moved. */
export function OwnAdvances(props: { locale: Locale; page: Page; cursor: string | undefined }) {
  const { locale, page, cursor } = props;
  const t = advanceMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.own} lead={t.ownLead} />
      <Section title={t.accounts}>
        <Accounts
          locale={locale}
          accounts={page.accounts}
          other={{ header: t.city, of: ({ city }) => say(city, locale) }}
          empty={<EmptyState title={t.none} />}
        />
      </Section>
      {page.accounts.length > 0 && (
        <Movements
          locale={locale}
          movements={page.movements}
          cursor={cursor}
          path={localePath(locale, paths.vendor.advances())}
        />
      )}
    </PageBody>
  );
}
