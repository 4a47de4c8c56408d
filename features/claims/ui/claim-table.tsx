import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { claimMessages } from '../messages';
import type { ClaimSummary } from '../queries';
import { ClaimTag } from './claim-tag';

const amount = (fen: Fen | null, locale: Locale) =>
  fen === null ? '—' : <Amount fen={fen} locale={locale} />;

/** Shows claims as a table. `path` gives the address at which this user sees one of them. */
export function ClaimTable(props: {
  locale: Locale;
  rows: readonly ClaimSummary[];
  path: (id: string) => string;
  holder?: boolean;
  empty: ReactNode;
}) {
  const { locale, rows, path, holder = false, empty } = props;
  const t = claimMessages(locale);
  return (
    <Table
      caption={t.claims}
      columns={[
        { key: 'reference', header: t.reference },
        ...(holder ? [{ key: 'holder', header: t.holder, wrap: true }] : []),
        { key: 'costs', header: t.costs, align: 'right' as const },
        { key: 'claimed', header: t.claimed, align: 'right' as const },
        { key: 'approved', header: t.approved, align: 'right' as const },
        { key: 'state', header: t.state },
        { key: 'at', header: t.submittedAt },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: localePath(locale, path(row.id)),
        cells: {
          reference: row.reference ?? t.noReference,
          holder: organisationName(row.holder, locale),
          costs: amount(row.costsFen, locale),
          claimed: amount(row.claimedFen, locale),
          approved: amount(row.approvedFen, locale),
          state: <ClaimTag state={row.state} locale={locale} />,
          at: row.submittedAt ? <DateTime at={row.submittedAt} locale={locale} /> : '—',
        },
      }))}
      empty={empty}
    />
  );
}
