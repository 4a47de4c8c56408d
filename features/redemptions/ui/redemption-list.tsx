import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { redemptionLifecycle } from '../domain/lifecycle';
import { redemptionMessages, redemptionStates } from '../messages';
import type { RedemptionFilter, RedemptionPage } from '../queries';
import { RedemptionTable } from './redemption-table';

/** Lists the vendor's own redemptions, filtered by state. */
export function RedemptionList(props: {
  locale: Locale;
  page: RedemptionPage;
  search: ReadFilter<RedemptionFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = redemptionMessages(locale);
  const names = redemptionStates(locale);
  const { redemptions, redemption } = paths.vendor;
  const path = localePath(locale, redemptions());
  return (
    <PageBody>
      <PageHeader title={t.redemptions} />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: t.all },
              ...redemptionLifecycle.states.map((state) => ({ value: state, label: names[state] })),
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <RedemptionTable
              locale={locale}
              rows={page.rows}
              path={redemption}
              parties={['holder']}
              empty={
                filter.state ? (
                  <EmptyState title={t.noneFits} />
                ) : (
                  <EmptyState title={t.none} body={t.noneVendor} />
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
