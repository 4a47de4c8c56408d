import { ButtonLink } from '@/components/ui/button-link';
import { DateField, HiddenField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { saveRegistrationAction } from '../actions';
import { organisationMessages, sectorNames, sizeNames, typeNames } from '../messages';
import type { OwnOrganisation } from '../queries';
import { partPath } from './frame';
import { optionsOf } from './options';

export function RegistrationForm({ locale, own }: { locale: Locale; own: OwnOrganisation }) {
  const t = organisationMessages(locale);
  const open = { value: '', label: t.unsaid };
  const shown = {
    name: own.name,
    nameEn: own.nameEn ?? '',
    applicantType: own.applicantType,
    region: own.region,
    address: own.address,
    registeredOn: own.registeredOn ?? '',
    legalRepresentative: own.legalRepresentative,
    size: own.size ?? '',
    sector: own.sector ?? '',
    onePerson: own.onePerson === null ? '' : own.onePerson ? 'yes' : 'no',
  };
  return (
    <Section title={t.registration} lead={t.registrationLead}>
      <ActionForm action={saveRegistrationAction} locale={locale}>
        <HiddenField name="base" value={JSON.stringify(shown)} />
        <div>
          <p className="font-semibold">{t.creditCode}</p>
          <p className="text-muted text-sm">{t.creditCodeFixed}</p>
          <p className="code mt-1">{own.creditCode}</p>
        </div>
        <TextField name="name" label={t.name} defaultValue={shown.name} />
        <TextField name="nameEn" label={t.nameEn} defaultValue={shown.nameEn} optional />
        <SelectField
          name="applicantType"
          label={t.applicantType}
          defaultValue={shown.applicantType}
          options={optionsOf(typeNames(locale))}
        />
        <TextField name="region" label={t.region} width="medium" defaultValue={shown.region} />
        <TextField name="address" label={t.address} defaultValue={shown.address} />
        <DateField name="registeredOn" label={t.registeredOn} defaultValue={shown.registeredOn} />
        <TextField
          name="legalRepresentative"
          label={t.legalRepresentative}
          width="medium"
          defaultValue={shown.legalRepresentative}
        />
        <SelectField
          name="size"
          label={t.size}
          hint={t.sizeHint}
          optional
          defaultValue={shown.size}
          options={[open, ...optionsOf(sizeNames(locale))]}
        />
        <SelectField
          name="sector"
          label={t.sector}
          optional
          defaultValue={shown.sector}
          options={[open, ...optionsOf(sectorNames(locale))]}
        />
        <SelectField
          name="onePerson"
          label={t.onePerson}
          optional
          defaultValue={shown.onePerson}
          options={[open, { value: 'yes', label: t.yes }, { value: 'no', label: t.no }]}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink href={partPath(locale, own.kind)} variant="secondary">
            {t.cancel}
          </ButtonLink>
        </div>
      </ActionForm>
    </Section>
  );
}
