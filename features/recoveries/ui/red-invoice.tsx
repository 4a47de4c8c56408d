import { DateField, HiddenField, RadioGroup, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { RedemptionDetail } from '@/features/redemptions/queries';
import type { Locale } from '@/lib/locale';
import { recordRedInvoiceAction } from '../actions';
import { recoveryMessages } from '../messages';

/** Shows finance the form that records a reversed invoice, while that still changes anything. */
export function RedInvoice({
  redemption,
  locale,
}: {
  redemption: RedemptionDetail;
  locale: Locale;
}) {
  const t = recoveryMessages(locale);
  const { state, redInvoiceNumber, captureEntryId } = redemption;
  if (redInvoiceNumber !== null || state === 'rejected' || state === 'reversed') return null;
  return (
    <Section title={t.redInvoice}>
      <Card className="max-w-2xl">
        <ActionForm action={recordRedInvoiceAction} locale={locale} scope="redInvoice">
          <p className="text-muted measure">{t.redInvoiceLead}</p>
          <HiddenField name="redemptionId" value={redemption.id} />
          <TextField name="redInvoiceNumber" label={t.redInvoiceNumber} />
          <DateField name="redInvoiceOn" label={t.redInvoiceOn} />
          {captureEntryId === null ? (
            <HiddenField name="voucherAfter" value="ended" />
          ) : (
            <RadioGroup
              name="voucherAfter"
              label={t.voucherAfter}
              options={[
                { value: 'restored', label: t.restored },
                { value: 'ended', label: t.ended },
              ]}
            />
          )}
          <SubmitButton variant="danger">{t.recordRedInvoice}</SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}
