import { ButtonLink } from '@/components/ui/button-link';
import { Flash } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { mandateDoneText, mandateMessages, rightNames } from '../messages';
import type { MandateSummary } from '../queries';
import { StandingTag } from './mandate-parts';

/** Shows the city's mandates, and where the reader may propose one. */
export function MandateList(props: {
  locale: Locale;
  page: { rows: MandateSummary[]; nextCursor: string | null };
  cursor: string | undefined;
  mayPropose: boolean;
  done: string | undefined;
}) {
  const { locale, page, cursor, mayPropose, done } = props;
  const t = mandateMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayPropose && (
            <ButtonLink href={localePath(locale, paths.city.newMandate())}>{t.propose}</ButtonLink>
          )
        }
      />
      <Flash text={mandateDoneText(locale, done)} />
      <Table
        caption={t.title}
        columns={[
          { key: 'agency', header: t.agency, wrap: true },
          { key: 'state', header: t.state },
          { key: 'rights', header: t.rights, wrap: true },
          { key: 'first', header: t.firstOn },
          { key: 'last', header: t.lastOn },
          { key: 'number', header: t.number, wrap: true },
        ]}
        rows={page.rows.map((mandate) => ({
          key: mandate.id,
          href: localePath(locale, paths.city.mandate(mandate.id)),
          cells: {
            agency: organisationName(mandate.agency, locale),
            state: <StandingTag standing={mandate.standing} locale={locale} />,
            rights: mandate.rights.map((right) => rightNames(locale)[right]).join(' · '),
            first: formatDate(mandate.firstOn, locale),
            last: formatDate(mandate.lastOn, locale),
            number: mandate.number,
          },
        }))}
        empty={<EmptyState title={t.none} />}
      />
      <Pager
        locale={locale}
        path={localePath(locale, paths.city.mandates())}
        cursor={cursor}
        nextCursor={page.nextCursor}
      />
    </PageBody>
  );
}
