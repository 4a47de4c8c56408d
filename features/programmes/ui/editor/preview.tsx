import type { ReactNode } from 'react';
import { Card } from '@/components/ui/page';
import type { Locale } from '@/lib/locale';
import type { SectionId } from '../../domain/parameter-table';
import { say, type Bilingual } from '../../domain/text';
import { editorMessages } from '../../editor-messages';
import type { OpenVersion } from '../../editor-queries';
import { applicantTexts, conditionTexts, limitTexts, termTexts } from '../../guide-text';
import { clauseText, programmeMessages } from '../../messages';
import { obstaclesBySection, obstacleText } from '../../obstacle-text';
import type { Readiness } from '../../readiness';
import { RuleList } from '../guide-parts';
import { ExampleList } from './example-list';

type Whole = NonNullable<Readiness['whole']>;
type PartProps = { whole: Whole; locale: Locale };

function Papers({ whole: { rules }, locale }: PartProps) {
  const t = programmeMessages(locale);
  const { application, redemption, clause } = rules.evidence;
  const list = (title: string, papers: typeof application) =>
    papers.length > 0 && (
      <p>
        <span className="text-muted">{title} </span>
        {papers.map((code) => t[`paper_${code}`]).join(' · ')}
      </p>
    );
  return (
    <>
      {list(t.stageApplication, application)}
      {list(t.stageRedemption, redemption)}
      <p className="text-muted text-sm">{clauseText(locale, clause)}</p>
    </>
  );
}

function TermList({ whole, locale }: PartProps) {
  return (
    <dl className="space-y-1.5">
      {termTexts(whole.rules, locale).map((term) => (
        <div key={term.key} className="flex flex-wrap justify-between gap-x-4">
          <dt>{term.stage}</dt>
          <dd>
            {term.promised}{' '}
            <span className="text-muted text-sm">{clauseText(locale, term.clause)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const Sentences = ({ texts, locale }: { texts: readonly Bilingual[]; locale: Locale }) => (
  <ol className="list-decimal space-y-1.5 pl-5">
    {texts.map((text, at) => (
      <li key={at}>{say(text, locale)}</li>
    ))}
  </ol>
);

/** What the guide says of each section, by the functions that make the guide itself. */
const parts: Partial<Record<SectionId, (props: PartProps) => ReactNode>> = {
  about: ({ whole: { guide }, locale }) => (
    <>
      <p className="text-lg font-semibold">{say(guide.title, locale)}</p>
      <p>{say(guide.summary, locale)}</p>
    </>
  ),
  who: ({ whole: { rules }, locale }) => (
    <RuleList items={applicantTexts(rules, locale)} locale={locale} />
  ),
  conditions: ({ whole: { rules }, locale }) => (
    <RuleList items={conditionTexts(rules, locale)} locale={locale} />
  ),
  amounts: ({ whole: { rules }, locale }) => (
    <RuleList items={limitTexts(rules, locale)} locale={locale} />
  ),
  documents: (props) => <Papers {...props} />,
  process: ({ whole: { guide }, locale }) => <Sentences texts={guide.process} locale={locale} />,
  time: (props) => <TermList {...props} />,
  basis: ({ whole: { guide, rules }, locale }) => (
    <>
      <p>{say(guide.basis, locale)}</p>
      <Sentences texts={rules.assumed} locale={locale} />
    </>
  ),
  questions: ({ whole: { guide }, locale }) => (
    <dl className="space-y-3">
      {guide.questions.map(({ question, answer }, at) => (
        <div key={at}>
          <dt className="font-semibold">{say(question, locale)}</dt>
          <dd>{say(answer, locale)}</dd>
        </div>
      ))}
    </dl>
  ),
  contact: ({ whole: { guide }, locale }) => (
    <>
      <p>{say(guide.contact, locale)}</p>
      <p>{say(guide.supervision, locale)}</p>
    </>
  ),
};

function GuidePart({ section, version, locale }: Props) {
  const t = editorMessages(locale);
  const part = parts[section];
  const { whole } = version.readiness;
  if (!part) return null;
  return (
    <section className="space-y-2">
      <h2 className="text-base font-semibold">{t.previewGuide}</h2>
      <Card className="space-y-2 text-sm">
        {whole ? part({ whole, locale }) : <p className="text-muted">{t.previewMissing}</p>}
      </Card>
    </section>
  );
}

type Props = { section: SectionId; version: OpenVersion; locale: Locale };

/** Beside the form: what is left to do here, how the guide says it, what the examples come to. */
export function Preview(props: Props) {
  const { section, version, locale } = props;
  const t = editorMessages(locale);
  const { draft, readiness } = version;
  const left = obstaclesBySection(readiness).get(section) ?? [];
  return (
    <div className="space-y-6 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:pr-1">
      {left.length > 0 && (
        <section className="space-y-1">
          <h2 className="text-warn text-base font-semibold">{t.problems}</h2>
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {left.map((obstacle, at) => (
              <li key={at}>
                <a className="link" href={`#f-${obstacle.field}`}>
                  {obstacleText(locale, obstacle, draft, readiness.outcomes)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <GuidePart {...props} />
      <section className="space-y-2">
        <h2 className="text-base font-semibold">{t.previewExamples}</h2>
        <ExampleList locale={locale} draft={draft} outcomes={readiness.outcomes} />
      </section>
    </div>
  );
}
