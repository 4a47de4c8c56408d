import {
  allFields,
  visibleNames,
  controllersOf,
  planOf,
  type Answers,
  type FormDefinition,
  type FormField,
} from './form';

/**
 * Lists the questions with an answer or a file that would no longer be asked after a change. The change clears their
 * answers, and the user must know that before. Clearing them hides no further questions, because an answer to a
 * question that is not asked does not count.
 */
export function dependentsOf(
  form: FormDefinition,
  answers: Answers,
  change: Answers,
  files: ReadonlySet<string> = new Set(),
): FormField[] {
  const plan = planOf(form);
  const before = visibleNames(plan, answers);
  const after = visibleNames(plan, { ...answers, ...change });
  return allFields(form).filter(
    ({ name }) =>
      before.has(name) && !after.has(name) && (files.has(name) || (answers[name] ?? '') !== ''),
  );
}

/**
 * Splits a change into the answers that can be saved now, and those that are put off because they decide whether any
 * of these questions is asked.
 */
export function putOff(
  form: FormDefinition,
  change: Answers,
  dependents: readonly FormField[],
): { now: Record<string, string>; later: Record<string, string> } {
  const plan = planOf(form);
  const deciding = new Set(dependents.flatMap(({ name }) => [...controllersOf(plan, name)]));
  const part = (waits: boolean) =>
    Object.fromEntries(Object.entries(change).filter(([name]) => deciding.has(name) === waits));
  return { now: part(false), later: part(true) };
}
