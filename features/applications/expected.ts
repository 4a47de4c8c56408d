import type { Assessment } from '@/features/rules/domain/assess';
import { formatAward } from '@/features/rules/amount';
import type { Rules } from '@/features/rules/domain/rules';
import { refusalText } from '@/features/rules/reason-texts';
import type { Locale } from '@/lib/locale';

/**
 * Formats the expected result of the answers for the bar above a form: the amount, or in one sentence why there is
 * none. Both texts are empty while the answers do not suffice to decide.
 */
export function expectedOf(
  assessment: Assessment | undefined,
  rules: Pick<Rules, 'unit' | 'unitPrice'>,
  locale: Locale,
): { amount: string; reason: string } {
  if (!assessment) return { amount: '', reason: '' };
  if (assessment.eligible) {
    return { amount: formatAward(assessment.amountFen, rules, locale), reason: '' };
  }
  const [first] = assessment.refusals;
  return { amount: '', reason: first ? refusalText(locale, first, rules.unit) : '' };
}
