import { words } from '@/components/ui/words';
import { planOf, type FormDefinition } from '@/features/forms/domain/form';
import { AnswerField } from '@/features/forms/ui/answer-field';
import { Conditional, Conditions } from '@/features/forms/ui/conditional';
import type { Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { PreviewShell } from './preview-shell';

/** Shows the whole form as applicants see it, all sections one below the other, with working conditions. */
export function FormPreview(props: {
  form: FormDefinition;
  /** The level of the sections' titles, below the heading of the preview. */
  heading: 'h2' | 'h3';
  locale: Locale;
}) {
  const { form, heading: Heading, locale } = props;
  return (
    <PreviewShell locale={locale}>
      <Conditions plan={planOf(form)} answers={{}}>
        {form.sections
          .filter(({ fields }) => fields.length > 0)
          .map((section) => (
            <Conditional key={section.id} names={section.fields.map(({ name }) => name)}>
              <section className="border-line bg-surface space-y-6 rounded border p-4 sm:p-5">
                <div>
                  <Heading className="text-lg">{words(say(section.title, locale))}</Heading>
                  {section.lead && (
                    <p className="text-muted measure mt-1">{words(say(section.lead, locale))}</p>
                  )}
                </div>
                {section.fields.map((field) => (
                  <AnswerField
                    key={field.name}
                    field={field}
                    value=""
                    vendors={[]}
                    locale={locale}
                  />
                ))}
              </section>
            </Conditional>
          ))}
      </Conditions>
    </PreviewShell>
  );
}
