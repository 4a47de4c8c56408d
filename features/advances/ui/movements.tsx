import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import type { Movement } from '@/features/ledger/advance-queries';
import type { Locale } from '@/lib/locale';
import { advanceKinds, advanceMessages } from '../messages';

type Props = {
  locale: Locale;
  movements: { rows: readonly Movement[]; nextCursor: string | null };
  cursor: string | undefined;
  /** The address of the page, with its language. */
  path: string;
  /** Returns the page of a movement's batch, if the reader may open it. */
  hrefOf?: (batchId: string) => string;
};

/** Shows how advances moved, the newest first, each movement with the payment that it belongs to. */
export function Movements({ locale, movements, cursor, path, hrefOf }: Props) {
  const t = advanceMessages(locale);
  return (
    <Section title={t.movements} id="movements">
      <Table
        caption={t.movements}
        columns={[
          { key: 'at', header: t.at },
          { key: 'kind', header: t.kind },
          { key: 'payment', header: t.payment },
          { key: 'change', header: t.change, align: 'right' },
        ]}
        rows={movements.rows.map((row) => ({
          key: row.id,
          ...(hrefOf && row.batchId && { href: hrefOf(row.batchId) }),
          cells: {
            at: <DateTime at={row.at} locale={locale} />,
            kind: advanceKinds(locale)[row.kind],
            payment: row.paymentReference && (
              <>
                {row.paymentReference}
                {row.paymentState && (
                  <span className="text-muted block text-sm">{t[row.paymentState]}</span>
                )}
              </>
            ),
            change: <Amount fen={row.signedFen} locale={locale} />,
          },
        }))}
        empty={<p className="text-muted">{t.noMovements}</p>}
      />
      <Pager
        locale={locale}
        path={path}
        cursor={cursor}
        nextCursor={movements.nextCursor}
        anchor="movements"
      />
    </Section>
  );
}
