import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { recoveryLifecycle } from '../domain/lifecycle';
import { recoveryMessages, recoveryStates } from '../messages';
import type { listRecoveries, RecoveryFilter } from '../queries';
import { RecoveryTable } from './recovery-table';

type Loaded = Awaited<ReturnType<typeof listRecoveries>>;

/** Shows the payees that owe the city more than it owes them. */
function Owing({ owing, locale }: Pick<Loaded, 'owing'> & { locale: Locale }) {
  const t = recoveryMessages(locale);
  return (
    <Section title={t.owing} lead={t.owingLead}>
      <Table
        caption={t.owing}
        columns={[
          { key: 'payee', header: t.payee, wrap: true },
          { key: 'owed', header: t.netOwed, align: 'right' },
        ]}
        rows={owing.map((row) => ({
          key: row.payeeId,
          cells: {
            payee: organisationName(row.payee, locale),
            owed: <Amount fen={row.owedFen} locale={locale} />,
          },
        }))}
        empty={null}
      />
    </Section>
  );
}

/** Shows the city's register of recoveries, filtered by state, and who owes what. */
export function RecoveryRegister(props: {
  locale: Locale;
  page: Partial<Pick<Loaded, 'owing'>> & Pick<Loaded, 'rows' | 'nextCursor'>;
  search: ReadFilter<RecoveryFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = recoveryMessages(locale);
  const path = localePath(locale, paths.city.recoveries());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      {page.owing && page.owing.length > 0 && <Owing owing={page.owing} locale={locale} />}
      <Section title={t.register}>
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: t.all },
              ...recoveryLifecycle.states.map((state) => ({
                value: state,
                label: recoveryStates(locale)[state],
              })),
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <RecoveryTable
              locale={locale}
              rows={page.rows}
              of="payee"
              path={paths.city.recovery}
              empty={<EmptyState title={filter.state ? t.noneFits : t.none} />}
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
      </Section>
    </PageBody>
  );
}
