import { Callout } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { Timeline, type TimelineItem } from '@/components/ui/timeline';
import { words } from '@/components/ui/words';
import { invoiceText } from '@/features/redemptions/domain/invoice-text';
import { AssessmentSteps, RefusalReasons } from '@/features/rules/ui/assessment';
import { say } from '@/lib/bilingual';
import { formatUntil } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { removeCostAction } from '../actions';
import { claimMessages } from '../messages';
import type { ClaimDetail } from '../queries';

type Props = { claim: ClaimDetail; locale: Locale };

/** Shows at the top of the page what is to be corrected, or why less or nothing is paid. */
export function Reasons({ claim, locale }: Props) {
  const t = claimMessages(locale);
  const { correction, correctionDueAt, reason, state } = claim;
  const toCorrect = state === 'returned' && correctionDueAt;
  return (
    <>
      {correction && (
        <Callout
          tone={toCorrect ? 'warn' : 'neutral'}
          title={
            toCorrect
              ? t.correctionTitle({ on: formatUntil(correctionDueAt, locale) })
              : t.correctionPast
          }
        >
          <p className="whitespace-pre-wrap">{words(correction)}</p>
        </Callout>
      )}
      {reason && (
        <Callout
          tone={state === 'refused' ? 'danger' : 'neutral'}
          title={state === 'refused' ? t.refusalReason : t.reductionReason}
        >
          <p className="whitespace-pre-wrap">{words(reason)}</p>
        </Callout>
      )}
    </>
  );
}

/** Shows the invoices with their payments; while the claim is open, each can be taken out. */
export function Invoices({ claim, locale, open }: Props & { open: boolean }) {
  const t = claimMessages(locale);
  return (
    <Table
      caption={t.invoices}
      columns={[
        { key: 'number', header: t.invoiceShort, wrap: true },
        { key: 'invoice', header: t.invoice, align: 'right' },
        { key: 'counted', header: t.counted, align: 'right' },
        { key: 'paid', header: t.payment, align: 'right', wrap: true },
        ...(open ? [{ key: 'action', header: t.action }] : []),
      ]}
      rows={claim.costs.map((cost) => ({
        key: cost.id,
        cells: {
          number: (
            <>
              <span className="code">{invoiceText(cost.invoiceKey)}</span>
              <span className="text-muted block text-sm">
                <DateOnly on={cost.invoicedOn} locale={locale} />
              </span>
            </>
          ),
          invoice: <Amount fen={cost.invoiceFen} locale={locale} />,
          counted: <Amount fen={cost.countedFen} locale={locale} />,
          paid: (
            <>
              <Amount fen={cost.paidFen} locale={locale} />
              <span className="text-muted block text-sm">
                <DateOnly on={cost.paidOn} locale={locale} /> · {words(cost.paymentReference)}
              </span>
            </>
          ),
          action: (
            <ActionForm action={removeCostAction} locale={locale} scope={cost.id}>
              <HiddenField name="claimId" value={claim.id} />
              <HiddenField name="costId" value={cost.id} />
              <SubmitButton variant="quiet" size="sm">
                {t.remove}
                <span className="sr-only"> {invoiceText(cost.invoiceKey)}</span>
              </SubmitButton>
            </ActionForm>
          ),
        },
      }))}
      empty={<EmptyState title={t.noInvoices} />}
    />
  );
}

/** Shows how the amount follows from the costs: the steps of the rules, the award as the limit, and the earlier claims. */
export function Worth({ claim, locale }: Props) {
  const t = claimMessages(locale);
  const { worth, faceValueFen } = claim;
  const beforeFen = fen(
    (worth.limitedByAward ? faceValueFen : worth.entitledFen) - worth.amountFen,
  );
  const earlierFen = fen(worth.allCostsFen - worth.costsFen);
  return (
    <Section id="worth" title={t.worth} lead={t.worthLead}>
      {worth.refusals.length > 0 ? (
        <>
          <Callout tone="warn" title={t.nothing} />
          <RefusalReasons refusals={worth.refusals} locale={locale} />
        </>
      ) : (
        <div className="space-y-4">
          <DescriptionList
            items={[
              ...(earlierFen > 0n
                ? [
                    { term: t.ownCosts, value: <Amount fen={worth.costsFen} locale={locale} /> },
                    { term: t.earlierCosts, value: <Amount fen={earlierFen} locale={locale} /> },
                  ]
                : []),
              { term: t.allCosts, value: <Amount fen={worth.allCostsFen} locale={locale} /> },
            ]}
          />
          <AssessmentSteps steps={worth.steps} locale={locale} />
          <DescriptionList
            items={[
              { term: t.entitled, value: <Amount fen={worth.entitledFen} locale={locale} /> },
              ...(beforeFen > 0n
                ? [{ term: t.before, value: <Amount fen={beforeFen} locale={locale} /> }]
                : []),
              {
                term: t.thisClaim,
                value: (
                  <strong>
                    <Amount fen={worth.amountFen} locale={locale} />
                  </strong>
                ),
              },
            ]}
          />
          {worth.limitedByAward && (
            <p className="measure">{t.byAward({ amount: formatFen(faceValueFen) })}</p>
          )}
        </div>
      )}
    </Section>
  );
}

/** Shows whose claim it is, on which award, and the amounts that stand. */
export function Facts({ claim, locale }: Props) {
  const t = claimMessages(locale);
  const amount = (term: string, value: ClaimDetail['claimedFen']) =>
    value === null ? [] : [{ term, value: <Amount fen={value} locale={locale} /> }];
  return (
    <DescriptionList
      items={[
        { term: t.holder, value: organisationName(claim.holder, locale) },
        { term: t.city, value: say(claim.city, locale) },
        { term: t.programme, value: say(claim.programme, locale) },
        ...amount(t.award, claim.faceValueFen),
        ...amount(t.left, claim.availableFen),
        { term: t.validTo, value: <DateTime at={claim.validTo} locale={locale} /> },
        ...amount(t.claimed, claim.claimedFen),
        ...(claim.acceptedFen === claim.costsFen ? [] : amount(t.accepted, claim.acceptedFen)),
        ...amount(t.approved, claim.approvedFen),
        ...(claim.reversedFen > 0n ? amount(t.reversedAmount, claim.reversedFen) : []),
        ...(claim.submittedBy ? [{ term: t.submittedBy, value: claim.submittedBy }] : []),
      ]}
    />
  );
}

/** Shows the recorded events of a claim, the newest first. */
export function Course({ claim, locale }: Props) {
  const t = claimMessages(locale);
  const { submittedAt, returnedAt, correctedAt, decidedAt, state } = claim;
  const step = (
    key: 'submitted' | 'returned' | 'corrected' | 'verified' | 'refused',
    at: Date | null,
    tone: TimelineItem['tone'],
  ): TimelineItem[] => (at ? [{ key, title: t[`step_${key}`], at, tone }] : []);
  const items = [
    ...(state === 'refused'
      ? step('refused', decidedAt, 'danger')
      : step('verified', decidedAt, 'success')),
    ...step('corrected', correctedAt, 'info'),
    ...step('returned', returnedAt, 'warn'),
    ...step('submitted', submittedAt, 'info'),
  ];
  if (items.length === 0) return null;
  return (
    <Section title={t.course}>
      <Timeline locale={locale} items={items} />
    </Section>
  );
}
