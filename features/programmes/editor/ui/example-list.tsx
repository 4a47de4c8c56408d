import { StatusTag } from '@/components/ui/status-tag';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { formatAmount } from '@/features/rules/amount';
import type { Draft } from '../domain/draft';
import { ruleFen } from '@/features/rules/domain/sheet';
import { editorMessages } from '../messages';
import type { ExampleOutcome } from '@/features/rules/examples';
import { exampleTitle } from '../obstacle-text';
import { valueLabel } from '@/features/rules/parameter-texts';
import type { Readiness } from '../readiness';
import { AssessmentSteps, RefusalReasons } from '@/features/rules/ui/assessment';

type Props = { locale: Locale; draft: Draft; outcomes: Readiness['outcomes'] };
type Expected = { amount?: string; refusals?: readonly string[] };

const reasonsText = (locale: Locale, codes: readonly string[]) =>
  codes
    .map((code) => valueLabel(locale, 'examples.expected.refusals', code))
    .join(editorMessages(locale).separator);

function resultText(locale: Locale, draft: Draft, outcome: ExampleOutcome): string {
  const { assessment } = outcome;
  if (assessment.eligible) return formatAmount(assessment.amountFen, draft.rules.unit, locale);
  return reasonsText(locale, [...new Set(assessment.refusals.map(({ code }) => code))]);
}

function expectedText(locale: Locale, draft: Draft, at: number): string {
  const { expected = {} } = (draft.examples[at] ?? {}) as { expected?: Expected };
  if (expected.refusals) return reasonsText(locale, expected.refusals);
  if (expected.amount === undefined) return editorMessages(locale).nothing;
  return formatAmount(fen(ruleFen(expected.amount)), draft.rules.unit, locale);
}

function Example({ locale, draft, outcomes, at }: Props & { at: number }) {
  const t = editorMessages(locale);
  const outcome = outcomes[at];
  const { assessment } = outcome ?? {};
  return (
    <li className="space-y-1 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <span className="font-semibold">{exampleTitle(locale, draft, at)}</span>
        {outcome ? (
          <StatusTag tone={outcome.holds ? 'success' : 'danger'}>
            {outcome.holds ? t.exampleHolds : t.exampleWrong}
          </StatusTag>
        ) : (
          <StatusTag tone="neutral">{t.exampleWaits}</StatusTag>
        )}
      </div>
      <p className="text-sm">
        {words(t.expectedText({ expected: expectedText(locale, draft, at) }))}
        {outcome && (
          <>
            <br />
            {words(t.resultText({ result: resultText(locale, draft, outcome) }))}
          </>
        )}
      </p>
      {assessment && (
        <details className="text-sm">
          <summary className="link inline-flex min-h-6 cursor-pointer items-center">
            {t.explanation}
          </summary>
          {assessment.eligible ? (
            <AssessmentSteps steps={assessment.steps} locale={locale} unit={draft.rules.unit} />
          ) : (
            <RefusalReasons
              refusals={assessment.refusals}
              locale={locale}
              unit={draft.rules.unit}
            />
          )}
        </details>
      )}
    </li>
  );
}

/** Shows every worked example with its present result and the calculation. */
export function ExampleList(props: Props) {
  const { locale, draft } = props;
  if (draft.examples.length === 0) {
    return <p className="text-muted text-sm">{editorMessages(locale).noExamples}</p>;
  }
  return (
    <ul className="divide-line border-line divide-y border-y">
      {draft.examples.map((_, at) => (
        <Example key={at} {...props} at={at} />
      ))}
    </ul>
  );
}
