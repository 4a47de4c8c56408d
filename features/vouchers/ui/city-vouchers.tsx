import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { voucherLifecycle } from '../domain/lifecycle';
import { voucherMessages } from '../messages';
import type { VoucherFilter, VoucherPage } from '../queries';
import { VoucherTable } from './voucher-table';

/** Shows the city's vouchers, filtered by state, code or holder. */
export function CityVouchers(props: {
  locale: Locale;
  page: VoucherPage;
  search: ReadFilter<VoucherFilter>;
}) {
  const { locale, page, search } = props;
  const { filter } = search;
  const t = voucherMessages(locale);
  const path = localePath(locale, paths.city.vouchers());
  const { cursor, ...narrowing } = filter;
  const narrowed = Object.values(narrowing).some(Boolean);
  return (
    <PageBody>
      <PageHeader
        title={t.vouchers}
        actions={
          <ButtonLink variant="secondary" href={localePath(locale, paths.city.voucherChanges())}>
            {t.changes}
          </ButtonLink>
        }
      />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <TextField name="q" label={t.search} defaultValue={filter.q ?? ''} width="medium" />
          <SelectField
            name="state"
            label={t.state}
            width="short"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: t.all },
              ...voucherLifecycle.states.map((state) => ({
                value: state,
                label: t[`filter_${state}`],
              })),
            ]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <VoucherTable
              locale={locale}
              rows={page.rows}
              to="city"
              empty={<EmptyState title={narrowed ? t.noneFits : t.noneCity} />}
            />
            <Pager
              locale={locale}
              path={path}
              query={narrowing}
              cursor={cursor}
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
