import { DateOnly } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField, MoneyField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { proposeWaiverAction } from '../actions';
import type { InterestDue } from '../domain/interest';
import { recoveryMessages } from '../messages';

type Localised = { locale: Locale };

/** Shows how the interest of a recovery is worked out: each span with its principal and its days, and what is due. */
export function InterestWorking({ interest, locale }: Localised & { interest: InterestDue }) {
  const t = recoveryMessages(locale);
  const { terms, steps, accruedFen, receivedFen, waivedFen, dueFen } = interest;
  return (
    <>
      <Table
        caption={t.interest}
        columns={[
          { key: 'from', header: t.stepFrom },
          { key: 'to', header: t.stepTo },
          { key: 'principal', header: t.stepPrincipal, align: 'right' },
          { key: 'days', header: t.stepDays, align: 'right' },
          { key: 'interest', header: t.interest, align: 'right' },
        ]}
        rows={steps.map(({ from, to, days, principalFen, interestFen }) => ({
          key: from,
          cells: {
            from: <DateOnly on={from} locale={locale} />,
            to: <DateOnly on={to} locale={locale} />,
            principal: <Amount fen={principalFen} locale={locale} />,
            days: String(days),
            interest: <Amount fen={interestFen} locale={locale} />,
          },
        }))}
        empty={<p className="text-muted">{t.noInterest}</p>}
      />
      <DescriptionList
        items={[
          { term: t.accrued, value: <Amount fen={accruedFen} locale={locale} /> },
          { term: t.received, value: <Amount fen={receivedFen} locale={locale} /> },
          { term: t.waived, value: <Amount fen={waivedFen} locale={locale} /> },
          { term: t.interestDue, value: <Amount fen={dueFen} locale={locale} /> },
        ]}
      />
      <p className="text-muted measure">
        {t.interestLead({ percent: terms.percent, order: terms.order })}
      </p>
    </>
  );
}

/** Shows the interest of a recovery to the city, and to whoever may waive it the form for that. */
export function Interest(
  props: Localised & { recoveryId: string; interest: InterestDue; mayWaive: boolean },
) {
  const { locale, recoveryId, interest, mayWaive } = props;
  const t = recoveryMessages(locale);
  return (
    <Section title={t.interest}>
      <InterestWorking interest={interest} locale={locale} />
      {mayWaive && interest.dueFen > 0n && (
        <Card className="max-w-2xl space-y-4">
          <h3 className="text-lg">{t.waiver}</h3>
          <ActionForm action={proposeWaiverAction} locale={locale} scope="waiver">
            <p className="text-muted measure">{t.waiverLead}</p>
            <HiddenField name="recoveryId" value={recoveryId} />
            <MoneyField name="amountFen" label={t.creditAmount} />
            <TextArea name="reason" label={t.writeOffReason} rows={3} maxLength={1000} />
            <SubmitButton variant="secondary">{t.waiver}</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </Section>
  );
}
