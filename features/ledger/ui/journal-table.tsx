import { EmptyState } from '@/components/ui/empty-state';
import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/status-tag';
import { SubjectLink } from '@/components/ui/subject-link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { subjectText } from '@/lib/subject-text';
import { byText, placeText } from '../entry-text';
import type { JournalRow } from '../journal-queries';
import { ledgerKinds, ledgerMessages } from '../messages';

/** Shows the holder of the voucher and, where it is another, who gets the money. */
function Parties({ row, locale }: { row: JournalRow; locale: Locale }) {
  const names = [row.holder, row.payee].flatMap((one) =>
    one ? [organisationName(one, locale)] : [],
  );
  return (
    <>
      {[...new Set(names)].map((name, at) => (
        <span key={name} className="block">
          {at > 0 && '→ '}
          {words(name, locale)}
        </span>
      ))}
    </>
  );
}

function Payment({ row, locale }: { row: JournalRow; locale: Locale }) {
  const t = ledgerMessages(locale);
  if (!row.payment) return null;
  const { subject, paidOn } = row.payment;
  return (
    <>
      <SubjectLink locale={locale} subject={subject} />
      <span className="text-muted block">
        {paidOn ? t.paid({ on: formatDate(paidOn, locale) }) : t.unpaid}
      </span>
    </>
  );
}

/** Shows entries with what they are about, the parties, who did it and the payment; refused attempts included. */
export function JournalTable(props: {
  locale: Locale;
  rows: readonly JournalRow[];
  filtered: boolean;
}) {
  const { locale, rows, filtered } = props;
  const t = ledgerMessages(locale);
  const kinds = ledgerKinds(locale);
  return (
    <Table
      caption={t.entries}
      columns={[
        { key: 'object', header: t.object, wrap: true },
        { key: 'kind', header: t.kind },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'at', header: t.at },
        { key: 'parties', header: t.parties, wrap: true },
        { key: 'by', header: t.by },
        { key: 'route', header: t.route },
        { key: 'payment', header: t.payment },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        ...(row.subject?.path && { href: localePath(locale, row.subject.path) }),
        cells: {
          object: row.subject ? subjectText(row.subject, locale) : t.none,
          kind: (
            <>
              {kinds[row.kind]}{' '}
              {row.outcome !== 'posted' && <StatusTag tone="danger">{t.declined}</StatusTag>}
            </>
          ),
          amount: <Amount fen={row.amountFen} locale={locale} />,
          at: <DateTime at={row.at} locale={locale} />,
          parties: <Parties row={row} locale={locale} />,
          by: byText(locale, row),
          route: `${placeText(locale, row.debit)} → ${placeText(locale, row.credit)}`,
          payment: <Payment row={row} locale={locale} />,
        },
      }))}
      empty={<EmptyState title={filtered ? t.noneFits : t.none} />}
    />
  );
}
