import { Callout } from '@/components/ui/callout';
import { MoneyBar } from '@/components/ui/meter';
import { Amount } from '@/components/ui/money';
import { Card, Figure, PageBody, PageHeader } from '@/components/ui/page';
import { say } from '@/features/programmes/domain/text';
import type { Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { budgetMessages } from '../messages';
import type { getBudget } from '../queries';

type Row = Awaited<ReturnType<typeof getBudget>>[number];

function Warning({ row, locale }: { row: Row; locale: Locale }) {
  const t = budgetMessages(locale);
  const { budgetFen, committedFen } = row.pool;
  if (committedFen * 100n > budgetFen * 95n) return <Callout tone="danger" title={t.warn95} />;
  return committedFen * 100n > budgetFen * 80n ? <Callout tone="warn" title={t.warn80} /> : null;
}

export function Budget({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  const t = budgetMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      {rows.map((row) => (
        <Card key={row.id} className="space-y-5">
          <h2 className="text-xl">{row.title && say(row.title, locale)}</h2>
          <Warning row={row} locale={locale} />
          <div className="grid gap-4 sm:grid-cols-4">
            <Figure
              label={t.budget}
              value={<Amount fen={row.pool.budgetFen} locale={locale} overview />}
            />
            <Figure label={t.issued} value={<Amount fen={row.issued} locale={locale} overview />} />
            <Figure
              label={t.approved}
              value={<Amount fen={row.approvedFen} locale={locale} overview />}
            />
            <Figure
              label={t.returned}
              value={<Amount fen={row.returned} locale={locale} overview />}
            />
          </div>
          <MoneyBar
            locale={locale}
            totalFen={row.pool.budgetFen}
            segments={[
              { key: 'spent', label: t.spent, fen: row.spent },
              { key: 'held', label: t.held, fen: row.held },
              {
                key: 'available',
                label: t.available,
                fen: fen(row.issued - row.spent - row.held - row.returned),
              },
              { key: 'left', label: t.left, fen: row.pool.leftFen },
            ]}
          />
        </Card>
      ))}
    </PageBody>
  );
}
