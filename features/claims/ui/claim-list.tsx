import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { claimMessages, claimStates } from '../messages';
import { shownStates, type ClaimFilter, type ClaimPage } from '../queries';
import { ClaimTable } from './claim-table';

/** Lists the claims in a city, filtered by state. */
export function ClaimList(props: {
  locale: Locale;
  page: ClaimPage;
  search: ReadFilter<ClaimFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = claimMessages(locale);
  const names = claimStates(locale);
  const path = localePath(locale, paths.city.claims());
  return (
    <PageBody>
      <PageHeader title={t.claims} />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: t.all },
              ...shownStates.map((state) => ({ value: state, label: names[state] })),
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <ClaimTable
              locale={locale}
              rows={page.rows}
              path={paths.city.claim}
              holder
              empty={
                filter.state ? (
                  <EmptyState title={t.noneFits} />
                ) : (
                  <EmptyState title={t.none} body={t.noneCity} />
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
