import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { voucherMessages } from '@/features/vouchers/messages';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { voucherChangeLifecycle } from '../domain/lifecycle';
import { changeStates, validityMessages } from '../messages';
import type { ChangeFilter, ChangePage } from '../queries';
import { ChangeTable } from './change-table';

/** Shows the city's register of revocations and extensions, filtered by state. */
export function ChangeRegister(props: {
  locale: Locale;
  page: ChangePage;
  search: ReadFilter<ChangeFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = validityMessages(locale);
  const path = localePath(locale, paths.city.voucherChanges());
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{
          href: localePath(locale, paths.city.vouchers()),
          label: voucherMessages(locale).vouchers,
        }}
      />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: t.all },
              ...voucherChangeLifecycle.states.map((state) => ({
                value: state,
                label: changeStates(locale)[state],
              })),
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <ChangeTable
              locale={locale}
              rows={page.rows}
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
      </div>
    </PageBody>
  );
}
