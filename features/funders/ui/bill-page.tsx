import { ButtonLink } from '@/components/ui/button-link';
import { Flash } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { Decline } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { withdrawBillAction } from '../actions';
import { funderDoneText, funderMessages } from '../messages';
import type { Bill } from '../queries';
import { BillTag } from './bill-tag';
import { Receipts } from './receipts';

type Props = { bill: Bill; locale: Locale; role: Authority };

/** Shows whom a bill asks for what, and who issued or withdrew it. */
function Facts({ bill, locale }: Pick<Props, 'bill' | 'locale'>) {
  const t = funderMessages(locale);
  const by = (name: string | null, at: Date) => (
    <>
      {words(name)} · <DateTime at={at} locale={locale} />
    </>
  );
  return (
    <DescriptionList
      items={[
        { term: t.funder, value: say(bill.funder, locale) },
        { term: t.programme, value: say(bill.programme, locale) },
        {
          term: t.period,
          value: (
            <>
              <DateOnly on={bill.fromOn} locale={locale} /> –{' '}
              <DateOnly on={bill.toOn} locale={locale} />
            </>
          ),
        },
        { term: t.amount, value: <Amount fen={bill.amountFen} locale={locale} /> },
        ...(bill.standing
          ? [
              { term: t.received, value: <Amount fen={bill.paidFen} locale={locale} /> },
              { term: t.left, value: <Amount fen={bill.leftFen} locale={locale} /> },
            ]
          : []),
        { term: t.issuedBy, value: by(bill.issuedBy, bill.issuedAt) },
        ...(bill.withdrawnAt
          ? [
              { term: t.withdrawnBy, value: by(bill.withdrawnBy, bill.withdrawnAt) },
              { term: t.withdrawReason, value: words(bill.withdrawReason) },
            ]
          : []),
      ]}
    />
  );
}

/** Shows the batches that a bill covers. The lines of each are in the files. */
function Batches({ bill, locale }: Pick<Props, 'bill' | 'locale'>) {
  const t = funderMessages(locale);
  const file = (format: 'csv' | 'xlsx') => paths.api.billFile(bill.id, { format, locale });
  return (
    <Section
      title={t.batches}
      actions={
        <>
          <ButtonLink variant="secondary" href={file('csv')} download>
            {t.csv}
          </ButtonLink>
          <ButtonLink variant="secondary" href={file('xlsx')} download>
            {t.xlsx}
          </ButtonLink>
        </>
      }
    >
      <Table
        caption={t.batches}
        columns={[
          { key: 'batch', header: t.batch },
          { key: 'releasedAt', header: t.releasedAt },
          { key: 'lines', header: t.lines, align: 'right' },
          { key: 'amount', header: t.share, align: 'right' },
        ]}
        rows={bill.batches.map((batch) => ({
          key: batch.batchId,
          href: localePath(locale, paths.city.settlement(batch.batchId)),
          cells: {
            batch: batch.reference,
            releasedAt: batch.releasedAt && <DateTime at={batch.releasedAt} locale={locale} />,
            lines: batch.lines,
            amount: <Amount fen={batch.amountFen} locale={locale} />,
          },
        }))}
        empty={null}
      />
    </Section>
  );
}

/** Shows one bill to a funder as it is printed: what it covers, what was received for it, and its history. */
export function BillPage(props: Props & { done: string | undefined }) {
  const { bill, locale, role, done } = props;
  const t = funderMessages(locale);
  const withdrawable = bill.state === 'issued' && bill.paidFen === 0n;
  return (
    <PageBody>
      <PageHeader
        eyebrow={t.bill}
        title={bill.reference}
        lead={<BillTag state={bill.state} locale={locale} />}
        back={{ href: localePath(locale, paths.city.funders()), label: t.title }}
      />
      <Flash text={funderDoneText(locale, done)} />
      <Facts {...props} />
      <Batches {...props} />
      {bill.standing && <Receipts {...props} />}
      {withdrawable && may('funder.bill', role) && (
        <div className="no-print">
          <Decline
            action={withdrawBillAction}
            locale={locale}
            scope="withdraw"
            subject={{ name: 'billId', id: bill.id }}
            reason={{ name: 'reason', label: t.withdrawReason, hint: t.withdrawLead }}
            label={t.withdraw}
          />
        </div>
      )}
      <Section title={t.history}>
        <EventTimeline events={bill.events} locale={locale} />
      </Section>
    </PageBody>
  );
}
