import { testsOf, type Condition, type Test } from './conditions';
import {
  allFields,
  type Choice,
  type FieldKind,
  type FormDefinition,
  type FormField,
} from './form';
import { logicOf } from './kinds';

/** Names of questions that the rules read: whoever else used one would change what they calculate. */
export const reservedKinds: Readonly<Record<string, FieldKind>> = {
  contactName: 'text',
  contactPhone: 'phone',
  contactEmail: 'email',
  projectName: 'text',
  projectSummary: 'longText',
  purpose: 'choice',
  chipOrigin: 'choice',
  cardHours: 'number',
  vendorId: 'vendor',
  vendorName: 'text',
  contractNumber: 'text',
  contractFen: 'money',
  signedOn: 'date',
  startsOn: 'date',
  endsOn: 'date',
  otherSupportFen: 'money',
  declared: 'declaration',
};

export const isOwnName = (name: string): boolean => /^own[A-Z0-9]\w*$/.test(name);
export const isOwnSection = (id: string): boolean => id.startsWith('own-');

export type FormFaultCode =
  | 'section_repeated'
  | 'section_empty'
  | 'name_repeated'
  | 'name_reserved'
  | 'kind_reserved'
  | 'options_repeated'
  | 'bounds_reversed'
  | 'condition_unknown'
  | 'condition_kind'
  | 'condition_value';

/** What is wrong with a definition, and of which section or question. */
export type FormFault = { code: FormFaultCode; section: string; field?: string };

const repeated = (names: readonly string[]) =>
  names.filter((name, at) => names.indexOf(name) !== at);

/** The choices of a question, its own or those that its kind brings along. */
export const optionsOf = (field: FormField): readonly Choice[] =>
  logicOf(field.kind).options(field);

/** What a test may ask of a kind of question. */
export function testFits(test: Test, field: FormField): FormFaultCode | undefined {
  const { given, subject } = logicOf(field.kind);
  if (given !== 'typed') return 'condition_kind';
  if ('answered' in test) return undefined;
  if ('atLeast' in test || 'atMost' in test) {
    return subject === 'number' ? undefined : 'condition_kind';
  }
  if (subject !== 'choices') return 'condition_kind';
  const wanted = 'equals' in test ? [test.equals] : test.oneOf;
  const known = optionsOf(field).map(({ value }) => value);
  return wanted.every((one) => known.includes(one)) ? undefined : 'condition_value';
}

function conditionFaults(
  condition: Condition | undefined,
  earlier: ReadonlyMap<string, FormField>,
): FormFaultCode[] {
  if (!condition) return [];
  return testsOf(condition).flatMap((test) => {
    const field = earlier.get(test.field);
    const fault = field ? testFits(test, field) : 'condition_unknown';
    return fault ? [fault] : [];
  });
}

function fieldFaults(field: FormField): FormFaultCode[] {
  const faults: FormFaultCode[] = [];
  const reserved = Object.hasOwn(reservedKinds, field.name) ? reservedKinds[field.name] : undefined;
  // A vendor's own names are chosen or typed, and a claim of other support is asked in two ways.
  if (reserved !== undefined && reserved !== field.kind) faults.push('kind_reserved');
  if ((field.own === true) !== isOwnName(field.name)) faults.push('name_reserved');
  const logic = logicOf(field.kind);
  if (logic.isReversed(field)) faults.push('bounds_reversed');
  const lists = [logic.options(field).map(({ value }) => value), ...logic.names(field)];
  if (lists.some((list) => repeated(list).length > 0)) faults.push('options_repeated');
  return faults;
}

/**
 * What a definition says that cannot be: names twice, conditions on what is not asked before (which
 * rules circles out), on answers that nobody can give, or names of the rules taken for something
 * else. Its shape is `formSchema`'s to check.
 */
export function formFaults(form: FormDefinition): FormFault[] {
  const faults: FormFault[] = [];
  const earlier = new Map<string, FormField>();
  const sections = repeated(form.sections.map(({ id }) => id));
  const names = repeated(allFields(form).map(({ name }) => name));
  for (const section of form.sections) {
    const of = (codes: readonly FormFaultCode[], field?: string) =>
      faults.push(...codes.map((code) => ({ code, section: section.id, ...(field && { field }) })));
    if (sections.includes(section.id)) of(['section_repeated']);
    if (section.fields.length === 0) of(['section_empty']);
    if ((section.own === true) !== isOwnSection(section.id)) of(['name_reserved']);
    of(conditionFaults(section.when, earlier));
    for (const field of section.fields) {
      of([...fieldFaults(field), ...conditionFaults(field.when, earlier)], field.name);
      if (names.includes(field.name)) of(['name_repeated'], field.name);
      earlier.set(field.name, field);
    }
  }
  return faults;
}
