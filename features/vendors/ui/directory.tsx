import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { vendorMessages } from '../messages';
import type { Accreditation, VendorFilter } from '../queries';
import { accreditationCells, accreditationColumns, cityName } from './accreditations';

/** Shows the public directory: which vendor is accredited where. */
export function VendorDirectory(props: {
  locale: Locale;
  rows: readonly Accreditation[];
  nextCursor: string | null;
  search: ReadFilter<VendorFilter>;
  cities: readonly { slug: string; zh: string; en: string }[];
}) {
  const { locale, rows, nextCursor, search, cities } = props;
  const { filter } = search;
  const t = vendorMessages(locale);
  const path = localePath(locale, paths.vendors());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <FilterBar
        locale={locale}
        path={path}
        label={t.filter}
        faults={search.faults}
        typed={search.typed}
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
      </FilterBar>
      {search.fits ? (
        <>
          <p role="status" data-results className="text-muted">
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
              href: localePath(locale, paths.vendorEntry(row.vendorId)),
              cells: {
                vendor: organisationName(row, locale),
                city: cityName(row, locale),
                ...accreditationCells(row, locale),
              },
            }))}
            empty={<EmptyState title={t.none} body={t.noneBody} />}
          />
          <Pager
            locale={locale}
            path={path}
            query={{ city: filter.city }}
            cursor={filter.cursor}
            nextCursor={nextCursor}
          />
        </>
      ) : (
        <UnfitFilter locale={locale} path={path} />
      )}
    </PageBody>
  );
}
