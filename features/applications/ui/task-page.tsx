import { Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { TaskList, type Task } from '@/components/ui/task-list';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { pageSections } from '../domain/editing';
import type { FormSection } from '@/features/forms/domain/form';
import { applicationMessages, doneText } from '../messages';
import type { EarlierCase } from '../prefill';
import type { ApplicationView } from '../view-queries';
import { Bar } from './bar';
import { ExpectedAmount } from './expected-amount';
import { FillFrom } from './fill-from';
import { ProgrammeNotice } from './programme-notice';
import { Withdraw } from './withdraw';

type Props = { locale: Locale; view: ApplicationView };

function taskOf(view: ApplicationView, section: FormSection, locale: Locale): Task {
  const t = applicationMessages(locale);
  const missing = view.missing.find(({ id }) => id === section.id)?.missing.length ?? 0;
  const begun = section.fields.some(
    (field) =>
      view.answers[field.name] || view.documents.some((file) => file.requirement === field.name),
  );
  return {
    key: section.id,
    title: say(section.title, locale),
    href: localePath(locale, paths.startup.section(view.id, section.id)),
    ...(missing === 0
      ? { status: t.complete, tone: 'success' }
      : begun
        ? { status: t.started, tone: 'info', hint: t.left({ count: missing }) }
        : { status: t.empty, tone: 'neutral' }),
  };
}

function submitTask(view: ApplicationView, locale: Locale): Task {
  const t = applicationMessages(locale);
  return view.missing.length > 0
    ? { key: 'review', title: t.reviewAndSubmit, status: t.cannotYet, tone: 'neutral' }
    : {
        key: 'review',
        title: t.reviewAndSubmit,
        href: localePath(locale, paths.startup.review(view.id)),
        status: t.ready,
        tone: 'info',
      };
}

/** Shows the sections to fill in, and how far each is. */
export function TaskPage(
  props: Props & { done?: string; owner: boolean; earlier: readonly EarlierCase[] },
) {
  const { locale, view, done, owner, earlier } = props;
  const t = applicationMessages(locale);
  const sections = pageSections(view.form, view.answers);
  const complete = sections.length - view.missing.length;
  return (
    <PageBody>
      <PageHeader
        eyebrow={say(view.programme.city, locale)}
        title={say(view.programme.title, locale)}
        back={{ href: localePath(locale, paths.startup.applications()), label: t.toList }}
      />
      <Flash text={doneText(locale, done)} />
      <Columns
        aside={<ExpectedAmount assessment={view.assessment} rules={view.rules} locale={locale} />}
      >
        <Bar view={view} locale={locale} />
        <ProgrammeNotice view={view} locale={locale} />
        <Section title={t.sections} lead={t.progress({ done: complete, of: sections.length })}>
          <TaskList
            items={[
              ...sections.map((section) => taskOf(view, section, locale)),
              submitTask(view, locale),
            ]}
          />
          <p className="text-muted text-sm">
            {t.closes} <DateTime at={view.closesAt} locale={locale} />
          </p>
        </Section>
        {earlier.length > 0 && <FillFrom id={view.id} earlier={earlier} locale={locale} />}
        {owner && <Withdraw id={view.id} locale={locale} draft />}
      </Columns>
    </PageBody>
  );
}
