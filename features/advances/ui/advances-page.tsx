import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { advanceMessages } from '../messages';
import type { listAdvances } from '../queries';
import { Accounts } from './accounts';
import { Requests } from './requests';

type Props = {
  locale: Locale;
  page: Awaited<ReturnType<typeof listAdvances>>;
  cursor: string | undefined;
  mayPropose: boolean;
};

/** Shows the advances of the city, and what waits for a second person. */
export function AdvancesPage({ locale, page, cursor, mayPropose }: Props) {
  const t = advanceMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayPropose && (
            <ButtonLink href={localePath(locale, paths.city.newAdvance())}>{t.propose}</ButtonLink>
          )
        }
      />
      {page.open.length > 0 && (
        <Section title={t.open}>
          <Requests locale={locale} caption={t.open} requests={page.open} empty={null} />
        </Section>
      )}
      <Section title={t.accounts} lead={t.notCost}>
        <Accounts
          locale={locale}
          accounts={page.rows}
          other={{
            header: t.vendor,
            of: ({ payee }) => words(organisationName(payee, locale)),
          }}
          hrefOf={({ id }) => localePath(locale, paths.city.advance(id))}
          empty={<EmptyState title={t.none} body={t.noneBody} />}
        />
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.advances())}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Section>
    </PageBody>
  );
}
