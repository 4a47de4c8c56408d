import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { placeText } from '../entry-text';
import { ledgerKinds, ledgerMessages } from '../messages';
import type { Entry } from '../queries';

/** Shows what moved, when, from where and to where, declined attempts included. */
export function EntryTable({ locale, entries }: { locale: Locale; entries: readonly Entry[] }) {
  const t = ledgerMessages(locale);
  return (
    <Table
      caption={t.entries}
      columns={[
        { key: 'kind', header: t.kind },
        { key: 'at', header: t.at },
        { key: 'route', header: t.route },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'outcome', header: t.outcome },
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: {
          kind: ledgerKinds(locale)[entry.kind],
          at: <DateTime at={entry.at} locale={locale} />,
          route: `${placeText(locale, entry.debit)} → ${placeText(locale, entry.credit)}`,
          amount: <Amount fen={entry.amountFen} locale={locale} />,
          outcome: (
            <StatusTag tone={entry.outcome === 'posted' ? 'success' : 'danger'}>
              {entry.outcome === 'posted' ? t.posted : t.declined}
            </StatusTag>
          ),
        },
      }))}
      empty={<EmptyState title={t.none} />}
    />
  );
}
