import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { advanceKinds } from '@/features/advances/messages';
import { say } from '@/lib/bilingual';
import { ledgerKinds } from '@/features/ledger/messages';
import { settlementMessages } from '../messages';
import type { BatchPayment } from '../queries';

/**
 * Shows which redemptions a payment pays, which recoveries it nets and what advances cover, with negative amounts, and what it pays in
 * advance.
 */
export function PaymentLines(props: {
  locale: Locale;
  reference: string;
  lines: BatchPayment['lines'];
  moves: BatchPayment['moves'];
}) {
  const { locale, reference, lines, moves } = props;
  const t = settlementMessages(locale);
  return (
    <Table
      caption={`${t.lines} ${reference}`}
      columns={[
        { key: 'redemption', header: t.redemption },
        { key: 'at', header: t.captured },
        { key: 'amount', header: t.amount, align: 'right' },
      ]}
      rows={[
        ...lines.map((line) => ({
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
        })),
        ...moves.map((move) => ({
          key: move.id,
          cells: {
            redemption: (
              <>
                {advanceKinds(locale)[move.kind]}
                <span className="text-muted block">{say(move.programme, locale)}</span>
              </>
            ),
            at: <DateTime at={move.at} locale={locale} />,
            amount: <Amount fen={move.amountFen} locale={locale} />,
          },
        })),
      ]}
      empty={null}
    />
  );
}
