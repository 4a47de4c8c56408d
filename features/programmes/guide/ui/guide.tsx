import type { ReactNode } from 'react';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { Phrases } from '@/components/ui/phrases';
import { StickyBar } from '@/components/ui/sticky-bar';
import { formatDateTime, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { exampleMessages } from '@/features/rules/example-messages';
import { paths } from '@/lib/paths';
import { guideUseMessages } from '../messages';
import { guideOf } from '../text';
import { programmeMessages } from '@/features/programmes/messages';
import type { Programme } from '@/features/programmes/queries';
import { WorkedExamples } from '@/features/rules/ui/examples';
import { GuideActions, GuideAside } from './guide-parts';
import {
  ForceBanner,
  Papers,
  RateRows,
  RuleList,
  Sources,
  Times,
  type Reader,
} from './guide-rules';
import { OwnPapers } from './own-papers';

type Props = {
  programme: Programme;
  locale: Locale;
};

/** The headings that users know from every city's service hall, in the same order. */
const headings = [
  'who',
  'conditions',
  'amounts',
  'examples',
  'use',
  'documents',
  'process',
  'time',
  'basis',
  'questions',
  'contact',
  'supervision',
] as const;

const headingText = (id: (typeof headings)[number], locale: Locale): string => {
  if (id === 'use') return guideUseMessages(locale).title;
  return id === 'examples' ? exampleMessages(locale).title : programmeMessages(locale)[id];
};

const readerOf = ({ programme, locale }: Props): Reader => ({
  rules: programme.rules,
  on: shanghaiDate(programme.asOf),
  locale,
});

/** Shows the sections whose sentences are all made from the rules. */
function RuleSections(props: Props) {
  const { locale } = props;
  const { examples } = props.programme.version;
  const reader = readerOf(props);
  const texts = guideOf(reader.rules, locale);
  const title = (id: (typeof headings)[number]) => headingText(id, locale);
  return (
    <>
      <Section id="who" title={title('who')}>
        <RuleList {...reader} items={texts.who} />
      </Section>
      <Section id="conditions" title={title('conditions')}>
        <RuleList {...reader} items={texts.conditions} />
      </Section>
      <Section id="amounts" title={title('amounts')}>
        {texts.rateTable ? (
          <>
            <RuleList {...reader} items={texts.base} />
            <RateRows {...reader} table={texts.rateTable} />
            <RuleList {...reader} items={[...texts.rates, ...texts.limits]} />
          </>
        ) : (
          <RuleList {...reader} items={[...texts.base, ...texts.rates, ...texts.limits]} />
        )}
      </Section>
      {examples.length > 0 && (
        <Section id="examples" title={title('examples')} lead={exampleMessages(locale).lead}>
          <WorkedExamples rules={reader.rules} examples={examples} locale={locale} />
        </Section>
      )}
      <Section id="use" title={title('use')}>
        <RuleList {...reader} items={texts.use} />
      </Section>
      <Section id="documents" title={title('documents')}>
        <Papers {...reader} texts={texts} />
        <OwnPapers form={props.programme.version.form} locale={locale} />
      </Section>
      <Section id="process" title={title('process')}>
        <ol className="measure list-decimal space-y-1.5 pl-5">
          {props.programme.version.guide.process.map((step) => (
            <li key={step.en}>{say(step, locale)}</li>
          ))}
        </ol>
      </Section>
      <Section id="time" title={title('time')}>
        <Times texts={texts} locale={locale} />
      </Section>
      <Section id="basis" title={title('basis')}>
        <p className="measure">{say(props.programme.version.guide.basis, locale)}</p>
        <Sources texts={texts} locale={locale} />
      </Section>
    </>
  );
}

/** Shows the sections with the version's own texts. */
function OfficeSections({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { guide } = programme.version;
  return (
    <>
      {guide.questions.length > 0 && (
        <Section id="questions" title={t.questions}>
          <dl className="measure space-y-4">
            {guide.questions.map(({ question, answer }) => (
              <div key={question.en} className="break-inside-avoid">
                <dt className="font-semibold">{say(question, locale)}</dt>
                <dd>{say(answer, locale)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section id="contact" title={t.contact}>
        <p>{say(guide.contact, locale)}</p>
        <p className="text-muted">
          {t.office}: <span lang="zh-CN">{programme.office.address}</span>
        </p>
      </Section>
      <Section id="supervision" title={t.supervision}>
        <p>{say(guide.supervision, locale)}</p>
      </Section>
    </>
  );
}

/** Shows the guide (办事指南): texts of the version; numbers and conditions come from its rules. */
export function ProgrammeGuide(
  props: Props & {
    /** The agencies that act for the bureau. */
    handledBy?: ReactNode;
  },
) {
  const { programme, locale } = props;
  const t = programmeMessages(locale);
  const { version, bureau } = programme;
  const { examples } = version;
  const on = version.publishedAt ? formatDateTime(version.publishedAt, locale) : '';
  const absent = new Set<string>([
    ...(examples.length === 0 ? ['examples'] : []),
    ...(version.guide.questions.length === 0 ? ['questions'] : []),
  ]);
  const anchors = headings
    .filter((id) => !absent.has(id))
    .map((id) => ({ id, title: headingText(id, locale) }));
  return (
    <>
      <PageBody>
        <PageHeader
          title={<Phrases text={say(programme.title, locale)} />}
          eyebrow={`${say(bureau, locale)} · ${t.version({ number: version.number, on })}`}
          lead={say(programme.summary, locale)}
          back={{ href: localePath(locale, paths.programmes()), label: t.title }}
        />
        <ForceBanner {...readerOf(props)} />
        <Columns
          asideFirst
          aside={<GuideAside programme={programme} locale={locale} anchors={anchors} />}
        >
          <RuleSections {...props} />
          {props.handledBy}
          <OfficeSections programme={programme} locale={locale} />
        </Columns>
      </PageBody>
      <StickyBar
        edge="bottom"
        className="no-print bg-bg border-line -mx-4 mt-8 flex flex-wrap gap-2 border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden"
      >
        <GuideActions programme={programme} locale={locale} />
      </StickyBar>
    </>
  );
}
