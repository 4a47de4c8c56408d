import { HiddenField, TextArea } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { ProvisionalNote } from '@/features/calendar/ui/deadline';
import { formatUntil } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { fileAppealAction } from '../actions';
import { appealMessages } from '../messages';

/** Shows until when an appeal may be filed and by whom, and the form for it. */
export function FileAppeal(props: {
  applicationId: string;
  appealBy: Date;
  owner: boolean;
  locale: Locale;
}) {
  const { applicationId, appealBy, owner, locale } = props;
  const t = appealMessages(locale);
  return (
    <section className="no-print">
      <p className="measure">{t.fileLead({ when: formatUntil(appealBy, locale) })}</p>
      <ProvisionalNote at={appealBy} locale={locale} />
      {owner ? (
        <details>
          <summary className="link inline-flex min-h-11 items-center">{t.file}</summary>
          <ActionForm
            action={fileAppealAction}
            locale={locale}
            className="border-line mt-2 border-l-4 pl-4"
          >
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
        </details>
      ) : (
        <p>{t.ownerFiles}</p>
      )}
    </section>
  );
}
