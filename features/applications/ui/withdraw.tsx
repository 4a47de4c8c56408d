import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/locale';
import { withdrawApplicationAction } from '../actions';
import { longestReason } from '@/features/forms/domain/limits';
import { applicationMessages } from '../messages';

/** Shows the form that withdraws a case with a reason. It is folded, so that nobody withdraws by mistake. */
export function Withdraw(props: { id: string; locale: Locale; draft?: boolean }) {
  const { id, locale, draft = false } = props;
  const t = applicationMessages(locale);
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">
        {draft ? t.discardTitle : t.withdrawTitle}
      </summary>
      <div className="border-line mt-2 space-y-4 border-l-4 pl-4">
        <p className="measure">{t.withdrawBody}</p>
        <ActionForm action={withdrawApplicationAction} locale={locale}>
          <HiddenField name="applicationId" value={id} />
          <TextArea name="reason" label={t.withdrawReason} rows={3} maxLength={longestReason} />
          <SubmitButton variant="danger">{draft ? t.discardTitle : t.withdraw}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
