import { Callout } from '@/components/ui/callout';
import { Checkbox, HiddenField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Card } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { DocumentSummary } from '@/features/documents/queries';
import { DocumentHash, DocumentLink } from '@/features/documents/ui/document-link';
import { Dismissible } from '@/features/documents/ui/dismissible';
import { SampleLink } from '@/features/documents/ui/sample-link';
import { Uploader } from '@/features/documents/ui/uploader';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { attachDocumentAction, removeDocumentAction, restoreDocumentAction } from '../actions';
import type { FormField } from '@/features/forms/domain/form';
import { applicationMessages } from '../messages';
import { fieldHint } from '@/features/forms/ui/field-hint';
import { acceptedEndings } from '@/features/forms/ui/kinds/untyped';
import { fieldMessages } from '@/features/forms/field-messages';

type Props = {
  applicationId: string;
  field: FormField;
  documents: readonly DocumentSummary[];
  /** Files removed a short time ago. */
  removed: readonly { id: string; fileName: string }[];
  open: boolean;
  fault: string | undefined;
  locale: Locale;
};

function Held({
  applicationId,
  documents,
  open,
  locale,
}: Omit<Props, 'field' | 'fault' | 'removed'>) {
  const t = applicationMessages(locale);
  return (
    <ul className="divide-line border-line divide-y border-y">
      {documents.map((document) => (
        <li
          key={document.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-2"
        >
          <div className="min-w-0">
            <DocumentLink document={document} />
            <DocumentHash document={document} locale={locale} />
          </div>
          {open && (
            <ActionForm action={removeDocumentAction} locale={locale} className="space-y-2">
              <HiddenField name="applicationId" value={applicationId} />
              <HiddenField name="documentId" value={document.id} />
              <SubmitButton variant="quiet" size="sm">
                {t.remove}
                <span className="sr-only"> {words(document.fileName)}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Shows the removed files, until each is restored or the user dismisses its note. */
function Removed({
  applicationId,
  removed,
  locale,
}: Pick<Props, 'applicationId' | 'removed' | 'locale'>) {
  const t = applicationMessages(locale);
  return removed.map(({ id, fileName }) => (
    <Dismissible
      key={id}
      label={
        <>
          {t.dismiss}
          <span className="sr-only"> {words(fileName)}</span>
        </>
      }
      about={fileName}
    >
      <span className="break-all">{words(t.removedFile({ name: fileName }))}</span>
      <ActionForm action={restoreDocumentAction} locale={locale} className="space-y-2">
        <HiddenField name="applicationId" value={applicationId} />
        <HiddenField name="documentId" value={id} />
        <SubmitButton variant="secondary" size="sm">
          {t.restore}
          <span className="sr-only"> {words(fileName)}</span>
        </SubmitButton>
      </ActionForm>
    </Dismissible>
  ));
}

/** Shows a form that uploads one file at a time, for browsers without scripts. */
function PlainUpload({
  applicationId,
  field,
  locale,
  held,
}: Omit<Props, 'open' | 'fault' | 'documents' | 'removed'> & { held: boolean }) {
  const t = applicationMessages(locale);
  const hint = fieldHint(field, locale);
  return (
    <noscript>
      <ActionForm action={attachDocumentAction} locale={locale} className="space-y-3">
        <HiddenField name="applicationId" value={applicationId} />
        <HiddenField name="requirement" value={field.name} />
        <FileField
          name={field.name}
          label={
            <>
              {held ? t.replaceOrAdd : t.chooseFile}
              <span className="sr-only"> {words(say(field.label, locale))}</span>
            </>
          }
          {...(hint && { hint })}
          {...(field.kind === 'file' && { accept: acceptedEndings(field) })}
        />
        {held && <Checkbox name={`replace-${field.name}`} label={t.replace} checked />}
        <SubmitButton variant="secondary">{t.upload}</SubmitButton>
      </ActionForm>
    </noscript>
  );
}

/** Shows one required document: its files, and how to attach, replace or remove them. */
export function FileSlot(props: Props) {
  const { applicationId, field, documents, removed, open, fault, locale } = props;
  const t = applicationMessages(locale);
  const held = documents.length > 0;
  const hint = fieldHint(field, locale);
  const label = say(field.label, locale);
  return (
    <div data-slot={field.name}>
      <Card className="space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <h2 className="text-lg">{words(label)}</h2>
            <SampleLink requirement={field.name} label={label} locale={locale} />
          </div>
          <StatusTag tone={held ? 'success' : 'neutral'}>{held ? t.uploaded : t.noFile}</StatusTag>
        </div>
        {fault && (
          <Callout tone="warn" title={fieldMessages(locale).toCorrect}>
            {fault}
          </Callout>
        )}
        {held && (
          <Held applicationId={applicationId} documents={documents} open={open} locale={locale} />
        )}
        {open && removed.length > 0 && (
          <Removed applicationId={applicationId} removed={removed} locale={locale} />
        )}
        {open && (
          <div>
            <Uploader
              applicationId={applicationId}
              requirement={field.name}
              label={label}
              held={documents.map(({ id }) => id)}
              {...(hint && { hint })}
              {...(field.kind === 'file' && { accept: acceptedEndings(field) })}
              locale={locale}
            />
            <PlainUpload applicationId={applicationId} field={field} locale={locale} held={held} />
          </div>
        )}
      </Card>
    </div>
  );
}
