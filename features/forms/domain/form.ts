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

/** The questions of a programme: data, versioned with its rules. */
export type FormDefinition = { readonly sections: readonly FormSection[] };

/** By name; lists, periods and tables as canonical JSON. */
export type Answers = Readonly<Record<string, string>>;

export const allFields = (form: FormDefinition): FormField[] =>
  form.sections.flatMap((section) => [...section.fields]);

/** A question with all that must hold for it to be asked: its section's condition and its own. */
export type Asked = { name: string; kind: FieldKind; when: readonly Condition[] };

/** The questions in their order, reduced to what decides whether they are asked. */
export const planOf = (form: FormDefinition): Asked[] =>
  form.sections.flatMap((section) =>
    section.fields.map(({ name, kind, when }) => ({
      name,
      kind,
      when: [section.when, when].filter((one) => one !== undefined),
    })),
  );

/**
 * The names of the questions that are asked, given the answers so far. An answer to a question that
 * is not asked counts for nothing, so what depends on it is not asked either. Conditions look back
 * only, which makes one pass enough.
 */
export function askedNames(plan: readonly Asked[], answers: Answers): Set<string> {
  const asked = new Set<string>();
  const counting: Record<string, string> = {};
  for (const { name, when } of plan) {
    if (!when.every((condition) => holds(condition, counting))) continue;
    asked.add(name);
    const answer = answers[name];
    if (answer) counting[name] = answer;
  }
  return asked;
}

/** The fields of a section that are asked at all, given the answers so far. */
export function shownFields(
  form: FormDefinition,
  section: FormSection,
  answers: Answers,
): FormField[] {
  const asked = askedNames(planOf(form), answers);
  return section.fields.filter(({ name }) => asked.has(name));
}

/** The sections of which anything is asked. */
export function shownSections(form: FormDefinition, answers: Answers): FormSection[] {
  const asked = askedNames(planOf(form), answers);
  return form.sections.filter(({ fields }) => fields.some(({ name }) => asked.has(name)));
}

/** Every question on whose answer it hangs whether this one is asked, however far back. */
export function controllersOf(plan: readonly Asked[], name: string): Set<string> {
  const found = new Set<string>();
  const look = (one: string) => {
    const tests = plan.find((asked) => asked.name === one)?.when.flatMap(testsOf) ?? [];
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
 * What is missing from a section: names of required fields without an answer or a file. A
 * declaration is made on submitting and is not missing before.
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
