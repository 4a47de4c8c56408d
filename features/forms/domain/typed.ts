import type { Answers, FormSection } from './form';
import { logicOf, type FormField } from './kinds';
import type { Reading, Sent } from './kinds/kind';

/** Of answers as typed, those that belong to the section and are typed at all. */
export const typedAnswers = (section: Pick<FormSection, 'fields'>, sent: Sent): Answers =>
  Object.fromEntries(
    section.fields.flatMap((field) => {
      const value = logicOf(field.kind).typed(field, sent);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/** A kept answer by the names of the fields it is typed into: the other way round. */
export const partsOf = (field: FormField, answer: string): Record<string, string> =>
  logicOf(field.kind).parts(field, answer);

/** Reads what was typed for one field: as it is kept, and why it may not be kept. */
export function readTyped(field: FormField, typed: string): Reading {
  const logic = logicOf(field.kind);
  return logic.saysNothing(field, typed) ? { value: '', faults: {} } : logic.read(field, typed);
}

/**
 * What stands in a form, as it would be kept: only so can it be laid beside what is kept. An answer
 * that may not be kept is written in the same way, and is like none that can stand.
 */
export function asKept(section: FormSection, sent: Sent): Answers {
  const typed = typedAnswers(section, sent);
  return Object.fromEntries(
    section.fields.flatMap((field) => {
      const text = typed[field.name];
      return text === undefined ? [] : [[field.name, readTyped(field, text).value]];
    }),
  );
}
