import { Callout } from '@/components/ui/callout';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { releaseBatchAction } from '../actions';
import type { BatchFilesView } from '../file-queries';
import { settlementMessages } from '../messages';
import type { getBatch } from '../queries';
import { FilesBeforeRelease } from './batch-files';

type Props = {
  locale: Locale;
  batch: NonNullable<Awaited<ReturnType<typeof getBatch>>>;
  view: BatchFilesView;
};

/** Shows everything that a release pays, and the files it is bound to, before it takes effect. */
export function ReleasePage({ locale, batch, view }: Props) {
  const t = settlementMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.releaseTitle({ reference: batch.reference })}
        lead={t.releaseConfirm({
          n: batch.payments.length,
          amount: formatFen(batch.totalFen),
        })}
        back={{
          href: localePath(locale, paths.city.settlement(batch.id)),
          label: batch.reference,
        }}
      />
      <Section title={t.payments}>
        <Table
          caption={t.payments}
          columns={[
            { key: 'payee', header: t.payee, wrap: true },
            { key: 'account', header: t.account, wrap: true },
            { key: 'amount', header: t.amount, align: 'right' },
          ]}
          rows={batch.payments.map((payment) => ({
            key: payment.id,
            cells: {
              payee: words(organisationName(payment.payee, locale)),
              account: `${payment.bankName} ${payment.account}`,
              amount: <Amount fen={payment.amountFen} locale={locale} />,
            },
          }))}
          empty={null}
        />
      </Section>
      <FilesBeforeRelease locale={locale} view={view} />
      {view.hash !== null && (
        <Section title={t.release} lead={t.releaseLead}>
          <Callout tone="warn" title={t.releaseFinal} />
          <ActionForm action={releaseBatchAction} locale={locale}>
            <HiddenField name="batchId" value={batch.id} />
            <HiddenField name="fileSha256" value={view.hash} />
            <SubmitButton>
              {t.releaseButton({
                n: batch.payments.length,
                amount: formatFen(batch.totalFen),
              })}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </PageBody>
  );
}
