import 'server-only';
import type { z } from 'zod';
import type { Locale } from '@/lib/locale';
import { textOf, type MessageValues } from '@/lib/messages';
import { fieldErrors, type FieldErrorCode } from '../messages';
import { faultTexts } from './problem-messages';
import type { Fault } from './problem';

type Issue = z.core.$ZodIssue;
type FaultCode = keyof ReturnType<typeof faultTexts>;
type Found = { path: readonly PropertyKey[]; code: string; values?: MessageValues };

/** The most faults in one answer: more would not help the sender, and a body may have thousands. */
const mostFaults = 50;

/** Returns the type of a JSON value, in the words of JSON. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}

function typeFault(issue: z.core.$ZodIssueInvalidType, root: unknown): Omit<Found, 'path'> {
  const sent = valueAt(root, issue.path);
  if (sent === undefined) return { code: 'missing' };
  const expected = issue.expected === 'record' ? 'object' : issue.expected;
  if (expected === 'string' && kindOf(sent) === 'number') return { code: 'text_not_number' };
  return { code: 'type_wrong', values: { expected } };
}

function sizeFault(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Omit<Found, 'path'> {
  const text = issue.origin === 'string';
  if (issue.code === 'too_small') {
    const values = { minimum: Number(issue.minimum) };
    return { code: text ? 'text_too_short' : 'number_too_small', values };
  }
  const values = { maximum: Number(issue.maximum) };
  if (issue.origin === 'array') return { code: 'list_too_long', values };
  return { code: text ? 'text_too_long' : 'number_too_large', values };
}

function codeOf(issue: Issue, root: unknown): Omit<Found, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue, root);
    case 'too_big':
    case 'too_small':
      return sizeFault(issue);
    case 'invalid_value':
      return { code: 'choice_unknown', values: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_key':
      return { code: 'key_invalid' };
    case 'custom': {
      const code: unknown = issue.params?.code;
      return { code: typeof code === 'string' ? code : issue.message };
    }
    default:
      return { code: 'format_invalid' };
  }
}

/** Lists one fault for each place; unknown names count one by one, each at its own place. */
function found(issue: Issue, root: unknown): Found[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], code: 'field_unknown' }));
  }
  return [{ path: issue.path, ...codeOf(issue, root) }];
}

function explain(code: string, values: MessageValues | undefined, locale: Locale): string {
  if (code in faultTexts(locale)) return textOf(faultTexts, locale, code as FaultCode, values);
  const known = code in fieldErrors(locale) ? (code as FieldErrorCode) : 'value_invalid';
  return textOf(fieldErrors, locale, known, values);
}

/**
 * Returns a pointer such as `#/flags/a~1b`: RFC 6901 in fragment form, so that no name can look
 * like a path.
 */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path
    .map((key) => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1')))
    .map((key) => `/${key}`)
    .join('')}`;

/** Lists what is wrong with a body, place by place, in the reader's language. */
export const bodyFaults = (issues: readonly Issue[], root: unknown, locale: Locale): Fault[] =>
  issues
    .slice(0, mostFaults)
    .flatMap((issue) => found(issue, root))
    .slice(0, mostFaults)
    .map(({ path, code, values }) => ({
      pointer: pointerTo(path),
      code,
      detail: explain(code, values, locale),
    }));

/** Lists what is wrong with the parameters of an address. */
export const parameterFaults = (issues: readonly Issue[], root: unknown, locale: Locale): Fault[] =>
  issues
    .slice(0, mostFaults)
    .flatMap((issue) => found(issue, root))
    .slice(0, mostFaults)
    .map(({ path, code, values }) => {
      const unknown = code === 'field_unknown' ? 'parameter_unknown' : code;
      const repeated = Array.isArray(valueAt(root, path)) ? 'parameter_repeated' : unknown;
      return {
        parameter: path.map(String).join('.'),
        code: repeated,
        detail: explain(repeated, values, locale),
      };
    });

/** Returns a fault that an operation found itself. */
export const faultAt = (
  path: readonly PropertyKey[],
  code: FaultCode,
  locale: Locale,
  values?: MessageValues,
): Fault => ({ pointer: pointerTo(path), code, detail: explain(code, values, locale) });
