import { allFields, type FormDefinition } from '@/features/forms/domain/form';
import { conditionText } from '@/features/forms/text';
import type { Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { guideConditionMessages } from '../messages';

/** Shows the documents that a programme requires in addition to those of its rules, and in which situation. */
export function OwnPapers({ form, locale }: { form: FormDefinition; locale: Locale }) {
  const t = guideConditionMessages(locale);
  const papers = allFields(form).filter(({ kind, own }) => own && kind === 'file');
  if (papers.length === 0) return null;
  const sectionOf = (name: string) =>
    form.sections.find(({ fields }) => fields.some((field) => field.name === name));
  return (
    <div>
      <p className="font-semibold">{t.papersMore}</p>
      <ul className="list-disc space-y-1 pl-5">
        {papers.map((field) => {
          const label = say(field.label, locale);
          const when = field.when ?? sectionOf(field.name)?.when;
          return (
            <li key={field.name}>
              {when ? t.paperWhen({ label, condition: conditionText(locale, form, when) }) : label}
              {!field.required && ` · ${t.optional}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
