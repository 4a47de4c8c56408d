import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
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
  const query = new URLSearchParams({
    ...(filter.state && { state: filter.state }),
    ...(filter.q && { q: filter.q }),
  });
  const narrowed = query.size > 0;
  const first = narrowed ? `${path}?${query.toString()}` : path;
  if (page.nextCursor) query.set('cursor', page.nextCursor);
  return (
    <PageBody>
      <PageHeader title={t.vouchers} />
      <div className="space-y-4">
        <GetForm
          locale={locale}
          action={path}
          search={t.filter}
          className="no-print flex flex-wrap items-end gap-4 space-y-0"
        >
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
          <Button type="submit" variant="secondary">
            {t.filter}
          </Button>
        </GetForm>
        <VoucherTable
          locale={locale}
          rows={page.rows}
          to="city"
          empty={<EmptyState title={narrowed ? t.noneFits : t.noneCity} />}
        />
        <Pager
          locale={locale}
          firstHref={filter.cursor ? first : undefined}
          nextHref={page.nextCursor ? `${path}?${query.toString()}` : undefined}
        />
      </div>
    </PageBody>
  );
}
