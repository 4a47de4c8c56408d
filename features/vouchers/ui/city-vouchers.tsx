import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { voucherLifecycle } from '../domain/lifecycle';
import { voucherMessages } from '../messages';
import type { VoucherFilter, VoucherPage } from '../queries';
import { VoucherTable } from './voucher-table';

/** The city's vouchers, by state, code or holder. */
export function CityVouchers(props: { locale: Locale; page: VoucherPage; filter: VoucherFilter }) {
  const { locale, page, filter } = props;
  const t = voucherMessages(locale);
  const path = localePath(locale, '/city/vouchers');
  const { cursor, ...asked } = filter;
  const narrowed = Object.values(asked).some(Boolean);
  return (
    <PageBody>
      <PageHeader title={t.vouchers} />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter}>
          <TextField
            name="q"
            label={t.search}
            defaultValue={filter.q ?? ''}
            maxLength={60}
            width="medium"
          />
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
        <VoucherTable
          locale={locale}
          rows={page.rows}
          to="city"
          empty={<EmptyState title={narrowed ? t.noneFits : t.noneCity} />}
        />
        <Pager
          locale={locale}
          path={path}
          asked={asked}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </div>
    </PageBody>
  );
}
