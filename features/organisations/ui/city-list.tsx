import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { listVerifications, VerificationFilter } from '../city-queries';
import { verificationLifecycle } from '../domain/lifecycle';
import { organisationName } from '@/lib/organisation-name';
import { organisationMessages, verificationStates } from '../messages';
import { VerificationTag } from './verification-tag';

/** Shows the organisations that request a verification; those that wait come first. */
export function VerificationQueue(props: {
  locale: Locale;
  page: Awaited<ReturnType<typeof listVerifications>>;
  search: ReadFilter<VerificationFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = organisationMessages(locale);
  const names = verificationStates(locale);
  const path = localePath(locale, paths.city.organisations());
  return (
    <PageBody>
      <PageHeader title={t.cityTitle} lead={t.cityLead} />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state}
            options={[
              ...verificationLifecycle.states.map((state) => ({
                value: state,
                label: names[state],
              })),
              { value: 'all', label: t.all },
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <Table
              caption={t.cityTitle}
              columns={[
                { key: 'name', header: t.name, wrap: true },
                { key: 'code', header: t.codeShort },
                { key: 'state', header: t.state },
                { key: 'requestedAt', header: t.requestedAt },
                { key: 'decided', header: t.decidedAt },
              ]}
              rows={page.rows.map((row) => ({
                key: row.id,
                href: localePath(locale, paths.city.organisation(row.id)),
                cells: {
                  name: organisationName(row, locale),
                  code: <span className="code">{row.creditCode}</span>,
                  state: <VerificationTag state={row.state} locale={locale} />,
                  requestedAt: <DateTime at={row.requestedAt} locale={locale} />,
                  decided: row.decidedAt ? <DateTime at={row.decidedAt} locale={locale} /> : '—',
                },
              }))}
              empty={
                filter.state === verificationLifecycle.initial ? (
                  <EmptyState title={t.noneWaiting} body={t.noneWaitingBody} />
                ) : (
                  <EmptyState title={t.noneFits} />
                )
              }
            />
            <Pager
              locale={locale}
              path={path}
              query={{ state: filter.state }}
              cursor={filter.cursor}
              nextCursor={page.nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </PageBody>
  );
}
