import { parseDecimal } from '@/lib/decimal';
import { isIsoDate } from '../../../lib/dates';
import { checkEmail, checkPhone } from '../../../lib/identifiers';
import { formatYuanPlain, parseYuan } from '../../../lib/money';
import { done, refused, type Outcome } from '../../../lib/result';
import {
  missingFields,
  shownFields,
  type Answers,
  type FormDefinition,
  type FormField,
  type FormSection,
} from './form';

export type FieldFaultCode =
  | 'required'
  | 'text_too_long'
  | 'text_invalid'
  | 'number_invalid'
  | 'money_invalid'
  | 'money_negative'
  | 'money_too_precise'
  | 'money_too_large'
  | 'date_invalid'
  | 'email_invalid'
  | 'phone_invalid'
  | 'choice_unknown';

export type FieldFault = { code: FieldFaultCode; values: Record<string, number> };

/** Control characters and what turns the direction of text: nobody types them, they only deceive. */
const unusable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

function number(text: string): Outcome<string, 'number_invalid'> {
  const read = parseDecimal(text);
  return read.ok && Number(read.value) <= 0 ? refused('number_invalid') : read;
}

function read(field: FormField, text: string): Outcome<string, FieldFaultCode> {
  switch (field.kind) {
    case 'money': {
      const amount = parseYuan(text);
      if (!amount.ok) return amount;
      return amount.value > 0n ? done(formatYuanPlain(amount.value)) : refused('money_negative');
    }
    case 'number':
      return number(text);
    case 'date':
      return isIsoDate(text) ? done(text) : refused('date_invalid');
    case 'email':
      return checkEmail(text);
    case 'phone':
      return checkPhone(text);
    case 'choice':
    case 'yesNo':
      return field.options?.some((option) => option.value === text)
        ? done(text)
        : refused('choice_unknown');
    case 'vendor':
      return /^[0-9a-f-]{36}$/.test(text) ? done(text) : refused('choice_unknown');
    case 'text':
    case 'longText':
    case 'declaration':
    case 'file': {
      const maximum = field.maxLength ?? 4000;
      if (unusable.test(text.replace(/[\n\t]/g, ''))) return refused('text_invalid');
      return text.length > maximum ? refused('text_too_long', { maximum }) : done(text);
    }
  }
}

/** As it is kept: one way of composing characters, one kind of line end, no blanks around. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/**
 * Reads what was typed into a section. An empty answer may be saved, a wrong one may not: what is
 * missing is told at the check before submission, what is wrong at once.
 */
export function readSection(
  section: FormSection,
  typed: Answers,
): { answers: Record<string, string>; faults: Record<string, FieldFault> } {
  const answers: Record<string, string> = {};
  const faults: Record<string, FieldFault> = {};
  for (const field of section.fields) {
    if (field.kind === 'file' || field.kind === 'declaration') continue;
    const text = plain(typed[field.name] ?? '');
    if (text === '') {
      answers[field.name] = '';
      continue;
    }
    const value = read(field, text);
    if (value.ok) answers[field.name] = value.value;
    else
      faults[field.name] = {
        code: value.code,
        values: (value.values ?? {}) as Record<string, number>,
      };
  }
  return { answers, faults };
}

/** What stands between an application and its submission, section by section. */
export function incompleteSections(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlySet<string>,
): { id: string; missing: string[] }[] {
  return form.sections
    .map((section) => ({ id: section.id, missing: missingFields(section, answers, files) }))
    .filter((section) => section.missing.length > 0);
}

/** Answers of fields that are not asked any more count as not given. */
export function effectiveAnswers(form: FormDefinition, answers: Answers): Record<string, string> {
  const shown = form.sections.flatMap((section) => shownFields(section, answers));
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = answers[field.name];
      return value ? [[field.name, value]] : [];
    }),
  );
}
