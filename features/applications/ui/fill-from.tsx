import { HiddenField, SelectField, type Option } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { say } from '@/lib/bilingual';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { copyAnswersAction } from '../actions';
import { applicationMessages } from '../messages';
import type { EarlierCase } from '../prefill';

/** Formats earlier cases as options: which case it is, and how many of its answers fit. */
export const earlierOptions = (earlier: readonly EarlierCase[], locale: Locale): Option[] =>
  earlier.map((of) => ({
    value: of.id,
    label: applicationMessages(locale).earlierCase({
      title: say(of.title, locale),
      reference: of.reference ?? '',
      date: formatDateTime(of.savedAt, locale),
      count: Object.keys(of.answers).length,
    }),
  }));

/** Shows a form that fills the empty fields from another case. Answers that are already given are not changed. */
export function FillFrom(props: { id: string; earlier: readonly EarlierCase[]; locale: Locale }) {
  const { id, earlier, locale } = props;
  const t = applicationMessages(locale);
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">{t.fillTitle}</summary>
      <ActionForm action={copyAnswersAction} locale={locale} scope="fill" className="mt-3">
        <HiddenField name="applicationId" value={id} />
        <SelectField
          name="earlier"
          label={t.fillFrom}
          hint={t.earlierHint}
          width="full"
          options={earlierOptions(earlier, locale)}
        />
        <SubmitButton variant="secondary">{t.fill}</SubmitButton>
      </ActionForm>
    </details>
  );
}
