import { StepsTable } from '@/components/ui/explanation';
import type { Locale } from '@/lib/locale';
import type { AssessmentRefusal, AssessmentStep } from '../domain/sheet';
import { refusalText, remedyText, stepDetail, stepText } from '../assessment-messages';
import { clauseText } from '../messages';

/** A calculation, told: every step with its arithmetic and its article. */
export function AssessmentSteps(props: { steps: readonly AssessmentStep[]; locale: Locale }) {
  const { steps, locale } = props;
  return (
    <StepsTable
      locale={locale}
      steps={steps.map((step) => ({
        key: step.code,
        label: stepText(locale, step),
        detail: stepDetail(locale, step),
        clause: clauseText(locale, step.clause),
        afterFen: step.afterFen,
      }))}
    />
  );
}

/** Every reason against, what would change it, and its article. */
export function RefusalReasons(props: { refusals: readonly AssessmentRefusal[]; locale: Locale }) {
  const { refusals, locale } = props;
  return (
    <ul className="divide-line border-line divide-y border-y">
      {refusals.map((refusal, at) => (
        <li key={`${refusal.code}-${at}`} className="space-y-0.5 py-3">
          <p className="font-semibold">{refusalText(locale, refusal)}</p>
          <p>{remedyText(locale, refusal)}</p>
          <p className="text-muted text-sm">{clauseText(locale, refusal.clause)}</p>
        </li>
      ))}
    </ul>
  );
}
