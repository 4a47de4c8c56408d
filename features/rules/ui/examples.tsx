import { StatusTag } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '../amount';
import { refusalText } from '../reason-texts';
import type { Rules } from '../domain/rules';
import { say } from '@/lib/bilingual';
import { exampleMessages } from '../example-messages';
import { workExample, type ProgrammeExample } from '../examples';
import { AssessmentSteps } from './assessment';
import { clauseText } from '../clause-text';

type Props = { rules: Rules; locale: Locale };

function Example({ rules, locale, example }: Props & { example: ProgrammeExample }) {
  const t = exampleMessages(locale);
  const { assessment } = workExample(rules, example);
  return (
    <li className="space-y-2 py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-semibold">{say(example.title, locale)}</h3>
        {assessment.eligible ? (
          <p>
            <span className="text-muted text-sm">{t.gives}</span>{' '}
            <strong className="tabular text-lg font-semibold">
              {formatAmount(assessment.amountFen, rules.unit, locale)}
            </strong>
          </p>
        ) : (
          <StatusTag tone="neutral">{t.nothing}</StatusTag>
        )}
      </div>
      {assessment.eligible ? (
        <details>
          <summary className="link inline-flex min-h-8 items-center text-sm">{t.how}</summary>
          <AssessmentSteps steps={assessment.steps} locale={locale} unit={rules.unit} />
        </details>
      ) : (
        <ul className="measure list-disc space-y-1 pl-5">
          {assessment.refusals.map((refusal, at) => (
            <li key={at}>
              {refusalText(locale, refusal, rules.unit)}{' '}
              <span className="text-muted text-sm">{clauseText(locale, refusal.clause)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Shows the version's examples, calculated on each view by the same rules that the page describes. */
export function WorkedExamples(props: Props & { examples: readonly ProgrammeExample[] }) {
  const { examples, ...rest } = props;
  return (
    <ol className="divide-line divide-y">
      {examples.map((example) => (
        <Example key={example.title.en} {...rest} example={example} />
      ))}
    </ol>
  );
}
