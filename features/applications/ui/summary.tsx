import { Link } from '@/components/ui/link';
import { DescriptionList } from '@/components/ui/description-list';
import { Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { shownFields, type FormField, type FormSection } from '@/features/forms/domain/form';
import { paths } from '@/lib/paths';
import { pageSections } from '../domain/editing';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';
import { AnswerText } from '@/features/forms/ui/answer-text';
import { sourceText } from './source-text';

type Props = { view: ApplicationView; locale: Locale };

function Answer({ field, view, locale }: Props & { field: FormField }) {
  const t = applicationMessages(locale);
  if (field.kind === 'file') {
    const files = view.documents.filter((document) => document.requirement === field.name);
    if (files.length === 0) return <span className="text-muted">{t.noFile}</span>;
    return (
      <ul className="space-y-1">
        {files.map((document) => (
          <li key={document.id}>
            <DocumentLink document={document} />
          </li>
        ))}
      </ul>
    );
  }
  const value = view.answers[field.name];
  if (!value) return <span className="text-muted">{t.noAnswer}</span>;
  const source = sourceText(view, field.name, locale);
  return (
    <>
      <AnswerText field={field} value={value} locale={locale} vendors={view.vendors} />
      {source && <span className="text-muted block text-sm">{words(source)}</span>}
    </>
  );
}

/** Lists the answers to some fields as readable text. */
export function AnswerList({ fields, view, locale }: Props & { fields: readonly FormField[] }) {
  return (
    <DescriptionList
      items={fields.map((field) => ({
        term: say(field.label, locale),
        value: <Answer field={field} view={view} locale={locale} />,
      }))}
    />
  );
}

function Change({ section, view, locale }: Props & { section: FormSection }) {
  const t = applicationMessages(locale);
  if (!section.fields.some((field) => view.open.includes(field.name))) return null;
  return (
    <Link
      className="link inline-flex min-h-6 items-center"
      href={localePath(locale, paths.startup.section(view.id, section.id, { from: 'review' }))}
    >
      {t.change}
      <span className="sr-only"> {words(say(section.title, locale))}</span>
    </Link>
  );
}

/** Shows the whole form with its answers, section by section. */
export function Summary({ view, locale }: Props) {
  return (
    <>
      {pageSections(view.form, view.answers).map((section) => (
        <Section
          key={section.id}
          title={say(section.title, locale)}
          actions={<Change section={section} view={view} locale={locale} />}
        >
          <AnswerList
            fields={shownFields(view.form, section, view.answers)}
            view={view}
            locale={locale}
          />
        </Section>
      ))}
    </>
  );
}
