import type { Bilingual } from '@/lib/bilingual';
import { holds, testsOf, type Condition } from './conditions';
import { logicOf, type FieldKind, type FormField } from './kinds';

export { fieldKinds, type FieldKind, type FieldOf, type FormField } from './kinds';
export { fileTypes, type Choice, type FileType } from './kinds/bounds';
export { columnKinds, type Column } from './kinds/table';

export type FormSection = {
  readonly id: string;
  readonly title: Bilingual;
  readonly lead?: Bilingual | undefined;
  readonly when?: Condition | undefined;
  readonly own?: boolean | undefined;
  readonly fields: readonly FormField[];
};

/** The questions of a programme. They are data with versions, like the rules. */
export type FormDefinition = { readonly sections: readonly FormSection[] };

/** Answers by the name of the question. Lists, periods and tables are stored as canonical JSON. */
export type Answers = Readonly<Record<string, string>>;

export const allFields = (form: FormDefinition): FormField[] =>
  form.sections.flatMap((section) => [...section.fields]);

/** A question with all conditions for asking it: its section's and its own. */
export type PlannedField = { name: string; kind: FieldKind; when: readonly Condition[] };

/** Lists the questions in order, reduced to the data which decides whether they are asked. */
export const planOf = (form: FormDefinition): PlannedField[] =>
  form.sections.flatMap((section) =>
    section.fields.map(({ name, kind, when }) => ({
      name,
      kind,
      when: [section.when, when].filter((one) => one !== undefined),
    })),
  );

/**
 * Returns the names of the questions that are asked after these answers. An answer to a question that is not asked
 * does not count, so questions that depend on it are not asked either. Conditions refer only to earlier questions, so
 * one pass is enough.
 */
export function visibleNames(plan: readonly PlannedField[], answers: Answers): Set<string> {
  const visible = new Set<string>();
  const counting: Record<string, string> = {};
  for (const { name, when } of plan) {
    if (!when.every((condition) => holds(condition, counting))) continue;
    visible.add(name);
    const answer = answers[name];
    if (answer) counting[name] = answer;
  }
  return visible;
}

/** Lists the fields of a section that are asked after these answers. */
export function shownFields(
  form: FormDefinition,
  section: FormSection,
  answers: Answers,
): FormField[] {
  const visible = visibleNames(planOf(form), answers);
  return section.fields.filter(({ name }) => visible.has(name));
}

/** Lists the sections with at least one question that is asked. */
export function shownSections(form: FormDefinition, answers: Answers): FormSection[] {
  const visible = visibleNames(planOf(form), answers);
  return form.sections.filter(({ fields }) => fields.some(({ name }) => visible.has(name)));
}

/**
 * Returns the names of all questions whose answers decide, directly or through others, whether this question is
 * asked.
 */
export function controllersOf(plan: readonly PlannedField[], name: string): Set<string> {
  const found = new Set<string>();
  const look = (one: string) => {
    const tests = plan.find((planned) => planned.name === one)?.when.flatMap(testsOf) ?? [];
    for (const { field } of tests) {
      if (found.has(field)) continue;
      found.add(field);
      look(field);
    }
  };
  look(name);
  return found;
}

/**
 * Lists what is missing from a section: the names of required fields without an answer or a file. A declaration is
 * made with the submission and is not missing before.
 */
export function missingFields(
  form: FormDefinition,
  section: FormSection,
  answers: Answers,
  files: ReadonlySet<string>,
): string[] {
  return shownFields(form, section, answers)
    .filter(({ required, kind, name }) => {
      const { given } = logicOf(kind);
      if (!required || given === 'declared') return false;
      return given === 'filed' ? !files.has(name) : !answers[name];
    })
    .map((field) => field.name);
}
