import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/page';
import type { Assessment } from '@/features/rules/domain/assess';
import type { Rules } from '@/features/rules/domain/rules';
import { AssessmentSteps, RefusalReasons } from '@/features/rules/ui/assessment';
import { Award } from '@/features/rules/ui/worth';
import type { Locale } from '@/lib/locale';
import { applicationMessages } from '../messages';

/** Shows the amount that the rules give for the answers, step by step, or why they give none. */
export function ExpectedAmount(props: {
  assessment: Assessment | undefined;
  rules: Pick<Rules, 'unit' | 'unitPrice'>;
  locale: Locale;
}) {
  const { assessment, rules, locale } = props;
  const t = applicationMessages(locale);
  return (
    <Card className="space-y-3">
      <h2 className="text-muted text-base font-normal">{t.expected}</h2>
      {!assessment && <p className="text-muted">{t.expectedUnknown}</p>}
      {assessment?.eligible && (
        <p className="text-3xl font-semibold">
          <Award amount={assessment.amountFen} rules={rules} locale={locale} />
        </p>
      )}
      {assessment && !assessment.eligible && (
        <Callout tone="warn" title={t.notEligible}>
          <RefusalReasons refusals={assessment.refusals} locale={locale} unit={rules.unit} />
        </Callout>
      )}
      {assessment && assessment.steps.length > 0 && (
        <>
          <h3 className="text-sm">{t.how}</h3>
          <AssessmentSteps steps={assessment.steps} locale={locale} unit={rules.unit} />
        </>
      )}
      {assessment?.eligible && <p className="text-muted text-sm">{t.expectedNote}</p>}
    </Card>
  );
}
