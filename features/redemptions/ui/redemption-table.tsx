import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { Worth } from '@/features/rules/ui/worth';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { bulkMessages } from '../bulk-messages';
import { redemptionMessages } from '../messages';
import type { RedemptionSummary } from '../queries';
import { RedemptionTag } from './redemption-tag';

/** Shows redemptions as a table. `path` gives the address at which this user sees one of them. */
export function RedemptionTable(props: {
  locale: Locale;
  rows: readonly RedemptionSummary[];
  path: (id: string) => string;
  parties: readonly ('vendor' | 'holder')[];
  empty?: ReactNode;
  /** Returns the box that selects a row, where it can be selected. */
  tick?: (row: RedemptionSummary) => ReactNode;
}) {
  const { locale, rows, path, parties, empty, tick } = props;
  const t = redemptionMessages(locale);
  return (
    <Table
      caption={t.redemptions}
      columns={[
        ...(tick ? [{ key: 'tick', header: bulkMessages(locale).pick, control: true }] : []),
        { key: 'reference', header: t.reference },
        ...(parties.includes('holder') ? [{ key: 'holder', header: t.holder, wrap: true }] : []),
        ...(parties.includes('vendor') ? [{ key: 'vendor', header: t.vendor, wrap: true }] : []),
        { key: 'invoice', header: t.invoice, align: 'right' as const },
        { key: 'subsidy', header: t.subsidy, align: 'right' as const },
        { key: 'state', header: t.state },
        { key: 'at', header: t.submittedAt },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: localePath(locale, path(row.id)),
        cells: {
          ...(tick && { tick: tick(row) }),
          reference: row.reference,
          holder: organisationName(row.holder, locale),
          vendor: organisationName(row.vendor, locale),
          invoice: <Amount fen={row.invoiceFen} locale={locale} />,
          subsidy: <Worth fen={row.subsidyFen} price={row.price} locale={locale} />,
          state: <RedemptionTag state={row.state} locale={locale} />,
          at: <DateTime at={row.submittedAt} locale={locale} />,
        },
      }))}
      empty={empty ?? <EmptyState title={t.none} />}
    />
  );
}
