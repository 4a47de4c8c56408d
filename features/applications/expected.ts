import type { Assessment } from '@/features/rules/domain/assess';
import { refusalText } from '@/features/rules/reason-messages';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';

/**
 * What the answers come to, for the bar above a form: the amount, or in one sentence why nothing.
 * Both are empty while the answers do not suffice to tell.
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
