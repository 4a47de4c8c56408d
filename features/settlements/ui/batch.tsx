import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { DateField, HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import {
  markFailedAction,
  markPaidAction,
  requeuePaymentAction,
  sendBackBatchAction,
  takeBackBatchAction,
} from '../actions';
import { hasFile } from '../domain/lifecycle';
import type { BatchFilesView } from '../file-queries';
import type { BatchFunder } from '../funder-queries';
import { settlementDoneText, settlementMessages } from '../messages';
import { planMessages } from '../plan-messages';
import type { BatchPayment, getBatch } from '../queries';
import { BatchFunders } from './batch-funders';
import { FilesBeforeRelease, ReleasedFiles } from './batch-files';
import { batchTones, paymentTones } from './batches';
import { ImportAnswer } from './import-answer';
import { PaymentLines } from './payment-lines';

type Batch = NonNullable<Awaited<ReturnType<typeof getBatch>>>;

function Decide({ payment, locale }: { payment: BatchPayment; locale: Locale }) {
  const t = settlementMessages(locale);
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <ActionForm action={markPaidAction} locale={locale} scope={payment.reference}>
        <HiddenField name="paymentId" value={payment.id} />
        <DateField name="paidOn" label={t.paidOn} />
        <TextField name="bankReference" label={t.bankReference} />
        <SubmitButton size="sm">{t.markPaid}</SubmitButton>
      </ActionForm>
      <ActionForm action={markFailedAction} locale={locale} scope={payment.reference}>
        <HiddenField name="paymentId" value={payment.id} />
        <TextField name="reason" label={t.failureReason} />
        <SubmitButton size="sm" variant="danger">
          {t.markFailed}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** Shows the form for a payment that the bank sent back after it was marked as paid. */
function Bounce({ payment, locale }: { payment: BatchPayment; locale: Locale }) {
  const t = settlementMessages(locale);
  return (
    <details className="group">
      <summary className="link inline-flex min-h-11 items-center">{t.bounced}</summary>
      <ActionForm
        action={markFailedAction}
        locale={locale}
        scope={payment.reference}
        className="space-y-4 pt-2"
      >
        <p className="text-muted measure">{t.bounceLead}</p>
        <HiddenField name="paymentId" value={payment.id} />
        <TextField name="reason" label={t.bounceReason} />
        <SubmitButton size="sm" variant="danger">
          {t.markBounced}
          <span className="sr-only"> {payment.reference}</span>
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

function Payment(props: {
  payment: BatchPayment;
  locale: Locale;
  released: boolean;
  mayMark: boolean;
}) {
  const { payment, locale, released, mayMark } = props;
  const t = settlementMessages(locale);
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-lg">{words(organisationName(payment.payee, locale))}</h3>
        <StatusTag tone={paymentTones[payment.state]}>{t[payment.state]}</StatusTag>
      </div>
      <DescriptionList
        items={[
          { term: t.reference, value: payment.reference },
          { term: t.amount, value: <Amount fen={payment.amountFen} locale={locale} /> },
          { term: t.account, value: `${payment.bankName} ${payment.account}` },
          ...(payment.paidOn
            ? [{ term: t.paidOn, value: `${payment.paidOn} · ${payment.bankReference ?? ''}` }]
            : []),
          ...(payment.failureReason
            ? [{ term: t.failureReason, value: payment.failureReason }]
            : []),
        ]}
      />
      <PaymentLines
        locale={locale}
        reference={payment.reference}
        lines={payment.lines}
        moves={payment.moves}
      />
      {released && mayMark && payment.state === 'pending' && (
        <Decide payment={payment} locale={locale} />
      )}
      {mayMark && payment.state === 'paid' && payment.amountFen > 0n && (
        <Bounce payment={payment} locale={locale} />
      )}
      {mayMark && payment.state === 'failed' && (
        <ActionForm action={requeuePaymentAction} locale={locale}>
          <HiddenField name="paymentId" value={payment.id} />
          <SubmitButton size="sm" variant="secondary">
            {t.requeue}
          </SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}

/**
 * Shows the actions on a batch that is not released yet: take back for its maker, release and send back for the second
 * person.
 */
function Release({ locale, batch, role }: BatchProps) {
  const t = settlementMessages(locale);
  if (batch.mine && may('settlement.propose', role)) {
    return (
      <>
        <Callout tone="info" title={t.notYours} />
        <Section title={t.takeBack} lead={t.takeBackLead}>
          <ActionForm action={takeBackBatchAction} locale={locale}>
            <HiddenField name="batchId" value={batch.id} />
            <SubmitButton variant="secondary">{t.takeBack}</SubmitButton>
          </ActionForm>
        </Section>
      </>
    );
  }
  if (!may('settlement.release', role)) return null;
  return (
    <Section title={t.decide} lead={t.releaseLead}>
      <TwoAnswers>
        <ButtonLink href={localePath(locale, paths.city.release(batch.id))}>
          {t.checkAndRelease}
        </ButtonLink>
        <Decline
          action={sendBackBatchAction}
          locale={locale}
          scope="sendBack"
          subject={{ name: 'batchId', id: batch.id }}
          reason={{ name: 'reason', label: t.sendBackReason, hint: t.sendBackLead }}
          label={t.sendBack}
        />
      </TwoAnswers>
    </Section>
  );
}

/** Shows the history of the batch and its payments: action, person, time and reason. */
function History({ batch, locale }: Pick<BatchProps, 'batch' | 'locale'>) {
  return (
    <Section title={settlementMessages(locale).history}>
      <EventTimeline events={batch.events} locale={locale} />
    </Section>
  );
}

type BatchProps = {
  locale: Locale;
  batch: Batch;
  files: BatchFilesView | undefined;
  funders: readonly BatchFunder[];
  role: Authority;
  done: string | undefined;
};

/** Shows who returned the batch, when and why, if it was returned. */
function returnedItems({ batch, locale }: Pick<BatchProps, 'batch' | 'locale'>) {
  const t = settlementMessages(locale);
  if (!batch.returnedAt) return [];
  const who = (
    <>
      {words(batch.returner)} · <DateTime at={batch.returnedAt} locale={locale} />
    </>
  );
  return [
    { term: t.returnedBy, value: who },
    ...(batch.returnReason ? [{ term: t.returnReason, value: batch.returnReason }] : []),
  ];
}

/** Shows one batch: its release or return, its payments, and its history. */
export function BatchPage(props: BatchProps) {
  const { locale, batch, files, role } = props;
  const t = settlementMessages(locale);
  return (
    <PageBody>
      <Flash text={settlementDoneText(locale, props.done)} />
      <PageHeader
        title={batch.reference}
        eyebrow={<StatusTag tone={batchTones[batch.state]}>{t[batch.state]}</StatusTag>}
        back={{ href: localePath(locale, paths.city.settlements()), label: t.title }}
      />
      <DescriptionList
        items={[
          { term: t.total, value: <Amount fen={batch.totalFen} locale={locale} /> },
          {
            term: planMessages(locale).programme,
            value: batch.programme
              ? say(batch.programme, locale)
              : planMessages(locale).allProgrammes,
          },
          ...(batch.through
            ? [{ term: planMessages(locale).through, value: formatDate(batch.through, locale) }]
            : []),
          {
            term: t.madeBy,
            value: (
              <>
                {words(batch.maker)} · <DateTime at={batch.proposedAt} locale={locale} />
              </>
            ),
          },
          ...(batch.releasedAt
            ? [
                {
                  term: t.releasedBy,
                  value: (
                    <>
                      {words(batch.checker)} · <DateTime at={batch.releasedAt} locale={locale} />
                    </>
                  ),
                },
                {
                  term: t.hash,
                  value: <code className="text-sm break-all">{batch.fileSha256}</code>,
                },
              ]
            : []),
          ...returnedItems(props),
        ]}
      />
      {batch.state === 'proposed' && <Release {...props} />}
      {files &&
        (hasFile(batch.state) ? (
          <ReleasedFiles locale={locale} view={files} batchId={batch.id} />
        ) : (
          <FilesBeforeRelease locale={locale} view={files} />
        ))}
      {batch.state === 'released' && may('payment.mark', role) && (
        <ImportAnswer locale={locale} batchId={batch.id} />
      )}
      <BatchFunders funders={props.funders} locale={locale} />
      <Section title={t.payments}>
        {batch.payments.length === 0 && <p className="text-muted measure">{t.noneLeft}</p>}
        <div className="space-y-4">
          {batch.payments.map((payment) => (
            <Payment
              key={payment.id}
              payment={payment}
              locale={locale}
              released={batch.state === 'released'}
              mayMark={may('payment.mark', role)}
            />
          ))}
        </div>
      </Section>
      <History {...props} />
    </PageBody>
  );
}
