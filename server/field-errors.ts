import 'server-only';
import type { z } from 'zod';
import type { Locale } from '@/lib/locale';
import { textOf, type TextsByCode, type MessageValues } from '@/lib/messages';
import type { Fault } from '@/lib/result';
import { fieldErrors, type FieldErrorCode } from './messages';

type Issue = z.core.$ZodIssue;

/**
 * Returns the code and the values of an issue: a schema's own code, or the general one for its
 * kind.
 */
function codeOf(issue: Issue): { code: string; values: MessageValues } {
  if (issue.code === 'custom') {
    return { code: issue.message, values: (issue.params ?? {}) as MessageValues };
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    const minimum = Number(issue.minimum);
    return { code: minimum <= 1 ? 'required' : 'text_too_short', values: { minimum } };
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { code: 'text_too_long', values: { maximum: Number(issue.maximum) } };
  }
  if (issue.code === 'too_small') {
    return { code: 'number_too_small', values: { minimum: Number(issue.minimum) } };
  }
  if (issue.code === 'too_big') {
    return { code: 'number_too_large', values: { maximum: Number(issue.maximum) } };
  }
  // An id is never typed: users choose the thing that it identifies.
  const isId = issue.code === 'invalid_format' && issue.format === 'uuid';
  if (isId || issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    return { code: 'choice_unknown', values: {} };
  }
  if (issue.code === 'invalid_type') return { code: 'required', values: {} };
  return { code: 'value_invalid', values: {} };
}

/** Returns the text of a fault: the feature's own, or the general one of that code. */
function explain({ code, values = {} }: Fault, locale: Locale, own?: TextsByCode<string>): string {
  if (own && code in own(locale)) return textOf(own, locale, code, values);
  const known = code in fieldErrors(locale) ? (code as FieldErrorCode) : 'value_invalid';
  return textOf(fieldErrors, locale, known, values);
}

/** Returns one text per field, in the reader's language: that of the field's first fault. */
export function explainIssues(
  issues: readonly Issue[],
  locale: Locale,
  own?: TextsByCode<string>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    errors[field] ??= explain(codeOf(issue), locale, own);
  }
  return errors;
}

/** Returns the texts of faults that a command found, in the same way. */
export const explainFaults = (
  faults: Readonly<Record<string, Fault>>,
  locale: Locale,
  own?: TextsByCode<string>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, explain(fault, locale, own)]),
  );
