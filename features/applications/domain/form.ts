import type { Bilingual } from '../../programmes/domain/text';

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'yesNo',
  'vendor',
  'email',
  'phone',
  'file',
  'declaration',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type FormField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
  readonly required: boolean;
  readonly options?: readonly { readonly value: string; readonly label: Bilingual }[] | undefined;
  readonly maxLength?: number | undefined;
  /** Asked only when another answer has this value; hidden, it is not required. */
  readonly when?: { readonly field: string; readonly equals: string } | undefined;
};

export type FormSection = {
  readonly id: string;
  readonly title: Bilingual;
  readonly lead?: Bilingual | undefined;
  readonly fields: readonly FormField[];
};

/** The questions of a programme: data, versioned with its rules. */
export type FormDefinition = { readonly sections: readonly FormSection[] };

export type Answers = Readonly<Record<string, string>>;

/** The fields that are asked at all, given the answers so far. */
export const shownFields = (section: FormSection, answers: Answers): FormField[] =>
  section.fields.filter((field) => !field.when || answers[field.when.field] === field.when.equals);

export const allFields = (form: FormDefinition): FormField[] =>
  form.sections.flatMap((section) => [...section.fields]);

/**
 * What is missing from a section: names of required fields without an answer or a file. A
 * declaration is made on submitting and is not missing before.
 */
export function missingFields(
  section: FormSection,
  answers: Answers,
  files: ReadonlySet<string>,
): string[] {
  return shownFields(section, answers)
    .filter((field) => field.required && field.kind !== 'declaration')
    .filter((field) => (field.kind === 'file' ? !files.has(field.name) : !answers[field.name]))
    .map((field) => field.name);
}
