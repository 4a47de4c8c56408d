import { StepsTable } from '@/components/ui/explanation';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '../amount';
import type { Unit } from '../domain/rules';
import type { AssessmentRefusal, AssessmentStep } from '../domain/sheet';
import { refusalText, remedyText, stepDetail, stepText } from '../reason-texts';
import { clauseText } from '../clause-text';

/** Shows a calculation: every step with its arithmetic and its article. */
export function AssessmentSteps(props: {
  steps: readonly AssessmentStep[];
  locale: Locale;
  unit?: Unit | undefined;
}) {
  const { steps, locale, unit } = props;
  const money = unit === undefined || unit === 'yuan';
  return (
    <StepsTable
      locale={locale}
      steps={steps.map((step, at) => ({
        key: `${step.code}-${at}`,
        label: stepText(locale, step, unit),
        detail: stepDetail(locale, step, unit),
        clause: clauseText(locale, step.clause),
        afterFen: step.afterFen,
        ...(!money && { after: formatAmount(step.afterFen, unit, locale) }),
      }))}
    />
  );
}

/** Shows every reason for the refusal, what would change it, and its article. */
export function RefusalReasons(props: {
  refusals: readonly AssessmentRefusal[];
  locale: Locale;
  unit?: Unit | undefined;
}) {
  const { refusals, locale, unit } = props;
  return (
    <ul className="divide-line border-line divide-y border-y">
      {refusals.map((refusal, at) => (
        <li key={`${refusal.code}-${at}`} className="space-y-0.5 py-3">
          <p className="font-semibold">{refusalText(locale, refusal, unit)}</p>
          <p>{remedyText(locale, refusal, unit)}</p>
          <p className="text-muted text-sm">{clauseText(locale, refusal.clause)}</p>
        </li>
      ))}
    </ul>
  );
}
