import { Checkbox, HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormField } from '@/features/forms/domain/form';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { requestCorrectionAction } from '../actions';
import type { CaseView } from '../case-queries';
import { correctableFields, faultName, longestFault, namedName } from '../domain/correction';
import { reviewMessages } from '../messages';

/**
 * Shows a field with a checkbox and an input for its fault. The style sheet opens the input when the box is ticked, so no
 * script is needed.
 */
function Named({ field, locale }: { field: FormField; locale: Locale }) {
  const label = say(field.label, locale);
  return (
    <div className="group">
      <Checkbox name={namedName(field.name)} label={label} />
      <div className="hidden pt-1 pb-3 pl-8 group-has-checked:block">
        <TextArea
          name={faultName(field.name)}
          label={reviewMessages(locale).fault({ field: label })}
          rows={2}
          maxLength={longestFault}
        />
      </div>
    </div>
  );
}

/** Shows the form for the request for corrections: which fields, and the fault of each. */
export function Correct(props: { view: CaseView; locale: Locale }) {
  const { view, locale } = props;
  const t = reviewMessages(locale);
  const correctable = new Set(correctableFields(view.form, view.answers).map(({ name }) => name));
  return (
    <ActionForm action={requestCorrectionAction} locale={locale}>
      <p className="measure">
        {t.correctLead} {t.correctFields}
      </p>
      <HiddenField name="applicationId" value={view.id} />
      <HiddenField name="unprintable" value="" />
      {view.form.sections.map((section) => {
        const fields = section.fields.filter(({ name }) => correctable.has(name));
        if (fields.length === 0) return null;
        return (
          <fieldset key={section.id}>
            <legend className="pb-1 font-semibold">{say(section.title, locale)}</legend>
            {fields.map((field) => (
              <Named key={field.name} field={field} locale={locale} />
            ))}
          </fieldset>
        );
      })}
      <TextArea name="message" label={t.correctionMessage} rows={3} maxLength={1000} />
      <SubmitButton>{t.correct}</SubmitButton>
    </ActionForm>
  );
}
