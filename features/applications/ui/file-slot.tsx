import { Callout } from '@/components/ui/callout';
import { Checkbox, FileField, HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DocumentSummary } from '@/features/documents/queries';
import { DocumentHash, DocumentLink } from '@/features/documents/ui/document-link';
import { SampleLink } from '@/features/documents/ui/sample-link';
import { Uploader } from '@/features/documents/ui/uploader';
import { say } from '@/features/programmes/domain/text';
import type { Locale } from '@/lib/locale';
import { attachDocumentAction, removeDocumentAction } from '../actions';
import type { FormField } from '../domain/form';
import { applicationMessages } from '../messages';

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
                <span className="sr-only"> {document.fileName}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where no script runs: one file a sending. */
function PlainUpload({
  applicationId,
  field,
  locale,
  held,
}: Omit<Props, 'open' | 'fault' | 'documents'> & { held: boolean }) {
  const t = applicationMessages(locale);
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
              <span className="sr-only"> {say(field.label, locale)}</span>
            </>
          }
          {...(field.hint && { hint: say(field.hint, locale) })}
        />
        {held && <Checkbox name={`replace-${field.name}`} label={t.replace} checked />}
        <SubmitButton variant="secondary">{t.upload}</SubmitButton>
      </ActionForm>
    </noscript>
  );
}

/** One required document: what is there, and how to hand it in, replace it or take it out. */
export function FileSlot(props: Props) {
  const { applicationId, field, documents, open, fault, locale } = props;
  const t = applicationMessages(locale);
  const held = documents.length > 0;
  const label = say(field.label, locale);
  return (
    <Card className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{label}</h2>
        <StatusTag tone={held ? 'success' : 'neutral'}>{held ? t.uploaded : t.noFile}</StatusTag>
      </div>
      <SampleLink requirement={field.name} label={label} locale={locale} />
      {fault && (
        <Callout tone="warn" title={t.toCorrect}>
          {fault}
        </Callout>
      )}
      {held && <Held {...{ applicationId, documents, open, locale }} />}
      {open && (
        <>
          <Uploader
            applicationId={applicationId}
            requirement={field.name}
            label={label}
            held={documents.map(({ id }) => id)}
            {...(field.hint && { hint: say(field.hint, locale) })}
            locale={locale}
          />
          <PlainUpload {...{ applicationId, field, locale, held }} />
        </>
      )}
    </Card>
  );
}
