import { Link } from '@/components/ui/link';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { vendorMessages } from '../messages';
import type { Vendor } from '../queries';
import { accreditationCells, accreditationColumns, cityName } from './accreditations';

/** Shows a vendor to the public: its name and registration, and where it is accredited. */
export function VendorPage({ vendor, locale }: { vendor: Vendor; locale: Locale }) {
  const t = vendorMessages(locale);
  const listed = vendor.accreditations.filter(({ state }) => state === 'listed');
  return (
    <PageBody>
      <PageHeader
        title={organisationName(vendor, locale)}
        back={{ href: localePath(locale, paths.vendors()), label: t.title }}
      />
      <DescriptionList
        items={[
          ...(locale === 'en' && vendor.nameEn
            ? [{ term: t.vendor, value: <span lang="zh-CN">{vendor.name}</span> }]
            : []),
          { term: t.creditCode, value: <span className="tabular">{vendor.creditCode}</span> },
          { term: t.region, value: <span lang="zh-CN">{vendor.region}</span> },
        ]}
      />
      <Section id="accreditations" title={t.accreditations} lead={t.accreditationsLead}>
        <Table
          caption={t.accreditations}
          columns={[
            { key: 'city', header: t.city },
            ...accreditationColumns(locale),
            { key: 'since', header: t.since },
          ]}
          rows={vendor.accreditations.map((row) => ({
            key: row.id,
            cells: {
              city: cityName(row, locale),
              ...accreditationCells(row, locale),
              since: <DateTime at={row.listedAt} locale={locale} />,
            },
          }))}
          empty={<EmptyState title={t.noAccreditation} />}
        />
        <ul className="no-print space-y-1">
          {listed.map((row) => (
            <li key={row.id}>
              <Link
                className="link inline-flex min-h-6 items-center"
                href={localePath(locale, paths.programmes({ city: row.city.slug }))}
              >
                {t.programmesOf({ city: cityName(row, locale) })}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </PageBody>
  );
}
