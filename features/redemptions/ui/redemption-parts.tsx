import { DateOnly } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { Timeline, type TimelineItem } from '@/components/ui/timeline';
import { words } from '@/components/ui/words';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { evidenceCodes } from '@/features/rules/domain/vocabulary';
import { valueNames } from '@/features/rules/value-messages';
import { Worth } from '@/features/rules/ui/worth';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { formatDecimal } from '@/lib/decimal';
import type { Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { chipText } from '../chip-text';
import { invoiceText } from '../domain/invoice-text';
import { redemptionMessages } from '../messages';
import type { RedemptionDetail } from '../queries';

type Props = { redemption: RedemptionDetail; locale: Locale };

/** Shows the three most important amounts: the invoice, the voucher's part, and the start-up's own part. */
export function Amounts({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  const own = fen(redemption.invoiceFen - redemption.subsidyFen);
  return (
    <div className="@container">
      <dl className="border-line bg-surface divide-line grid divide-y rounded border @min-[42rem]:grid-cols-3 @min-[42rem]:divide-x @min-[42rem]:divide-y-0">
        {[
          { term: t.invoice, amount: redemption.invoiceFen },
          { term: t.subsidy, amount: redemption.subsidyFen, price: redemption.price },
          { term: t.own, amount: own },
        ].map(({ term, amount, price }) => (
          <div key={term} className="px-5 py-3">
            <dt className="text-muted text-sm">{term}</dt>
            <dd className="text-xl font-semibold">
              <Worth fen={amount} price={price} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Shows what was delivered, to which start-up, and on which invoice. */
export function Facts({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  return (
    <DescriptionList
      items={[
        { term: t.holder, value: organisationName(redemption.holder, locale) },
        { term: t.vendor, value: organisationName(redemption.vendor, locale) },
        { term: t.city, value: say(redemption.city, locale) },
        ...(redemption.redInvoiceNumber && redemption.redInvoiceOn
          ? [
              {
                term: t.redInvoice,
                value: (
                  <>
                    <span className="code">{redemption.redInvoiceNumber}</span> ·{' '}
                    <DateOnly on={redemption.redInvoiceOn} locale={locale} />
                  </>
                ),
              },
            ]
          : []),
        ...(redemption.reversedFen > 0n
          ? [
              {
                term: t.reversedAmount,
                value: (
                  <Worth fen={redemption.reversedFen} price={redemption.price} locale={locale} />
                ),
              },
            ]
          : []),
        { term: t.order, value: redemption.orderNumber },
        { term: t.orderAmount, value: <Amount fen={redemption.orderFen} locale={locale} /> },
        {
          term: t.holdAmount,
          value: <Worth fen={redemption.holdFen} price={redemption.price} locale={locale} />,
        },
        {
          term: t.invoiceNumber,
          value: <span className="code">{invoiceText(redemption.invoiceKey)}</span>,
        },
        {
          term: t.cardHours,
          value: <span className="tabular">{formatDecimal(redemption.cardHours)}</span>,
        },
        { term: t.chip, value: chipText(locale, redemption.chip) },
        {
          term: t.period,
          value: (
            <>
              <DateOnly on={redemption.servedFrom} locale={locale} /> –{' '}
              <DateOnly on={redemption.servedTo} locale={locale} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Returns the name of the document that a file of a redemption is. */
function evidenceName(requirement: string, locale: Locale): string {
  const code = evidenceCodes.find((known) => requirement === `${known}File`);
  return code ? valueNames(locale)[`paper_${code}`] : requirement;
}

export function Evidence({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  return (
    <Section title={t.documents}>
      <ul className="space-y-2">
        {redemption.documents.map((document) => (
          <li key={document.id}>
            <span className="text-muted mr-2">{evidenceName(document.requirement, locale)}</span>
            <DocumentLink document={document} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Shows the recorded events of a redemption, the newest first. */
export function Course({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  const { submittedAt, confirmedAt, verifiedAt, rejectionReason } = redemption;
  const items: TimelineItem[] = [];
  if (verifiedAt) {
    items.push(
      rejectionReason
        ? { key: 'rejected', title: t.step_rejected, at: verifiedAt, tone: 'danger' }
        : { key: 'verified', title: t.step_verified, at: verifiedAt, tone: 'success' },
    );
  }
  if (confirmedAt) {
    const title = redemption.silent ? t.step_silent : t.step_confirmed;
    items.push({ key: 'confirmed', title, at: confirmedAt, tone: 'success' });
  }
  items.push({ key: 'submitted', title: t.step_submitted, at: submittedAt, tone: 'info' });
  return (
    <Section title={t.course}>
      <Timeline locale={locale} items={items} />
    </Section>
  );
}

/** Shows at the top of the page why a redemption is disputed or was rejected. */
export function Reasons({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  return (
    <>
      {redemption.disputeReason && (
        <Callout
          tone={redemption.state === 'disputed' ? 'warn' : 'neutral'}
          title={t.disputeReason}
        >
          <p className="whitespace-pre-wrap">{words(redemption.disputeReason)}</p>
        </Callout>
      )}
      {redemption.rejectionReason && (
        <Callout tone="danger" title={t.rejectionReason}>
          <p className="whitespace-pre-wrap">{words(redemption.rejectionReason)}</p>
        </Callout>
      )}
    </>
  );
}
