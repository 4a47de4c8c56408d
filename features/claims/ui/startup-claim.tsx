import { Callout, Flash } from '@/components/ui/callout';
import { Checkbox, DateField, HiddenField, MoneyField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { addCostAction, submitClaimAction, withdrawClaimAction } from '../actions';
import { claimLifecycle } from '../domain/lifecycle';
import { claimDoneText, claimMessages } from '../messages';
import type { ClaimDetail } from '../queries';
import { Course, Facts, Invoices, Reasons, Worth } from './claim-parts';
import { ClaimTag } from './claim-tag';
import { Evidence } from './evidence';

type Props = { claim: ClaimDetail; locale: Locale };

function AddInvoice({ claim, locale }: Props) {
  const t = claimMessages(locale);
  return (
    <Card>
      <ActionForm action={addCostAction} locale={locale} clears scope="cost">
        <h3 className="text-lg">{t.addInvoice}</h3>
        <HiddenField name="claimId" value={claim.id} />
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField
            name="invoiceNumber"
            label={t.invoiceNumber}
            hint={t.invoiceNumberHint}
            maxLength={40}
          />
          <TextField
            name="invoiceCode"
            label={t.invoiceCode}
            hint={t.invoiceCodeHint}
            maxLength={20}
            optional
          />
          <DateField name="invoicedOn" label={t.invoicedOn} />
          <MoneyField name="invoiceFen" label={t.invoice} />
          <MoneyField
            name="countedFen"
            label={t.counted}
            hint={claim.taxCounts ? t.countedHint : t.countedHintNet}
          />
          <MoneyField name="paidFen" label={t.paid} />
          <DateField name="paidOn" label={t.paidOn} />
          <TextField name="paymentReference" label={t.paymentReference} maxLength={60} />
        </div>
        <SubmitButton variant="secondary">{t.addInvoice}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

function Submit({ claim, locale, owner }: Props & { owner: boolean }) {
  const t = claimMessages(locale);
  if (!owner) return <Callout tone="info" title={t.ownerOnly} />;
  return (
    <Section title={t.declare}>
      <Card>
        <ActionForm action={submitClaimAction} locale={locale} scope="submit">
          <HiddenField name="claimId" value={claim.id} />
          <Checkbox name="declared" label={t.declaration} />
          <p className="text-muted measure">{t.noAccount}</p>
          <SubmitButton>{claim.state === 'returned' ? t.resubmit : t.submit}</SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}

function Withdraw({ claim, locale }: Props) {
  const t = claimMessages(locale);
  const draft = claim.state === 'draft';
  return (
    <Section title={draft ? t.discard : t.withdraw} lead={!draft && t.withdrawLead}>
      <ActionForm action={withdrawClaimAction} locale={locale} scope="withdraw">
        <HiddenField name="claimId" value={claim.id} />
        <SubmitButton variant="danger">{draft ? t.discard : t.withdraw}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/**
 * Shows a claim to the start-up. While it is open its invoices and documents are entered here; it shows at once what they are
 * worth by the rules, and ends with the declaration.
 */
export function StartupClaim(
  props: Props & { done: string | undefined; owner: boolean; writer: boolean },
) {
  const { claim, locale, done, owner, writer } = props;
  const t = claimMessages(locale);
  const open = claim.open && writer;
  return (
    <PageBody>
      <PageHeader
        eyebrow={t.claim}
        title={claim.reference ?? t.newTitle}
        back={{ href: localePath(locale, paths.startup.voucher(claim.voucherId)), label: t.back }}
        lead={<ClaimTag state={claim.state} locale={locale} />}
      />
      <Flash text={claimDoneText(locale, done)} />
      <Columns
        aside={
          <>
            <Facts {...props} />
            <Course {...props} />
          </>
        }
      >
        <Reasons {...props} />
        <Section id="invoices" title={t.invoices} lead={open && t.invoicesLead}>
          <div className="space-y-4">
            <Invoices {...props} open={open} />
            {open && <AddInvoice {...props} />}
          </div>
        </Section>
        <Evidence {...props} open={open} />
        {claim.costs.length > 0 && <Worth {...props} />}
        {open && <Submit {...props} />}
        {owner && claimLifecycle.can(claim.state, 'withdraw') && <Withdraw {...props} />}
      </Columns>
    </PageBody>
  );
}
