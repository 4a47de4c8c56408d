import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { JournalFilter } from '../journal-filter';
import type { JournalPage } from '../journal-queries';
import type { Subject } from '@/server/subjects';
import { ledgerKinds, ledgerMessages } from '../messages';
import type { proveLedger } from '../queries';
import { Journal } from './journal';

type Proof = Awaited<ReturnType<typeof proveLedger>>;

/** Shows whether all balances are explained, and the sums by kind. */
function Totals({ proof, locale }: { proof: Proof; locale: Locale }) {
  const t = ledgerMessages(locale);
  return (
    <>
      {proof.breaks === 0 ? (
        <Callout tone="success" title={t.balanced}>
          {t.balancedBody({ count: proof.entries })}
        </Callout>
      ) : (
        <Callout tone="danger" title={t.broken}>
          {t.brokenBody({ count: proof.breaks })}
        </Callout>
      )}
      <Section title={t.totals}>
        <Table
          caption={t.totals}
          columns={[
            { key: 'kind', header: t.kind },
            { key: 'count', header: t.count, align: 'right' },
            { key: 'amount', header: t.amount, align: 'right' },
          ]}
          rows={proof.totals.map((row) => ({
            key: row.kind,
            cells: {
              kind: ledgerKinds(locale)[row.kind],
              count: String(row.count),
              amount: <Amount fen={row.amountFen} locale={locale} />,
            },
          }))}
          empty={<EmptyState title={t.none} />}
        />
      </Section>
    </>
  );
}

/** Shows the city's ledger: its sums, and its entries with their filters. */
export function LedgerPage(props: {
  locale: Locale;
  /** Only on the page without a filter. */
  proof: Proof | undefined;
  page: JournalPage;
  search: ReadFilter<JournalFilter>;
  programmes: readonly Subject[];
}) {
  const { locale, proof, page, search, programmes } = props;
  const t = ledgerMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <Link className="link" href={localePath(locale, paths.city.proof())}>
            {t.proof}
          </Link>
        }
      />
      {proof && <Totals proof={proof} locale={locale} />}
      <Journal locale={locale} page={page} search={search} programmes={programmes} />
    </PageBody>
  );
}
