import { CheckboxGroup, DateField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { allMandateRights } from '@/lib/permissions';
import { proposeMandateAction } from '../actions';
import { mandateMessages, rightNames, rightTexts } from '../messages';

/** Shows the form that proposes a mandate. */
export function ProposeMandate({ locale }: { locale: Locale }) {
  const t = mandateMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.propose}
        lead={t.proposeLead}
        back={{ href: localePath(locale, paths.city.mandates()), label: t.title }}
      />
      <ActionForm action={proposeMandateAction} locale={locale}>
        <TextField
          name="creditCode"
          label={t.creditCode}
          hint={t.creditCodeHint}
          maxLength={30}
          width="medium"
        />
        <TextField name="number" label={t.number} maxLength={60} width="medium" />
        <DateField name="agreedOn" label={t.agreedOn} />
        <CheckboxGroup
          name="rights"
          label={t.rights}
          options={allMandateRights.map((right) => ({
            value: right,
            label: rightNames(locale)[right],
            hint: rightTexts(locale)[right],
          }))}
        />
        <DateField name="firstOn" label={t.firstOn} />
        <DateField name="lastOn" label={t.lastOn} hint={t.lastOnHint} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}
