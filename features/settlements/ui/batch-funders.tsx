import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { settlementMessages } from '../messages';
import type { BatchFunder } from '../funder-queries';

/** Shows what each funder bears of a batch; nothing where no programme in it has funders. */
export function BatchFunders({
  funders,
  locale,
}: {
  funders: readonly BatchFunder[];
  locale: Locale;
}) {
  if (funders.length === 0) return null;
  const t = settlementMessages(locale);
  return (
    <Section title={t.funders} lead={t.fundersLead}>
      <Table
        caption={t.funders}
        columns={[
          { key: 'funder', header: t.funder, wrap: true },
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'amount', header: t.amount, align: 'right' },
        ]}
        rows={funders.map((row) => ({
          key: row.funderId,
          cells: {
            funder: say(row.name, locale),
            programme: say(row.programme, locale),
            amount: <Amount fen={row.amountFen} locale={locale} />,
          },
        }))}
        empty={null}
      />
    </Section>
  );
}
