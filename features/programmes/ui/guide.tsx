import { DescriptionList } from '@/components/ui/description-list';
import { uiMessages } from '@/components/ui/messages';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { say } from '../domain/text';
import { applicantTexts, conditionTexts, limitTexts, termTexts } from '../guide-text';
import { clauseText, programmeMessages } from '../messages';
import type { Programme } from '../queries';
import { FoldedContents, GuideActions, GuideAside, RuleList } from './guide-parts';

type Props = { programme: Programme; locale: Locale };

/** The headings that people know from every city's service hall, in their order. */
const headings = [
  'who',
  'conditions',
  'amounts',
  'documents',
  'process',
  'time',
  'basis',
  'questions',
  'contact',
  'supervision',
] as const;

function Documents({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { application, redemption, clause } = programme.rules.evidence;
  const list = (stage: string, papers: typeof application) => ({
    term: stage,
    value: papers.map((code) => t[`paper_${code}`]).join(' · '),
  });
  return (
    <>
      <DescriptionList
        items={[
          list(t.stageApplication, application),
          ...(redemption.length > 0 ? [list(t.stageRedemption, redemption)] : []),
        ]}
      />
      <p className="text-muted text-sm">
        {uiMessages(locale).fileHint} {clauseText(locale, clause)}
      </p>
    </>
  );
}

function Terms({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  return (
    <Table
      caption={t.time}
      columns={[
        { key: 'stage', header: t.stage },
        { key: 'promised', header: t.promised },
        { key: 'note', header: t.basis, wrap: true },
      ]}
      rows={termTexts(programme.rules, locale).map((term) => ({
        key: term.key,
        cells: {
          stage: term.stage,
          promised: term.promised,
          note: [clauseText(locale, term.clause), term.note].filter(Boolean).join(' · '),
        },
      }))}
      empty={null}
    />
  );
}

function Basis({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { rules, version } = programme;
  const { source, assumed } = rules;
  return (
    <>
      <p className="measure">{say(version.guide.basis, locale)}</p>
      <DescriptionList
        items={[
          {
            term: t.source,
            value: (
              <a className="link" href={source.url} rel="noreferrer nofollow">
                {say(source.title, locale)}
              </a>
            ),
          },
          { term: t.sourceGrade, value: t[`grade_${source.grade}`] },
          { term: t.effective, value: formatDate(source.effectiveFrom, locale) },
        ]}
      />
      {assumed.length > 0 && (
        <div className="space-y-2">
          <h3 className="font-semibold">{t.assumed}</h3>
          <ul className="measure list-disc space-y-1.5 pl-5">
            {assumed.map((text) => (
              <li key={text.en}>{say(text, locale)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function GuideSections({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { rules, version, office } = programme;
  const { guide } = version;
  return (
    <>
      <Section id="who" title={t.who}>
        <RuleList items={applicantTexts(rules, locale)} locale={locale} />
      </Section>
      <Section id="conditions" title={t.conditions}>
        <RuleList items={conditionTexts(rules, locale)} locale={locale} />
      </Section>
      <Section id="amounts" title={t.amounts}>
        <RuleList items={limitTexts(rules, locale)} locale={locale} />
      </Section>
      <Section id="documents" title={t.documents}>
        <Documents programme={programme} locale={locale} />
      </Section>
      <Section id="process" title={t.process}>
        <ol className="measure list-decimal space-y-1.5 pl-5">
          {guide.process.map((step) => (
            <li key={step.en}>{say(step, locale)}</li>
          ))}
        </ol>
      </Section>
      <Section id="time" title={t.time}>
        <Terms programme={programme} locale={locale} />
      </Section>
      <Section id="basis" title={t.basis}>
        <Basis programme={programme} locale={locale} />
      </Section>
      <Section id="questions" title={t.questions}>
        <dl className="measure space-y-4">
          {guide.questions.map(({ question, answer }) => (
            <div key={question.en}>
              <dt className="font-semibold">{say(question, locale)}</dt>
              <dd>{say(answer, locale)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="contact" title={t.contact}>
        <p>{say(guide.contact, locale)}</p>
        <p className="text-muted">
          {t.office}: <span lang="zh-CN">{office.address}</span>
        </p>
      </Section>
      <Section id="supervision" title={t.supervision}>
        <p>{say(guide.supervision, locale)}</p>
      </Section>
    </>
  );
}

/** The guide (办事指南): texts of the version, numbers and conditions read off its rules. */
export function ProgrammeGuide({ programme, locale }: Props) {
  const t = programmeMessages(locale);
  const { version, bureau } = programme;
  const on = version.publishedAt ? formatDate(version.publishedAt, locale) : '';
  const anchors = headings.map((id) => ({ id, title: t[id] }));
  return (
    <>
      <PageBody>
        <PageHeader
          title={say(programme.title, locale)}
          eyebrow={`${locale === 'en' ? bureau.en : bureau.zh} · ${t.version({ number: version.number, on })}`}
          lead={say(programme.summary, locale)}
          back={{ href: localePath(locale, '/programmes'), label: t.title }}
        />
        <FoldedContents anchors={anchors} locale={locale} />
        <Columns aside={<GuideAside programme={programme} locale={locale} anchors={anchors} />}>
          <GuideSections programme={programme} locale={locale} />
        </Columns>
      </PageBody>
      <div className="bottom-bar no-print bg-bg border-line sticky bottom-0 -mx-4 mt-8 flex flex-wrap gap-2 border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden">
        <GuideActions programme={programme} locale={locale} />
      </div>
    </>
  );
}
