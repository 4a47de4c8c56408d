import { plainName } from '../../../lib/normal';
import type { Answers, FormSection } from './form';
import { logicOf, type FormField } from './kinds';
import type { Reading, Sent } from './kinds/kind';

/** Returns the sent answers that belong to the section and to kinds that are typed. */
export const typedAnswers = (section: Pick<FormSection, 'fields'>, sent: Sent): Answers =>
  Object.fromEntries(
    section.fields.flatMap((field) => {
      const value = logicOf(field.kind).typed(field, sent);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/** Returns a stored answer by the names of the fields into which it is typed: the reverse of `typedAnswers`. */
export const partsOf = (field: FormField, answer: string): Record<string, string> =>
  logicOf(field.kind).parts(field, answer);

/** The questions of every form whose answers are names. A name has one kind of middle point, whatever was typed. */
const names: ReadonlySet<string> = new Set(['contactName', 'vendorName']);

/** Reads what was typed for one field: the answer as it is stored, and its faults. */
export function readTyped(field: FormField, typed: string): Reading {
  const logic = logicOf(field.kind);
  const text = names.has(field.name) ? plainName(typed) : typed;
  return logic.isEmpty(field, text) ? { value: '', faults: {} } : logic.read(field, text);
}

/**
 * Returns the answers in a form as they would be stored, so that they can be compared with stored answers. An invalid
 * answer is written in the same way; it equals no answer that can be stored.
 */
export function asStored(section: FormSection, sent: Sent): Answers {
  const typed = typedAnswers(section, sent);
  return Object.fromEntries(
    section.fields.flatMap((field) => {
      const text = typed[field.name];
      return text === undefined ? [] : [[field.name, readTyped(field, text).value]];
    }),
  );
}
