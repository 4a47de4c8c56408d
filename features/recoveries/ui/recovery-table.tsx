import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { recoveryMessages, settledNames } from '../messages';
import type { RecoverySummary } from '../queries';
import { RecoveryTag } from './recovery-tag';

/**
 * Shows recoveries as a table.
 * @param props.path the address at which this user sees one of them; none for those who may not open it
 * @param props.of the column that tells them apart for this reader
 */
export function RecoveryTable(props: {
  locale: Locale;
  rows: readonly RecoverySummary[];
  of: 'payee' | 'city';
  path?: (id: string) => string;
  empty: ReactNode;
}) {
  const { locale, rows, of, path, empty } = props;
  const t = recoveryMessages(locale);
  const bears = rows.some(({ interest }) => interest !== undefined);
  return (
    <Table
      caption={t.register}
      columns={[
        { key: 'reference', header: t.reference },
        { key: 'of', header: t[of], wrap: true },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'owed', header: t.owed, align: 'right' },
        ...(bears ? [{ key: 'interest', header: t.interestDue, align: 'right' as const }] : []),
        { key: 'state', header: t.state, wrap: true },
        { key: 'at', header: t.proposedBy },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        ...(path && { href: localePath(locale, path(row.id)) }),
        cells: {
          reference: row.reference,
          of: of === 'payee' ? organisationName(row.payee, locale) : say(row.city, locale),
          amount: <Amount fen={row.amountFen} locale={locale} />,
          owed: <Amount fen={row.owedFen} locale={locale} />,
          interest: row.interest && <Amount fen={row.interest.dueFen} locale={locale} />,
          state: (
            <>
              <RecoveryTag state={row.state} locale={locale} />
              {row.settledBy && (
                <span className="text-muted block">{settledNames(locale)[row.settledBy]}</span>
              )}
            </>
          ),
          at: <DateTime at={row.proposedAt} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
