import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import {
  cancelBankChangeAction,
  confirmBankAccountAction,
  saveBankAccountAction,
} from '../actions';
import { organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';

type Props = { locale: Locale; own: OwnOrganisation; edits: boolean };

const details = ['accountNumber', 'bankName', 'cnapsCode'] as const;

/** Sends along which change is meant. */
function Meant({ change }: { change: NonNullable<OwnOrganisation['bankChange']> }) {
  return details.map((name) => <HiddenField key={name} name={name} value={change[name]} />);
}

/** Shows the change that waits: to confirm for a second person, to cancel for everybody. */
function Change({ locale, own }: Props) {
  const t = organisationMessages(locale);
  const { bankChange: change } = own;
  if (!change) return null;
  return (
    <Section title={t.bankChange} lead={t.bankWaits}>
      <DescriptionList
        items={[
          ...details.map((name) => ({ term: t[name], value: change[name] })),
          {
            term: t.bankRequestedAt,
            value: <DateTime at={change.requestedAt} locale={locale} />,
          },
          {
            term: t.bankEffectiveAt,
            value: change.effectiveAt ? (
              <DateTime at={change.effectiveAt} locale={locale} />
            ) : (
              t.bankUnconfirmed
            ),
          },
        ]}
      />
      {!change.effectiveAt && change.mine && <Callout tone="info" title={t.bankMine} />}
      {!change.effectiveAt && !change.mine && (
        <ActionForm action={confirmBankAccountAction} locale={locale} scope="confirm">
          <p className="measure">{t.bankConfirmLead}</p>
          <Meant change={change} />
          <SubmitButton>{t.bankConfirm}</SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={cancelBankChangeAction} locale={locale} scope="cancel">
        <Meant change={change} />
        <SubmitButton variant="secondary">{t.bankCancel}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Returns the account of a waiting change: who edits again starts from what was requested. */
const pick = (change: OwnOrganisation['bankChange']) =>
  change && Object.fromEntries(details.map((name) => [name, change[name]]));

function BankForm({ locale, own }: Props) {
  const t = organisationMessages(locale);
  const bank = own.bank && { ...own.bank, ...pick(own.bankChange) };
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
    <>
      <Section title={t.bank} lead={t.bankLead}>
        {bank ? (
          <DescriptionList
            items={(['accountName', ...details] as const).map((name) => ({
              term: t[name],
              value: bank[name],
            }))}
          />
        ) : (
          <EmptyState title={t.noBank} />
        )}
      </Section>
      <Change {...props} />
      {edits && (
        <Section title={bank ? t.bankEdit : t.bankEnter} lead={bank ? t.bankWaits : undefined}>
          <BankForm {...props} />
        </Section>
      )}
    </>
  );
}
