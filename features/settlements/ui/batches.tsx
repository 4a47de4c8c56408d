import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { BatchState, PaymentState } from '../domain/lifecycle';
import { settlementMessages } from '../messages';
import { planMessages } from '../plan-messages';
import type { Waiting } from '../plan-queries';
import type { listBatches } from '../queries';
import { ProgrammeShares } from './programme-shares';

export const batchTones: Record<BatchState, Tone> = {
  proposed: 'warn',
  released: 'info',
  closed: 'final',
  sent_back: 'danger',
  taken_back: 'neutral',
};
export const paymentTones: Record<PaymentState, Tone> = {
  pending: 'info',
  paid: 'final',
  failed: 'danger',
};

/** Says what is to be known of a payee: why it gets nothing or needs a look, and which debt is taken off. */
function Note({ row, locale }: { row: Waiting['rows'][number]; locale: Locale }) {
  const t = planMessages(locale);
  return (
    <>
      {row.exception && <span className="block">{t[row.exception]}</span>}
      {row.nettedFen > 0n && t.netted({ amount: formatFen(row.nettedFen) })}
    </>
  );
}

/** Returns the columns that a batch needs where advances are drawn or paid. */
const advanceColumns = (locale: Locale) => {
  const { drawn, paidIn, toPay } = planMessages(locale);
  return Object.entries({ drawn, paidIn, toPay }).map(([key, header]) => ({
    key,
    header,
    align: 'right' as const,
  }));
};

/** Shows what waits to be settled, payee by payee, those first that get nothing or need a look. */
export function WaitingTable({ locale, waiting }: { locale: Locale; waiting: Waiting }) {
  const t = settlementMessages(locale);
  const plan = planMessages(locale);
  const withAdvances = waiting.rows.some(({ drawnFen, paidInFen }) => drawnFen + paidInFen > 0n);
  return (
    <>
      {withAdvances && <p className="text-muted measure">{plan.legend}</p>}
      <Table
        caption={t.waiting}
        columns={[
          { key: 'payee', header: t.payee, wrap: true },
          { key: 'note', header: plan.note, wrap: true },
          { key: 'amount', header: t.amount, align: 'right' },
          ...(withAdvances ? advanceColumns(locale) : []),
        ]}
        rows={waiting.rows.map((row) => ({
          key: `${row.payeeId}${row.amountFen.toString()}`,
          href: localePath(locale, paths.city.payeeStatement(row.payeeId)),
          cells: {
            payee: organisationName(row.payee, locale),
            note: <Note row={row} locale={locale} />,
            amount: <Amount fen={row.amountFen} locale={locale} />,
            drawn: <Amount fen={row.drawnFen} locale={locale} />,
            paidIn: <Amount fen={row.paidInFen} locale={locale} />,
            toPay: <Amount fen={row.payFen} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.nothing} />}
      />
      {waiting.count > waiting.rows.length && (
        <p className="text-muted">
          {t.waitingMore({ n: waiting.count, amount: formatFen(waiting.totalFen) })}
        </p>
      )}
    </>
  );
}

export function Batches(props: {
  locale: Locale;
  page: Awaited<ReturnType<typeof listBatches>>;
  cursor: string | undefined;
  mayPropose: boolean;
  mayEditFile: boolean;
}) {
  const { locale, page, cursor, mayPropose, mayEditFile } = props;
  const t = settlementMessages(locale);
  const path = localePath(locale, paths.city.settlements());
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayEditFile && (
            <ButtonLink variant="secondary" href={localePath(locale, paths.city.paymentTemplate())}>
              {t.fileFormat}
            </ButtonLink>
          )
        }
      />
      <Section title={planMessages(locale).programmes}>
        <ProgrammeShares locale={locale} programmes={page.waiting.programmes} />
      </Section>
      <Section title={t.waiting}>
        <WaitingTable locale={locale} waiting={page.waiting} />
        {mayPropose && page.waiting.payableCount > 0 && (
          <ButtonLink href={localePath(locale, paths.city.newSettlement())}>{t.make}</ButtonLink>
        )}
      </Section>
      <Section title={t.batches}>
        <Table
          caption={t.batches}
          columns={[
            { key: 'reference', header: t.reference },
            { key: 'state', header: t.state },
            { key: 'total', header: t.total, align: 'right' },
            { key: 'maker', header: t.madeBy },
            { key: 'checker', header: t.releasedBy },
          ]}
          rows={page.rows.map((row) => ({
            key: row.id,
            href: localePath(locale, paths.city.settlement(row.id)),
            cells: {
              reference: row.reference,
              state: <StatusTag tone={batchTones[row.state]}>{t[row.state]}</StatusTag>,
              total: <Amount fen={row.totalFen} locale={locale} />,
              maker: (
                <>
                  {words(row.maker)} · <DateTime at={row.proposedAt} locale={locale} />
                </>
              ),
              checker: row.releasedAt && (
                <>
                  {words(row.checker)} · <DateTime at={row.releasedAt} locale={locale} />
                </>
              ),
            },
          }))}
          empty={<EmptyState title={t.noBatches} />}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={page.nextCursor} />
      </Section>
    </PageBody>
  );
}
