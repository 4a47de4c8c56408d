import { Flash } from '@/components/ui/callout';
import { HiddenField, TextArea, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormField, FormSection } from '@/features/forms/domain/form';
import { longestTitle } from '@/features/forms/domain/limits';
import { say } from '@/lib/bilingual';
import { formEditorDone, formEditorMessages } from '../messages';
import { ConditionFields } from './condition-fields';
import { draftOf, FormPage, type FormPageProps } from './parts';
import { saveFormSectionAction } from '../actions';

/** Shows the page of a section of the programme's own: its title, its introduction and its condition. */
export function FormSectionPage(
  props: FormPageProps & {
    section: FormSection | undefined;
    earlier: readonly FormField[];
    /** The state of the section that the page shows, to find out whether another user changed it. */
    shown: string;
    done: string | undefined;
  },
) {
  const { locale, programme, section, earlier, shown, done } = props;
  const t = formEditorMessages(locale);
  const version = draftOf(programme);
  return (
    <FormPage
      {...props}
      title={section ? t.sectionTitle({ title: say(section.title, locale) }) : t.newSection}
      inner
      narrow
    >
      <Flash text={formEditorDone(locale, done)} />
      {version && (
        <ActionForm action={saveFormSectionAction} locale={locale}>
          <HiddenField name="versionId" value={version.id} />
          <HiddenField name="section" value={section?.id ?? ''} />
          <HiddenField name="shown" value={shown} />
          <TextField
            name="titleZh"
            label={t.titleZh}
            maxLength={longestTitle}
            defaultValue={section?.title['zh-CN'] ?? ''}
          />
          <TextField
            name="titleEn"
            label={t.titleEn}
            maxLength={longestTitle}
            defaultValue={section?.title.en ?? ''}
          />
          <TextArea
            name="leadZh"
            label={t.leadZh}
            optional
            rows={2}
            defaultValue={section?.lead?.['zh-CN'] ?? ''}
          />
          <TextArea
            name="leadEn"
            label={t.leadEn}
            optional
            rows={2}
            defaultValue={section?.lead?.en ?? ''}
          />
          <ConditionFields
            locale={locale}
            form={version.form}
            earlier={earlier}
            condition={section?.when}
          />
          <SubmitButton>{t.save}</SubmitButton>
        </ActionForm>
      )}
    </FormPage>
  );
}
