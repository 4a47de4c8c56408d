import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { ledgerKinds } from '@/features/ledger/messages';
import { settlementMessages } from '../messages';
import type { BatchPayment } from '../queries';

/** Shows which redemptions a payment pays, and which recoveries it nets, with negative amounts. */
export function PaymentLines(props: {
  locale: Locale;
  reference: string;
  lines: BatchPayment['lines'];
}) {
  const { locale, reference, lines } = props;
  const t = settlementMessages(locale);
  return (
    <Table
      caption={`${t.lines} ${reference}`}
      columns={[
        { key: 'redemption', header: t.redemption },
        { key: 'at', header: t.captured },
        { key: 'amount', header: t.amount, align: 'right' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: {
          redemption: (
            <>
              {line.reference ?? t.direct}
              {line.kind !== 'capture' && (
                <span className="text-muted block">{ledgerKinds(locale)[line.kind]}</span>
              )}
            </>
          ),
          at: <DateTime at={line.at} locale={locale} />,
          amount: <Amount fen={line.amountFen} locale={locale} />,
        },
      }))}
      empty={null}
    />
  );
}
