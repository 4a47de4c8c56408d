import type { Locale } from '@/lib/locale';
import type { Unit } from './domain/rules';
import type { AssessmentRefusal, AssessmentStep, ReasonValues } from './domain/sheet';
import { moneyIn, type Money } from './reason-formats';
import {
  refusalTexts,
  remedyTexts,
  stepDetails,
  stepTexts,
  type Details,
  type Texts,
} from './reason-messages';

/**
 * Returns the text of a code with values that may come from the database. An assessment that was stored before its texts used
 * all their present values lacks some of them; a text leaves out what is missing.
 */
const written = (texts: Texts<never>, locale: Locale, values: ReasonValues, money: Money): string =>
  (texts[locale] as Texts<ReasonValues>[Locale])(values, money);

/** Describes one step of a calculation. @param unit of the programme; yuan if it has none */
export const stepText = (
  locale: Locale,
  step: Pick<AssessmentStep, 'code' | 'values'>,
  unit?: Unit,
): string => written(stepTexts[step.code], locale, step.values, moneyIn(locale, unit));

/** Describes the arithmetic of one step, with the amount before it. */
export function stepDetail(
  locale: Locale,
  step: Pick<AssessmentStep, 'code' | 'values' | 'beforeFen'>,
  unit?: Unit,
): string | undefined {
  const money = moneyIn(locale, unit);
  const details: Details<never> | undefined = stepDetails[step.code];
  if (!details) return undefined;
  const detail = details[locale] as Details<ReasonValues>[Locale];
  return detail(step.values, money(step.beforeFen), money);
}

type Reason = Pick<AssessmentRefusal, 'code' | 'values'>;

/** Describes one reason for a refusal. */
export const refusalText = (locale: Locale, refusal: Reason, unit?: Unit): string =>
  written(refusalTexts[refusal.code], locale, refusal.values, moneyIn(locale, unit));

/** Describes what would remove the reason. */
export const remedyText = (locale: Locale, refusal: Reason, unit?: Unit): string =>
  written(remedyTexts[refusal.code], locale, refusal.values, moneyIn(locale, unit));
