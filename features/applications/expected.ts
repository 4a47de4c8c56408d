import type { Assessment } from '@/features/rules/domain/assess';
import { refusalText } from '@/features/rules/reason-texts';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';

/**
 * Formats the expected result of the answers for the bar above a form: the amount, or in one sentence why there is
 * none. Both texts are empty while the answers do not suffice to decide.
 */
export function expectedOf(
  assessment: Assessment | undefined,
  locale: Locale,
): { amount: string; reason: string } {
  if (!assessment) return { amount: '', reason: '' };
  if (assessment.eligible) return { amount: formatFen(assessment.amountFen), reason: '' };
  const [first] = assessment.refusals;
  return { amount: '', reason: first ? refusalText(locale, first) : '' };
}
