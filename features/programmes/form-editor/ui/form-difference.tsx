import { Minus, PenLine, Plus } from 'lucide-react';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { FormDefinition, FormField, FormSection } from '@/features/forms/domain/form';
import { formDifference, type FormChange } from '@/features/forms/domain/form-difference';
import { conditionText, questionText } from '@/features/forms/text';
import { formTextMessages } from '@/features/forms/messages';
import type { Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { editorMessages } from '@/features/programmes/editor/messages';
import { formEditorMessages } from '../messages';

const icons = { added: Plus, removed: Minus, changed: PenLine };
const inks = { added: 'text-success', removed: 'text-danger', changed: 'text-info' };

type Props = { locale: Locale; before: FormDefinition; after: FormDefinition };

function questionLine(locale: Locale, form: FormDefinition, field: FormField | undefined) {
  if (!field) return '';
  const { gap } = formTextMessages(locale);
  return [say(field.label, locale), questionText(locale, form, field)].join(gap);
}

const sectionLine = (locale: Locale, form: FormDefinition, section: FormSection): string =>
  [
    say(section.title, locale),
    ...(section.lead ? [say(section.lead, locale)] : []),
    ...(section.when ? [conditionText(locale, form, section.when)] : []),
  ].join(formTextMessages(locale).gap);

function linesOf({ locale, before, after }: Props, change: FormChange) {
  const { section, sectionBefore } = change;
  return sectionBefore
    ? [sectionLine(locale, before, sectionBefore), sectionLine(locale, after, section)]
    : [questionLine(locale, before, change.before), questionLine(locale, after, change.after)];
}

/** Shows which questions another version adds, removes or changes; nothing where there is no difference. */
export function FormDifference(props: Props) {
  const { locale, before, after } = props;
  const t = editorMessages(locale);
  const changes = formDifference(before, after);
  if (changes.length === 0) return null;
  return (
    <Table
      caption={formEditorMessages(locale).difference}
      captionVisible
      columns={[
        { key: 'what', header: formEditorMessages(locale).question, wrap: true },
        { key: 'change', header: t.change },
        { key: 'before', header: t.before, wrap: true },
        { key: 'after', header: t.after, wrap: true },
        { key: 'section', header: t.section, wrap: true },
      ]}
      rows={changes.map((change, at) => {
        const Icon = icons[change.kind];
        const field = change.after ?? change.before;
        const [was, is] = linesOf(props, change);
        return {
          key: String(at),
          cells: {
            what: say(field?.label ?? change.section.title, locale),
            change: (
              <span className={`${inks[change.kind]} inline-flex items-center gap-1 font-semibold`}>
                <Icon aria-hidden className="size-4" strokeWidth={1.75} />
                {t[change.kind]}
              </span>
            ),
            before: was ? <del>{words(was)}</del> : '—',
            after: is ? <ins className="no-underline">{words(is)}</ins> : '—',
            section: say(change.section.title, locale),
          },
        };
      })}
      empty={null}
    />
  );
}
