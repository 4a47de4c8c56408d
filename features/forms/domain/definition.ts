import { testsOf, type Condition, type Test } from './conditions';
import {
  allFields,
  type Choice,
  type FieldKind,
  type FormDefinition,
  type FormField,
} from './form';
import { logicOf } from './kinds';

/** An amount is asked in yuan, or as a number where the programme counts another unit. */
const amount: readonly FieldKind[] = ['money', 'number'];

/**
 * Names of questions that the rules read, with the kinds that they can have. Another question with such a name would change the
 * calculation.
 */
export const reservedKinds: Readonly<Record<string, readonly FieldKind[]>> = {
  contactName: ['text'],
  contactPhone: ['phone'],
  contactEmail: ['email'],
  projectName: ['text'],
  projectSummary: ['longText'],
  purpose: ['choice'],
  chipOrigin: ['choice'],
  cardHours: ['number'],
  vendorId: ['vendor'],
  vendorName: ['text'],
  contractNumber: ['text'],
  contractAmount: amount,
  signedOn: ['date'],
  startsOn: ['date'],
  endsOn: ['date'],
  otherSupportAmount: amount,
  declared: ['declaration'],
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

/** A fault of a definition, with its section and question. */
export type FormFault = { code: FormFaultCode; section: string; field?: string };

const repeated = (names: readonly string[]) =>
  names.filter((name, at) => names.indexOf(name) !== at);

/** Returns the choices of a question: its own, or those that its kind provides. */
export const optionsOf = (field: FormField): readonly Choice[] =>
  logicOf(field.kind).options(field);

/** Returns the fault of a test on a question of this kind, if there is one. */
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
  // A reserved name requires one of its kinds. A vendor has one name for a choice and one for a typed text, and other support
  // is asked in two ways.
  if (reserved && !reserved.includes(field.kind)) faults.push('kind_reserved');
  if ((field.own === true) !== isOwnName(field.name)) faults.push('name_reserved');
  const logic = logicOf(field.kind);
  if (logic.isReversed(field)) faults.push('bounds_reversed');
  const lists = [logic.options(field).map(({ value }) => value), ...logic.names(field)];
  if (lists.some((list) => repeated(list).length > 0)) faults.push('options_repeated');
  return faults;
}

/**
 * Lists the faults of a definition: repeated names, conditions on questions that are not asked earlier (which also
 * prevents circles), conditions on impossible answers, and names of the rules that are used for other kinds of
 * questions. `formSchema` checks the shape.
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
