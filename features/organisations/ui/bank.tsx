import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { saveBankAccountAction } from '../actions';
import { organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';

type Props = { locale: Locale; own: OwnOrganisation; edits: boolean };

function BankForm({ locale, own }: Props) {
  const t = organisationMessages(locale);
  const { bank } = own;
  return (
    <ActionForm action={saveBankAccountAction} locale={locale}>
      <HiddenField name="base" value={JSON.stringify(bank ?? {})} />
      <TextField
        name="accountName"
        label={t.accountName}
        defaultValue={bank?.accountName ?? own.name}
      />
      <TextField
        name="accountNumber"
        label={t.accountNumber}
        width="medium"
        defaultValue={bank?.accountNumber ?? ''}
      />
      <TextField name="bankName" label={t.bankName} defaultValue={bank?.bankName ?? ''} />
      <TextField
        name="cnapsCode"
        label={t.cnapsCode}
        width="medium"
        defaultValue={bank?.cnapsCode ?? ''}
      />
      <SubmitButton>{t.save}</SubmitButton>
    </ActionForm>
  );
}

export function Bank(props: Props) {
  const { locale, own, edits } = props;
  const t = organisationMessages(locale);
  const { bank } = own;
  return (
    <Section title={t.bank} lead={t.bankLead}>
      {edits ? (
        <BankForm {...props} />
      ) : bank ? (
        <DescriptionList
          items={(['accountName', 'accountNumber', 'bankName', 'cnapsCode'] as const).map(
            (name) => ({ term: t[name], value: bank[name] }),
          )}
        />
      ) : (
        <EmptyState title={t.noBank} />
      )}
    </Section>
  );
}
