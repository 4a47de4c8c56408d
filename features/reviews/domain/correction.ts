import { done, fault, refused, type Fault, type Outcome } from '../../../lib/result';
import {
  shownFields,
  type Answers,
  type FormDefinition,
  type FormField,
} from '@/features/forms/domain/form';
import { plain } from '@/features/forms/domain/plain';

/** Returns the fields that a correction may name: those that the applicant saw, without declarations. */
export const correctableFields = (form: FormDefinition, answers: Answers): FormField[] =>
  form.sections
    .flatMap((section) => shownFields(form, section, answers))
    .filter((field) => field.kind !== 'declaration');

/** Returns the name of the checkbox that marks a field as faulty. */
export const namedName = (field: string): string => `named.${field}`;

/** Returns the name of the input for the fault of a field. */
export const faultName = (field: string): string => `fault.${field}`;

export const longestFault = 500;

type Typed = Readonly<Record<string, unknown>>;
type CorrectionRefusal = 'correction_empty' | 'correction_incomplete';

const textOf = (typed: Typed, field: string): string => {
  const value = typed[faultName(field)];
  return typeof value === 'string' ? plain(value) : '';
};

function wrongWith(text: string): Fault | undefined {
  if (text === '') return fault('fault_missing');
  return text.length > longestFault ? fault('text_too_long', { maximum: longestFault }) : undefined;
}

/**
 * Reads the fault of each ticked field. Only ticked fields count, and each needs a text, because the applicant can change
 * only these.
 * @returns faults by field name, at least one
 */
export function readFaults(
  form: FormDefinition,
  answers: Answers,
  typed: Typed,
): Outcome<Record<string, string>, CorrectionRefusal> {
  const named = correctableFields(form, answers).filter(({ name }) => typed[namedName(name)]);
  if (named.length === 0) return refused('correction_empty');
  const texts = named.map(({ name }) => ({ name, text: textOf(typed, name) }));
  const wrong = texts.flatMap(({ name, text }) => {
    const found = wrongWith(text);
    return found ? [[faultName(name), found] as const] : [];
  });
  return wrong.length > 0
    ? { ...refused('correction_incomplete'), fields: Object.fromEntries(wrong) }
    : done(Object.fromEntries(texts.map(({ name, text }) => [name, text])));
}
