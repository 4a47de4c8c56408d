import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { vendorMessages } from '../messages';
import type { Accreditation } from '../queries';
import { accreditationCells, accreditationColumns, cityName, nameOf } from './accreditations';

/** The public directory: who is accredited where. */
export function VendorDirectory(props: {
  locale: Locale;
  rows: readonly Accreditation[];
  nextCursor: string | null;
  filter: { city?: string | undefined; cursor?: string | undefined };
  cities: readonly { slug: string; zh: string; en: string }[];
}) {
  const { locale, rows, nextCursor, filter, cities } = props;
  const t = vendorMessages(locale);
  const path = localePath(locale, '/vendors');
  const query = new URLSearchParams(filter.city ? { city: filter.city } : {});
  const first = query.size > 0 ? `${path}?${query.toString()}` : path;
  if (nextCursor) query.set('cursor', nextCursor);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <GetForm
        locale={locale}
        action={path}
        search={t.filter}
        className="no-print flex flex-wrap items-end gap-4 space-y-0"
      >
        <SelectField
          name="city"
          label={t.city}
          defaultValue={filter.city ?? ''}
          options={[
            { value: '', label: t.all },
            ...cities.map(({ slug, zh, en }) => ({
              value: slug,
              label: locale === 'en' ? en : zh,
            })),
          ]}
        />
        <Button type="submit" variant="secondary">
          {t.filter}
        </Button>
      </GetForm>
      <p role="status" className="text-muted">
        {t.found({ n: rows.length })}
      </p>
      <Table
        caption={t.title}
        columns={[
          { key: 'vendor', header: t.vendor, wrap: true },
          { key: 'city', header: t.city },
          ...accreditationColumns(locale),
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          href: localePath(locale, `/vendors/${row.vendorId}`),
          cells: {
            vendor: nameOf(row, locale),
            city: cityName(row, locale),
            ...accreditationCells(row, locale),
          },
        }))}
        empty={<EmptyState title={t.none} body={t.noneBody} />}
      />
      <Pager
        locale={locale}
        firstHref={filter.cursor ? first : undefined}
        nextHref={nextCursor ? `${path}?${query.toString()}` : undefined}
      />
    </PageBody>
  );
}
