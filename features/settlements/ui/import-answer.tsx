import { FileField } from '@/components/ui/file-field';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { uploadAnswerAction } from '../actions';
import { answerMessages } from '../answer-messages';

/** Shows the form that uploads the bank's answer to a batch. */
export function ImportAnswer({ locale, batchId }: { locale: Locale; batchId: string }) {
  const t = answerMessages(locale);
  return (
    <Section title={t.importTitle} lead={t.importLead}>
      <ActionForm action={uploadAnswerAction} locale={locale} scope="answer">
        <HiddenField name="batchId" value={batchId} />
        <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,.txt,.xlsx" />
        <SubmitButton variant="secondary" pendingLabel={t.reading}>
          {t.upload}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
