import { done, refused, type Outcome } from '../../../lib/result';
import {
  shownFields,
  type Answers,
  type FormDefinition,
  type FormField,
} from '../../applications/domain/form';
import { plain } from '../../applications/domain/validate';

/** The fields a correction may name: what the applicant was asked, declarations aside. */
export const correctableFields = (form: FormDefinition, answers: Answers): FormField[] =>
  form.sections
    .flatMap((section) => shownFields(section, answers))
    .filter((field) => field.kind !== 'declaration');

/** The name of the input that says what is wrong with a field. */
export const faultName = (field: string): string => `fault.${field}`;

export const longestFault = 500;

/**
 * Reads what is wrong with which field; untouched inputs do not count.
 * @returns faults by field name, at least one
 */
export function readFaults(
  form: FormDefinition,
  answers: Answers,
  typed: Readonly<Record<string, unknown>>,
): Outcome<Record<string, string>, 'correction_empty' | 'correction_too_long'> {
  const faults: Record<string, string> = {};
  for (const { name } of correctableFields(form, answers)) {
    const value = typed[faultName(name)];
    const text = typeof value === 'string' ? plain(value) : '';
    if (text.length > longestFault) {
      const fault = { code: 'text_too_long', values: { maximum: longestFault } };
      return { ...refused('correction_too_long'), fields: { [faultName(name)]: fault } };
    }
    if (text) faults[name] = text;
  }
  return Object.keys(faults).length > 0 ? done(faults) : refused('correction_empty');
}
