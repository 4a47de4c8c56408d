import { Flash } from '@/components/ui/callout';
import { Checkbox, HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { FieldKind, FormField } from '@/features/forms/domain/form';
import { kindName, questionText } from '@/features/forms/text';
import { say } from '@/lib/bilingual';
import { formEditorDone, formEditorMessages } from '../messages';
import { ConditionFields } from './condition-fields';
import { KindFields } from './kind-fields';
import { LivePreview } from './live-preview';
import { PreviewAside } from './overview';
import { draftOf, FormPage, type FormPageProps } from './parts';
import { saveQuestionAction } from '../actions';

type Props = FormPageProps & {
  sectionId: string;
  /** Undefined for a new question. */
  field: FormField | undefined;
  kind: FieldKind;
  earlier: readonly FormField[];
  shown: string;
  done: string | undefined;
};

/** The id of the form that the preview reads. */
const editorId = 'question';

/** Shows the fields for the texts that every question of the programme's own has. */
function Words({ locale, field }: Pick<Props, 'locale' | 'field'>) {
  const t = formEditorMessages(locale);
  return (
    <>
      <TextArea
        name="labelZh"
        label={t.labelZh}
        rows={2}
        defaultValue={field?.label['zh-CN'] ?? ''}
      />
      <TextArea name="labelEn" label={t.labelEn} rows={2} defaultValue={field?.label.en ?? ''} />
    </>
  );
}

function Help({ locale, field }: Pick<Props, 'locale' | 'field'>) {
  const t = formEditorMessages(locale);
  return (
    <>
      <TextArea
        name="helpZh"
        label={t.helpZh}
        optional
        rows={2}
        defaultValue={field?.help?.['zh-CN'] ?? ''}
      />
      <TextArea
        name="helpEn"
        label={t.helpEn}
        optional
        rows={2}
        defaultValue={field?.help?.en ?? ''}
      />
    </>
  );
}

function QuestionForm(props: Props & { versionId: string }) {
  const { locale, programme, versionId, sectionId, field, kind, earlier, shown } = props;
  const t = formEditorMessages(locale);
  const own = field === undefined || field.own === true;
  const form = draftOf(programme)?.form ?? { sections: [] };
  return (
    <ActionForm id={editorId} action={saveQuestionAction} locale={locale}>
      <HiddenField name="versionId" value={versionId} />
      <HiddenField name="section" value={sectionId} />
      <HiddenField name="question" value={field?.name ?? ''} />
      <HiddenField name="kind" value={kind} />
      <HiddenField name="shown" value={shown} />
      {own && <Words locale={locale} field={field} />}
      {!own && <p className="text-muted measure">{words(questionText(locale, form, field))}</p>}
      <Help locale={locale} field={field} />
      {(own || kind === 'file') && <KindFields locale={locale} kind={kind} field={field} />}
      {own && (
        <>
          <Checkbox
            name="required"
            label={t.isRequired}
            hint={t.isRequiredHint}
            checked={field?.required ?? true}
          />
          <ConditionFields locale={locale} form={form} earlier={earlier} condition={field?.when} />
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t.save}</SubmitButton>
        <SubmitButton name="onward" value="stay" variant="secondary">
          {t.saveMore}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Shows the page of one question: its texts, its kind and its condition; for a question of the rules only its help. */
export function QuestionPage(props: Props) {
  const { locale, programme, field, kind, earlier, done } = props;
  const t = formEditorMessages(locale);
  const version = draftOf(programme);
  return (
    <FormPage
      {...props}
      title={field ? say(field.label, locale) : t.newQuestion}
      lead={field && !field.own ? t.locked : kindName(locale, kind)}
      inner
    >
      <Flash text={formEditorDone(locale, done)} />
      {version && (
        <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <div className="min-w-0 max-w-2xl">
            <QuestionForm {...props} versionId={version.id} />
          </div>
          <PreviewAside
            locale={locale}
            lead={
              <>
                {t.previewLead} <span className="needs-script">{t.previewLive}</span>
              </>
            }
          >
            <LivePreview
              locale={locale}
              kind={kind}
              earlier={earlier}
              editorId={editorId}
              form={version.form}
              section={props.sectionId}
              existing={field}
              untitled={t.newQuestion}
            />
          </PreviewAside>
        </div>
      )}
    </FormPage>
  );
}
