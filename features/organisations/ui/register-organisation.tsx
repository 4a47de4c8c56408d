import { DateField, RadioGroup, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { registerOrganisationAction } from '../actions';
import { organisationMessages, registerMessages, typeNames } from '../messages';
import { optionsOf } from './options';

export function RegisterOrganisation({ locale }: { locale: Locale }) {
  const t = { ...organisationMessages(locale), ...registerMessages(locale) };
  return (
    <PageBody narrow>
      <PageHeader title={t.title} lead={t.lead} />
      <ActionForm action={registerOrganisationAction} locale={locale}>
        <RadioGroup
          name="kind"
          label={t.kind}
          options={[
            { value: 'startup', label: t.startup, hint: t.startupHint },
            { value: 'vendor', label: t.vendor, hint: t.vendorHint },
            { value: 'operator', label: t.operator, hint: t.operatorHint },
          ]}
        />
        <TextField name="creditCode" label={t.creditCode} hint={t.creditCodeHint} width="medium" />
        <TextField name="name" label={t.name} autoComplete="organization" />
        <SelectField
          name="applicantType"
          label={t.applicantType}
          options={optionsOf(typeNames(locale))}
        />
        <TextField name="region" label={t.region} width="medium" />
        <TextField name="address" label={t.address} autoComplete="street-address" />
        <DateField name="registeredOn" label={t.registeredOn} />
        <TextField name="legalRepresentative" label={t.legalRepresentative} width="medium" />
        <TextField name="contactName" label={t.contactName} width="medium" />
        <TextField name="contactPhone" label={t.contactPhone} width="medium" autoComplete="tel" />
        <SubmitButton>{t.register}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}
