import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { DescriptionList } from '@/components/ui/description-list';
import { DateField, EmailField, RadioGroup, SelectField, TextField } from '@/components/ui/fields';
import { DateOnly } from '@/components/ui/date-time';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import type { Role } from '@/lib/roles';
import { may } from '@/lib/permissions';
import {
  completeOrganisationAction,
  inviteColleagueAction,
  registerOrganisationAction,
  saveBankAccountAction,
} from '../actions';
import { invitableRoles } from '../domain';
import { peopleMessages, roleNames } from '../messages';
import type { Colleague, getOwnOrganisation } from '../queries';
import { ColleagueTable } from './colleague-table';

type Own = Awaited<ReturnType<typeof getOwnOrganisation>>;

/** What is asked of every organisation beside its code and its name. */
function Details({ locale, own }: { locale: Locale; own?: Own }) {
  const t = peopleMessages(locale);
  return (
    <>
      <SelectField
        name="applicantType"
        label={t.applicantType}
        defaultValue={own?.applicantType ?? ''}
        options={(['enterprise', 'institute', 'university'] as const).map((value) => ({
          value,
          label: t[value],
        }))}
      />
      <TextField name="region" label={t.region} width="medium" defaultValue={own?.region ?? ''} />
      <TextField name="address" label={t.address} autoComplete="street-address" />
      <DateField
        name="registeredOn"
        label={t.registeredOn}
        defaultValue={own?.registeredOn ?? ''}
      />
      <TextField name="legalRepresentative" label={t.legalRepresentative} width="medium" />
      <TextField name="contactName" label={t.contactName} width="medium" />
      <TextField name="contactPhone" label={t.contactPhone} width="medium" autoComplete="tel" />
    </>
  );
}

/** What the city's list did not say of a firm that was awarded before it came here. */
function Complete({ locale, own, may }: { locale: Locale; own: Own; may: boolean }) {
  const t = peopleMessages(locale);
  return (
    <Section title={t.completeTitle} lead={t.completeLead}>
      {may && (
        <ActionForm action={completeOrganisationAction} locale={locale}>
          <Details locale={locale} own={own} />
          <SubmitButton>{t.save}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}

export function RegisterOrganisation({ locale }: { locale: Locale }) {
  const t = peopleMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader title={t.registerTitle} lead={t.registerLead} />
      <ActionForm action={registerOrganisationAction} locale={locale}>
        <RadioGroup
          name="kind"
          label={t.kind}
          options={[
            { value: 'startup', label: t.startup, hint: t.startupHint },
            { value: 'vendor', label: t.vendor, hint: t.vendorHint },
          ]}
        />
        <TextField name="creditCode" label={t.creditCode} hint={t.creditCodeHint} width="medium" />
        <TextField name="name" label={t.organisationName} autoComplete="organization" />
        <Details locale={locale} />
        <SubmitButton>{t.register}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}

function BankAccount({ locale, own }: { locale: Locale; own: Own }) {
  const t = peopleMessages(locale);
  return (
    <Section title={t.bank} lead={t.bankLead}>
      <ActionForm action={saveBankAccountAction} locale={locale}>
        <TextField
          name="accountName"
          label={t.accountName}
          defaultValue={own.bank?.accountName ?? own.name}
        />
        <TextField
          name="accountNumber"
          label={t.accountNumber}
          width="medium"
          defaultValue={own.bank?.accountNumber ?? ''}
        />
        <TextField name="bankName" label={t.bankName} defaultValue={own.bank?.bankName ?? ''} />
        <TextField
          name="cnapsCode"
          label={t.cnaps}
          width="medium"
          defaultValue={own.bank?.cnapsCode ?? ''}
        />
        <SubmitButton variant="secondary">{t.save}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

export function OrganisationPage(props: {
  locale: Locale;
  role: Role;
  own: Own;
  colleagues: readonly Colleague[];
}) {
  const { locale, role, own, colleagues } = props;
  const t = peopleMessages(locale);
  const invitable = invitableRoles(role);
  return (
    <PageBody>
      <PageHeader title={own.name} eyebrow={t.organisation} />
      <Columns
        aside={
          invitable.length > 0 && (
            <Section title={t.inviteTitle} lead={t.inviteHint}>
              <ActionForm action={inviteColleagueAction} locale={locale}>
                <EmailField name="email" label={t.email} autoComplete="off" />
                <RadioGroup
                  name="role"
                  label={t.role}
                  options={invitable.map((value) => ({ value, label: roleNames(locale)[value] }))}
                />
                <SubmitButton variant="secondary">{t.invite}</SubmitButton>
              </ActionForm>
            </Section>
          )
        }
      >
        {own.legalRepresentative === '' && (
          <Complete locale={locale} own={own} may={may('organisation.edit', role)} />
        )}
        <Section title={t.profile}>
          <DescriptionList
            items={[
              { term: t.creditCode, value: <span className="tabular">{own.creditCode}</span> },
              { term: t.applicantType, value: t[own.applicantType as 'enterprise'] },
              { term: t.region, value: own.region },
              { term: t.address, value: own.address },
              {
                term: t.registeredOn,
                value: own.registeredOn && <DateOnly on={own.registeredOn} locale={locale} />,
              },
              { term: t.legalRepresentative, value: own.legalRepresentative },
              {
                term: t.contactName,
                value: own.contactName && `${own.contactName} · ${own.contactPhone}`,
              },
            ]}
          />
        </Section>
        <Section title={t.people}>
          <ColleagueTable locale={locale} people={colleagues} />
        </Section>
        {may('organisation.edit', role) && <BankAccount locale={locale} own={own} />}
      </Columns>
    </PageBody>
  );
}
