import type { ReactNode } from 'react';
import { Card } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import type { SectionId } from '@/features/rules/domain/parameter-table';
import { say, type Bilingual } from '@/lib/bilingual';
import { editorMessages } from '../messages';
import type { OpenVersion } from '../queries';
import { guideOf, type GuideTexts } from '@/features/programmes/guide/text';
import { obstaclesBySection, obstacleText } from '../obstacle-text';
import type { Readiness } from '../readiness';
import {
  Papers,
  RateRows,
  RuleList,
  Sources,
  Times,
  type Reader,
} from '@/features/programmes/guide/ui/guide-rules';
import { ExampleList } from './example-list';

type Whole = NonNullable<Readiness['whole']>;
type PartProps = { whole: Whole; reader: Reader; texts: GuideTexts; locale: Locale };

const Sentences = ({ texts, locale }: { texts: readonly Bilingual[]; locale: Locale }) => (
  <ol className="list-decimal space-y-1.5 pl-5">
    {texts.map((text, at) => (
      <li key={at}>{words(say(text, locale))}</li>
    ))}
  </ol>
);

/** The texts of the guide for each section, made by the same functions as the guide itself. */
const parts: Partial<Record<SectionId, (props: PartProps) => ReactNode>> = {
  about: ({ whole: { guide }, locale }) => (
    <>
      <p className="text-lg font-semibold">{words(say(guide.title, locale))}</p>
      <p>{words(say(guide.summary, locale))}</p>
    </>
  ),
  who: ({ reader, texts }) => <RuleList {...reader} items={texts.who} />,
  conditions: ({ reader, texts }) => <RuleList {...reader} items={texts.conditions} />,
  amounts: ({ reader, texts }) => (
    <>
      <RuleList {...reader} items={texts.base} />
      {texts.rateTable && <RateRows {...reader} table={texts.rateTable} />}
      <RuleList {...reader} items={[...texts.rates, ...texts.limits, ...texts.use]} />
    </>
  ),
  documents: ({ reader, texts }) => <Papers {...reader} texts={texts} />,
  process: ({ whole: { guide }, locale }) => <Sentences texts={guide.process} locale={locale} />,
  time: ({ texts, locale }) => <Times texts={texts} locale={locale} />,
  basis: ({ whole: { guide }, texts, locale }) => (
    <>
      <p>{words(say(guide.basis, locale))}</p>
      <Sources texts={texts} locale={locale} />
    </>
  ),
  questions: ({ whole: { guide }, locale }) => (
    <dl className="space-y-3">
      {guide.questions.map(({ question, answer }, at) => (
        <div key={at}>
          <dt className="font-semibold">{words(say(question, locale))}</dt>
          <dd>{words(say(answer, locale))}</dd>
        </div>
      ))}
    </dl>
  ),
  contact: ({ whole: { guide }, locale }) => (
    <>
      <p>{words(say(guide.contact, locale))}</p>
      <p>{words(say(guide.supervision, locale))}</p>
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
        {whole ? (
          part({
            whole,
            locale,
            reader: { rules: whole.rules, on: version.on, locale },
            texts: guideOf(whole.rules, locale),
          })
        ) : (
          <p className="text-muted">{t.previewMissing}</p>
        )}
      </Card>
    </section>
  );
}

type Props = { section: SectionId; version: OpenVersion; locale: Locale };

/** Shows beside the form what is left to do in the section, its text in the guide, and the results of the examples. */
export function Preview(props: Props) {
  const { section, version, locale } = props;
  const t = editorMessages(locale);
  const { draft, readiness } = version;
  const left = obstaclesBySection(readiness).get(section) ?? [];
  return (
    <div className="beside space-y-6">
      {left.length > 0 && (
        <section className="space-y-1">
          <h2 className="text-warn text-base font-semibold">{t.problems}</h2>
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {left.map((obstacle, at) => (
              <li key={at}>
                <a className="link inline-flex min-h-6 items-center" href={`#f-${obstacle.field}`}>
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
