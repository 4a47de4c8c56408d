import { Callout } from '@/components/ui/callout';
import { Checkbox, FileField, HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DocumentSummary } from '@/features/documents/queries';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { say } from '@/features/programmes/domain/text';
import { maximumMegabytes } from '@/lib/input/fields';
import type { Locale } from '@/lib/locale';
import { attachDocumentAction, removeDocumentAction } from '../actions';
import type { FormField } from '../domain/form';
import { applicationMessages } from '../messages';
import { acceptedEndings, fieldHint } from './field-hint';
import { UploadButton } from './upload-button';

type Props = {
  applicationId: string;
  field: FormField;
  documents: readonly DocumentSummary[];
  open: boolean;
  fault: string | undefined;
  locale: Locale;
};

function Held({ applicationId, documents, open, locale }: Omit<Props, 'field' | 'fault'>) {
  const t = applicationMessages(locale);
  return (
    <ul className="divide-line divide-y">
      {documents.map((document) => (
        <li
          key={document.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2"
        >
          <DocumentLink document={document} />
          {open && (
            <ActionForm action={removeDocumentAction} locale={locale} className="space-y-2">
              <HiddenField name="applicationId" value={applicationId} />
              <HiddenField name="documentId" value={document.id} />
              <SubmitButton variant="quiet" size="sm">
                {t.remove}
                <span className="sr-only"> {document.fileName}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Upload({
  applicationId,
  field,
  locale,
  held,
}: Omit<Props, 'open' | 'fault' | 'documents'> & { held: boolean }) {
  const t = applicationMessages(locale);
  const hint = fieldHint(field, locale);
  return (
    <ActionForm action={attachDocumentAction} locale={locale} className="space-y-3">
      <HiddenField name="applicationId" value={applicationId} />
      <HiddenField name="requirement" value={field.name} />
      <FileField
        name={field.name}
        label={
          <>
            {held ? t.replaceOrAdd : t.chooseFile}
            <span className="sr-only"> {say(field.label, locale)}</span>
          </>
        }
        {...(hint && { hint })}
        {...(field.kind === 'file' && { accept: acceptedEndings(field) })}
      />
      {held && <Checkbox name={`replace-${field.name}`} label={t.replace} checked />}
      <UploadButton
        label={t.upload}
        uploading={t.uploading}
        tooLarge={t.tooLarge}
        maximumBytes={maximumMegabytes * 1024 * 1024}
      />
    </ActionForm>
  );
}

/** One required document: what is there, and how to hand it in, replace it or take it out. */
export function FileSlot(props: Props) {
  const { applicationId, field, documents, open, fault, locale } = props;
  const t = applicationMessages(locale);
  const held = documents.length > 0;
  const upload = <Upload applicationId={applicationId} field={field} locale={locale} held={held} />;
  return (
    <Card className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{say(field.label, locale)}</h2>
        <StatusTag tone={held ? 'success' : 'neutral'}>{held ? t.uploaded : t.noFile}</StatusTag>
      </div>
      {fault && (
        <Callout tone="warn" title={t.toCorrect}>
          {fault}
        </Callout>
      )}
      {held && <Held {...{ applicationId, documents, open, locale }} />}
      {open && upload}
    </Card>
  );
}
