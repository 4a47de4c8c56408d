import { DateOnly } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import { vendorMessages } from '@/features/vendors/messages';
import type { Locale } from '@/lib/locale';
import type { listAccreditations } from '../queries';

type Rows = Awaited<ReturnType<typeof listAccreditations>>;

export function VendorDirectory({ locale, rows }: { locale: Locale; rows: Rows }) {
  const t = vendorMessages(locale);
  const word = (code: string) => {
    const texts: Readonly<Record<string, string>> = t;
    return texts[code] ?? code;
  };
  const words = (codes: readonly string[]) => codes.map(word).join(locale === 'en' ? ', ' : '、');
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Table
        caption={t.title}
        columns={[
          { key: 'vendor', header: t.vendor, wrap: true },
          { key: 'city', header: t.city },
          { key: 'items', header: t.items },
          { key: 'chips', header: t.chips },
          { key: 'until', header: t.until },
          { key: 'state', header: t.state },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            vendor: locale === 'en' ? (row.nameEn ?? row.name) : row.name,
            city: locale === 'en' ? row.cityEn : row.cityZh,
            items: words(row.items),
            chips: words(row.chips),
            until: <DateOnly on={row.expiresAt} locale={locale} />,
            state: (
              <StatusTag tone={row.state === 'listed' ? 'success' : 'warn'}>
                {word(row.state)}
              </StatusTag>
            ),
          },
        }))}
        empty={<EmptyState title={t.none} />}
      />
    </PageBody>
  );
}
