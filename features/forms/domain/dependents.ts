import {
  allFields,
  askedNames,
  controllersOf,
  planOf,
  type Answers,
  type FormDefinition,
  type FormField,
} from './form';

/**
 * Which questions would no longer be asked after a change, although they are answered, by an answer
 * or a file: changing the one answer clears the others, and the person has to know before. Their
 * going hides nothing more, since an answer to a question that is not asked counted for nothing.
 */
export function dependentsOf(
  form: FormDefinition,
  answers: Answers,
  change: Answers,
  files: ReadonlySet<string> = new Set(),
): FormField[] {
  const plan = planOf(form);
  const before = askedNames(plan, answers);
  const after = askedNames(plan, { ...answers, ...change });
  return allFields(form).filter(
    ({ name }) =>
      before.has(name) && !after.has(name) && (files.has(name) || (answers[name] ?? '') !== ''),
  );
}

/**
 * Of a change, what clears nothing, and what is put off because it would: the answers on which it
 * hangs whether any of these questions is asked.
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
