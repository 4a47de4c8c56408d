import { HiddenField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { say, type Bilingual } from '@/lib/bilingual';
import { paths } from '@/lib/paths';
import { editorMessages } from '../messages';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { createProgrammeAction, createVersionAction } from '../actions';

/** Shows the button that begins the next version from the one in force. */
export function CreateVersion({
  locale,
  programme,
}: {
  locale: Locale;
  programme: { id: string };
}) {
  return (
    <ActionForm action={createVersionAction} locale={locale} scope={programme.id}>
      <HiddenField name="programmeId" value={programme.id} />
      <SubmitButton variant="secondary" size="sm">
        {editorMessages(locale).newVersion}
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows the form that begins a programme: its name, and the programme to copy from. */
export function NewProgramme(props: {
  locale: Locale;
  templates: readonly { id: string; title: Bilingual }[];
}) {
  const { locale, templates } = props;
  const t = editorMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.newProgramme}
        lead={t.newProgrammeLead}
        back={{
          href: localePath(locale, paths.city.programmes()),
          label: cityProgrammeMessages(locale).title,
        }}
      />
      <ActionForm action={createProgrammeAction} locale={locale}>
        <TextField name="titleZh" label={t.titleZh} maxLength={80} />
        <TextField name="titleEn" label={t.titleEn} maxLength={120} />
        <TextField name="slug" label={t.slug} hint={t.slugHint} width="medium" maxLength={60} />
        <SelectField
          name="from"
          label={t.from}
          optional
          width="full"
          options={[
            { value: '', label: t.fromNone },
            ...templates.map(({ id, title }) => ({ value: id, label: say(title, locale) })),
          ]}
        />
        <SubmitButton>{t.create}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}
