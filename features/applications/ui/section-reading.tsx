import { Columns, PageBody, PageHeader } from '@/components/ui/page';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { shownFields, type FormSection } from '@/features/forms/domain/form';
import { paths } from '@/lib/paths';
import { applicationMessages } from '../messages';
import type { ApplicationView } from '../view-queries';
import { ExpectedAmount } from './expected-amount';
import { AnswerList } from './summary';

/** Shows the answers of one section to a user who may only read, without input fields. */
export function SectionReading(props: {
  locale: Locale;
  view: ApplicationView;
  section: FormSection;
}) {
  const { locale, view, section } = props;
  const t = applicationMessages(locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={say(view.programme.title, locale)}
        title={say(section.title, locale)}
        lead={t.readOnly}
        back={
          view.state === 'returned'
            ? { href: localePath(locale, paths.startup.status(view.id)), label: t.toStatus }
            : { href: localePath(locale, paths.startup.application(view.id)), label: t.toTasks }
        }
      />
      <Columns
        aside={<ExpectedAmount assessment={view.assessment} rules={view.rules} locale={locale} />}
      >
        <AnswerList
          fields={shownFields(view.form, section, view.answers)}
          view={view}
          locale={locale}
        />
      </Columns>
    </PageBody>
  );
}
