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
 * The fields that may change now: all of a draft, those a correction request names of a returned
 * case with what depends on them, none of any other. A declaration is never among them: it is made
 * with the submission, by whoever submits.
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
  // A corrected answer may bring up questions that were not asked before.
  const opened = (name: string) =>
    corrected[name] !== undefined ||
    [...controllersOf(plan, name)].some((controller) => corrected[controller] !== undefined);
  return new Set(fields.map((field) => field.name).filter(opened));
}

/** What the applicant declares on submitting. */
export const declarations = (form: FormDefinition, answers: Answers): FormField[] =>
  shownSections(form, answers).flatMap((section) =>
    section.fields.filter((field) => field.kind === 'declaration'),
  );

/** The sections that are pages of their own: a section of nothing but declarations is not. */
export const pageSections = (form: FormDefinition, answers: Answers): FormSection[] =>
  shownSections(form, answers).filter((section) =>
    section.fields.some((field) => field.kind !== 'declaration'),
  );

/** Answers of one section out of all. */
export const ofSection = (section: FormSection, answers: Answers): Record<string, string> =>
  Object.fromEntries(section.fields.map(({ name }) => [name, answers[name] ?? '']));

/** How many pages of the form are complete, of how many. */
export function progressOf(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlySet<string>,
): { done: number; of: number } {
  const pages = pageSections(form, answers);
  const incomplete = new Set(incompleteSections(form, answers, files).map(({ id }) => id));
  return { done: pages.filter(({ id }) => !incomplete.has(id)).length, of: pages.length };
}
