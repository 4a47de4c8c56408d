import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { proposeBatchAction } from '../actions';
import { settlementMessages } from '../messages';
import type { Waiting } from '../queries';
import { WaitingTable } from './batches';

/** Shows what a batch would pay before it is made. */
export function NewBatchPage({ locale, waiting }: { locale: Locale; waiting: Waiting }) {
  const t = settlementMessages(locale);
  const { payableCount, payableFen } = waiting;
  const sum = { n: payableCount, amount: formatFen(payableFen) };
  return (
    <PageBody>
      <PageHeader
        title={t.make}
        lead={payableCount > 0 ? t.makeConfirm(sum) : undefined}
        back={{ href: localePath(locale, paths.city.settlements()), label: t.title }}
      />
      {payableCount === 0 ? (
        <EmptyState title={t.nothingPayable} body={t.nothingPayableBody} />
      ) : (
        <>
          <Section title={t.waiting}>
            <WaitingTable locale={locale} waiting={waiting} />
          </Section>
          <ActionForm action={proposeBatchAction} locale={locale}>
            <HiddenField name="payments" value={String(payableCount)} />
            <HiddenField name="totalFen" value={payableFen.toString()} />
            <SubmitButton>{t.makeButton(sum)}</SubmitButton>
          </ActionForm>
        </>
      )}
    </PageBody>
  );
}
