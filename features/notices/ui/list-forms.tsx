import { HiddenField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatUntil } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatFen, type Fen } from '@/lib/money';
import { publishListAction, takeOffListedAction, withdrawListAction } from '../actions';
import { noticeMessages } from '../messages';

/** Shows the button that puts a list on public notice, with how much it promises and until when the notice runs. */
export function PublishList(props: {
  locale: Locale;
  list: { id: string; readyCount: number; totalFen: Fen };
  wouldEnd: Date;
}) {
  const { locale, list, wouldEnd } = props;
  const t = noticeMessages(locale);
  return (
    <ActionForm action={publishListAction} locale={locale}>
      <HiddenField name="importId" value={list.id} />
      <SubmitButton pendingLabel={t.publishing}>
        {t.publishList({
          n: list.readyCount,
          amount: formatFen(list.totalFen),
          until: formatUntil(wouldEnd, locale),
        })}
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows the form that withdraws the notice of a list, folded away because it is rarely needed. */
export function WithdrawList({ locale, importId }: { locale: Locale; importId: string }) {
  const t = noticeMessages(locale);
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">{t.withdrawTitle}</summary>
      <ActionForm
        action={withdrawListAction}
        locale={locale}
        scope="withdraw"
        className="max-w-xl space-y-4 pt-2"
      >
        <p className="measure">{t.withdrawLead}</p>
        <HiddenField name="importId" value={importId} />
        <TextField name="reason" label={t.reason} maxLength={500} />
        <SubmitButton size="sm" variant="danger">
          {t.withdrawButton}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

/** Shows the form that takes one row off its list on notice. */
export function TakeOffRow({ locale, rowId }: { locale: Locale; rowId: string }) {
  const t = noticeMessages(locale);
  return (
    <Section title={t.takeOffTitle} lead={t.takeOffLead}>
      <ActionForm action={takeOffListedAction} locale={locale} scope="takeOff">
        <HiddenField name="rowId" value={rowId} />
        <TextField name="reason" label={t.reason} maxLength={200} />
        <SubmitButton variant="danger">{t.takeOffButton}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
