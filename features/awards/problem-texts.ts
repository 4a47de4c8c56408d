import { refusalCodes, type RefusalCode } from '@/features/rules/domain/sheet';
import { units, type Unit } from '@/features/rules/domain/vocabulary';
import { refusalText } from '@/features/rules/reason-texts';
import type { Locale } from '@/lib/locale';
import { findText, textOf, type MessageValues } from '@/lib/messages';
import { fieldErrors, type FieldErrorCode } from '@/server/messages';
import type { Problem } from './domain/problems';
import { problemKinds, problemTexts } from './messages';

const isRefusal = (code: string): code is RefusalCode =>
  refusalCodes.some((known) => known === code);

/** Returns the unit of the amounts of a reason; undefined for yuan. */
const unitIn = (values: MessageValues): Unit | undefined =>
  units.find((unit) => unit === values.unit);

/**
 * Lists the rules' own reasons without their advice, which is for applicants and not for the officials who
 * work on the list.
 */
const ruleTexts = (locale: Locale): Record<string, (values: MessageValues) => string> =>
  Object.fromEntries(
    refusalCodes.map((code) => [
      code,
      (values: MessageValues) => refusalText(locale, { code, values }, unitIn(values)),
    ]),
  );

/** Lists the texts of a row's problems: those of its cells, of the firm, and the rules' own reasons. */
export const awardFieldErrors = (locale: Locale) => ({
  ...ruleTexts(locale),
  ...problemTexts(locale),
});

/** Returns one problem in words. */
export function problemText(locale: Locale, { code, values = {} }: Problem): string {
  if (isRefusal(code)) return refusalText(locale, { code, values }, unitIn(values));
  if (Object.hasOwn(problemTexts(locale), code)) {
    return textOf(problemTexts, locale, code as keyof ReturnType<typeof problemTexts>, values);
  }
  return Object.hasOwn(fieldErrors(locale), code)
    ? textOf(fieldErrors, locale, code as FieldErrorCode, values)
    : code;
}

/** Returns a kind of problem in a few words. */
export function problemKind(locale: Locale, code: string): string {
  return findText(problemKinds(locale), code) ?? problemText(locale, { code });
}
