import { EmptyState } from '@/components/ui/empty-state';
import {
  HiddenField,
  MoneyField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDate, shanghaiDate } from '@/lib/dates';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { proposeRecoveryAction } from '../actions';
import { recoveryMessages } from '../messages';
import type { getRecoverable } from '../recoverable-queries';

type Loaded = NonNullable<Awaited<ReturnType<typeof getRecoverable>>>;

/** Shows the form that proposes to recover an amount of one voucher. */
export function ProposeRecovery(props: {
  locale: Locale;
  recoverable: Loaded;
  /** The entry that the user came from. */
  entry: string | undefined;
}) {
  const { locale, recoverable, entry } = props;
  const { captures, mayRestore, voucherId, code } = recoverable;
  const t = recoveryMessages(locale);
  const options = captures.map((one) => ({
    value: one.entryId,
    label: [
      one.reference ?? t.paidOut,
      organisationName(one.payee, locale),
      formatDate(shanghaiDate(one.at), locale),
      t.left({ amount: formatFen(one.mostFen) }),
    ].join(' · '),
  }));
  const chosen = captures.find((one) => one.entryId === entry) ?? captures[0];
  return (
    <PageBody>
      <PageHeader
        eyebrow={<span className="code">{formatVoucherCode(code)}</span>}
        title={t.propose}
        lead={t.proposeLead}
        back={{ href: localePath(locale, paths.city.voucher(voucherId)), label: t.voucher }}
      />
      {chosen === undefined ? (
        <EmptyState title={t.nothing} />
      ) : (
        <Card className="max-w-2xl">
          <ActionForm action={proposeRecoveryAction} locale={locale}>
            <SelectField
              name="entryId"
              label={t.which}
              width="full"
              defaultValue={chosen.entryId}
              options={options}
            />
            <MoneyField name="amountFen" label={t.amount} />
            {mayRestore ? (
              <RadioGroup
                name="voucherAfter"
                label={t.voucherAfter}
                options={[
                  { value: 'restored', label: t.restored },
                  { value: 'ended', label: t.ended },
                ]}
              />
            ) : (
              <HiddenField name="voucherAfter" value="ended" />
            )}
            <TextField name="ground" label={t.ground} hint={t.groundHint} maxLength={200} />
            <TextArea name="reason" label={t.reason} rows={4} maxLength={1000} />
            <SubmitButton>{t.propose}</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </PageBody>
  );
}
