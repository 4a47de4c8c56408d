import type { Bilingual } from '@/lib/bilingual';
import { holds, testsOf, type Condition } from './conditions';

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'period',
  'choice',
  'many',
  'yesNo',
  'vendor',
  'creditCode',
  'region',
  'email',
  'phone',
  'table',
  'file',
  'declaration',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const columnKinds = ['text', 'number', 'money', 'date', 'choice'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export const fileTypes = ['pdf', 'png', 'jpeg', 'ofd'] as const;
export type FileType = (typeof fileTypes)[number];

export type Choice = { readonly value: string; readonly label: Bilingual };

/** Bounds of a number, as decimals in text; without a least one it has to be more than zero. */
type Numeric = {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly integer?: boolean | undefined;
  readonly unit?: Bilingual | undefined;
};
type Dated = { readonly earliest?: string | undefined; readonly latest?: string | undefined };
type Written = { readonly maxLength?: number | undefined };
type Chosen = { readonly options: readonly Choice[] };

type Typed<K, More = unknown> = { readonly kind: K } & More;

type Kinds<K extends FieldKind | ColumnKind> = {
  [Kind in K]: Typed<Kind, Kind extends keyof Parts ? Parts[Kind] : unknown>;
}[K];

type Parts = {
  text: Written;
  longText: Written;
  number: Numeric;
  date: Dated;
  period: Dated;
  choice: Chosen;
  yesNo: Chosen;
  /** How many may be chosen, and how many must be if it is answered at all. */
  many: Chosen & { readonly min?: number | undefined; readonly max?: number | undefined };
  /** Provinces, unless the programme lists regions of its own. */
  region: { readonly options?: readonly Choice[] | undefined };
  table: {
    readonly columns: readonly Column[];
    readonly minRows?: number | undefined;
    readonly maxRows: number;
  };
  file: {
    readonly accept?: readonly FileType[] | undefined;
    readonly maxFiles?: number | undefined;
    /** What a good one looks like. */
    readonly sample?: Bilingual | undefined;
  };
};

/** A column of a table; its cells are read like fields of the same kind. */
export type Column = Kinds<ColumnKind> & {
  readonly name: string;
  readonly label: Bilingual;
  readonly required: boolean;
  /** Whether its numbers are added up under the table. */
  readonly sum?: boolean | undefined;
};

export type FormField = Kinds<FieldKind> & {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
  /** What the programme's manager adds to the hint. */
  readonly help?: Bilingual | undefined;
  readonly required: boolean;
  /** Asked only when earlier answers say so; hidden, it is not required. */
  readonly when?: Condition | undefined;
  /** The programme's own question, which does not follow from its rules. */
  readonly own?: boolean | undefined;
};

export type FieldOf<K extends FieldKind> = Extract<FormField, { kind: K }>;

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
    .filter((field) => field.required && field.kind !== 'declaration')
    .filter((field) => (field.kind === 'file' ? !files.has(field.name) : !answers[field.name]))
    .map((field) => field.name);
}
