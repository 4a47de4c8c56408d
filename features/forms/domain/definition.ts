import { readDecimal } from '@/lib/decimal';
import { testsOf, type Condition, type Test } from './conditions';
import { allFields, type FieldKind, type FormDefinition, type FormField } from './form';
import { regionsOf } from './region-options';

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

const value = (text: string) => {
  const read = readDecimal(text);
  return read && Number(`${read.whole}.${read.fraction || '0'}`);
};
const reversed = (from: string | undefined, to: string | undefined) =>
  from !== undefined && to !== undefined && (value(from) ?? 0) > (value(to) ?? 0);

/** Whether bounds leave nothing that could be answered. */
function boundsReversed(field: FormField): boolean {
  switch (field.kind) {
    case 'number':
      return reversed(field.min, field.max);
    case 'date':
    case 'period':
      return field.earliest !== undefined && field.latest !== undefined
        ? field.earliest > field.latest
        : false;
    case 'many': {
      const most = Math.min(field.max ?? field.options.length, field.options.length);
      return (field.min ?? 0) > most;
    }
    case 'table':
      return (
        (field.minRows ?? 0) > field.maxRows ||
        field.columns.some((column) => column.kind === 'number' && reversed(column.min, column.max))
      );
    default:
      return false;
  }
}

const optionLists = (field: FormField): (readonly { value: string }[])[] => {
  if (field.kind === 'table') {
    return field.columns.flatMap((column) => (column.kind === 'choice' ? [column.options] : []));
  }
  return 'options' in field && field.options ? [field.options] : [];
};

/** What a test may ask of a kind of question. */
export function testFits(test: Test, field: FormField): FormFaultCode | undefined {
  if (field.kind === 'file' || field.kind === 'declaration') return 'condition_kind';
  if ('answered' in test) return undefined;
  if ('atLeast' in test || 'atMost' in test) {
    return field.kind === 'number' || field.kind === 'money' ? undefined : 'condition_kind';
  }
  const wanted = 'equals' in test ? [test.equals] : test.oneOf;
  switch (field.kind) {
    case 'choice':
    case 'many':
    case 'yesNo':
    case 'region': {
      const known = (field.kind === 'region' ? regionsOf(field) : field.options).map(
        (option) => option.value,
      );
      return wanted.every((one) => known.includes(one)) ? undefined : 'condition_value';
    }
    default:
      return 'condition_kind';
  }
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
  if (boundsReversed(field)) faults.push('bounds_reversed');
  const columns = field.kind === 'table' ? field.columns.map(({ name }) => name) : [];
  const doubled = optionLists(field).some(
    (options) => repeated(options.map((one) => one.value)).length > 0,
  );
  if (doubled || repeated(columns).length > 0) faults.push('options_repeated');
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
