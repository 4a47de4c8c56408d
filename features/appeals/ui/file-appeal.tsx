import { FileField, HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fileAppealAction } from '../actions';
import { appealMessages } from '../messages';

/** The way to an appeal: until when, by whom, and on what grounds. */
export function FileAppeal(props: {
  applicationId: string;
  appealBy: Date;
  owner: boolean;
  locale: Locale;
}) {
  const { applicationId, appealBy, owner, locale } = props;
  const t = appealMessages(locale);
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">{t.fileTitle}</summary>
      <div className="border-line mt-2 space-y-4 border-l-4 pl-4">
        <p className="measure">{t.fileLead({ when: formatDateTime(appealBy, locale) })}</p>
        {owner ? (
          <ActionForm action={fileAppealAction} locale={locale}>
            <HiddenField name="applicationId" value={applicationId} />
            <TextArea
              name="grounds"
              label={t.grounds}
              hint={t.groundsHint}
              rows={6}
              maxLength={4000}
            />
            <FileField name="evidence" label={t.evidenceField} hint={t.evidenceHint} optional />
            <SubmitButton>{t.file}</SubmitButton>
          </ActionForm>
        ) : (
          <p>{t.ownerFiles}</p>
        )}
      </div>
    </details>
  );
}
