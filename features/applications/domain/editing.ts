import {
  allFields,
  controllersOf,
  planOf,
  shownSections,
  type Answers,
  type FormDefinition,
  type FormField,
  type FormSection,
} from '@/features/forms/domain/form';
import type { ApplicationState } from './lifecycle';
import { incompleteSections } from '@/features/forms/domain/validate';

export { typedAnswers } from '@/features/forms/domain/typed';

/**
 * Returns the names of the fields that may change now: all fields of a draft; of a returned case the fields that the
 * correction request names, and those that depend on them; of any other case none. Declarations are never among them,
 * because they are made with the submission, by the person who submits.
 */
export function openFields(
  form: FormDefinition,
  state: ApplicationState,
  corrected: Readonly<Record<string, string>> | undefined,
): Set<string> {
  const fields = allFields(form).filter((field) => field.kind !== 'declaration');
  if (state === 'draft') return new Set(fields.map((field) => field.name));
  if (state !== 'returned' || !corrected) return new Set();
  const plan = planOf(form);
  // A corrected answer can make further questions visible.
  const opened = (name: string) =>
    corrected[name] !== undefined ||
    [...controllersOf(plan, name)].some((controller) => corrected[controller] !== undefined);
  return new Set(fields.map((field) => field.name).filter(opened));
}

/** Lists the declarations that the applicant makes with the submission. */
export const declarations = (form: FormDefinition, answers: Answers): FormField[] =>
  shownSections(form, answers).flatMap((section) =>
    section.fields.filter((field) => field.kind === 'declaration'),
  );

/** Lists the sections that are pages of their own. A section with only declarations is not. */
export const pageSections = (form: FormDefinition, answers: Answers): FormSection[] =>
  shownSections(form, answers).filter((section) =>
    section.fields.some((field) => field.kind !== 'declaration'),
  );

/** Returns the answers of one section. A missing answer becomes an empty text. */
export const ofSection = (section: FormSection, answers: Answers): Record<string, string> =>
  Object.fromEntries(section.fields.map(({ name }) => [name, answers[name] ?? '']));

/** Counts how many pages of the form are complete, and how many there are. */
export function progressOf(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlySet<string>,
): { done: number; of: number } {
  const pages = pageSections(form, answers);
  const incomplete = new Set(incompleteSections(form, answers, files).map(({ id }) => id));
  return { done: pages.filter(({ id }) => !incomplete.has(id)).length, of: pages.length };
}
