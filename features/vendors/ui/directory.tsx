import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { cityChoices } from '@/lib/city-choices';
import type { ReadFilter } from '@/lib/input/filter';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { vendorMessages } from '../messages';
import type { Accreditation, VendorFilter } from '../queries';
import { accreditationCells, accreditationColumns, cityName } from './accreditations';
import { type Bilingual } from '@/lib/bilingual';

/** Shows the public directory: which vendor is accredited where. */
export function VendorDirectory(props: {
  locale: Locale;
  page: { rows: readonly Accreditation[]; nextCursor: string | null };
  search: ReadFilter<VendorFilter>;
  cities: readonly (Bilingual & { slug: string })[];
}) {
  const { locale, page, search, cities } = props;
  const { filter } = search;
  const t = vendorMessages(locale);
  const path = localePath(locale, paths.vendors());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <FilterBar locale={locale} path={path} label={t.filter} search={search}>
        <SelectField
          name="city"
          label={t.city}
          defaultValue={filter.city ?? ''}
          options={[{ value: '', label: t.all }, ...cityChoices(cities, locale)]}
        />
      </FilterBar>
      {search.fits ? (
        <>
          <p role="status" data-results className="text-muted">
            {t.found({ n: page.rows.length })}
          </p>
          <Table
            caption={t.title}
            columns={[
              { key: 'vendor', header: t.vendor, wrap: true },
              { key: 'city', header: t.city },
              ...accreditationColumns(locale),
            ]}
            rows={page.rows.map((row) => ({
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
            nextCursor={page.nextCursor}
          />
        </>
      ) : (
        <UnfitFilter locale={locale} path={path} />
      )}
    </PageBody>
  );
}
