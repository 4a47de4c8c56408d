import { testFits } from '@/features/forms/domain/definition';
import type { Condition, Test } from '@/features/forms/domain/conditions';
import {
  columnKinds,
  fileTypes,
  type Choice,
  type Column,
  type FieldKind,
  type FormField,
} from '@/features/forms/domain/form';
import { boundsOf, type AnyField } from '@/features/forms/domain/kinds';
import type { Bound } from '@/features/forms/domain/kinds/bounds';
import {
  longestHeading,
  longestSample,
  longestUnit,
  mostColumns,
  mostTests,
} from '@/features/forms/domain/limits';
import { yesNoOptions } from '@/features/rules/application-form-messages';
import type { Reader } from './reader';

/** Returns the object without undefined values. */
const pieces = <T extends object>(part: T): T =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T;

function readColumn(reader: Reader, at: number, before: readonly Column[]) {
  const name = (key: string) => `column.${at}.${key}`;
  const heading = reader.text(name('label'), 130);
  if (heading === '') return undefined;
  const label = reader.pair(name('label'), heading, longestHeading) ?? { 'zh-CN': '', en: '' };
  const old = before.find((column) => column.name === reader.text(name('name'), 60));
  const base = {
    name: old?.name ?? '',
    label,
    required: reader.ticked(name('required')),
    ...(reader.ticked(name('sum')) && { sum: true }),
  };
  const kind = columnKinds.find((one) => one === reader.text(name('kind'), 20)) ?? 'text';
  if (kind === 'choice') {
    const options = reader.options(name('options'), old?.kind === 'choice' ? old.options : []);
    if (options.length < 2) reader.fault(name('options'), 'options_few');
    return { ...base, kind, options };
  }
  if (kind !== 'number') return { ...base, kind };
  return pieces({
    ...(old?.kind === 'number' && old),
    ...base,
    kind,
    sum: base.sum,
    unit: readUnit(reader, name('unit')),
  });
}

/** Reads the columns with their names; a new column gets the next free name. */
function readColumns(reader: Reader, before: readonly Column[]): Column[] {
  const columns = Array.from({ length: mostColumns }, (_, at) =>
    readColumn(reader, at, before),
  ).filter((column) => column !== undefined);
  if (columns.length === 0) reader.fault('column.0.label', 'columns_none');
  const used = new Set([...before, ...columns].map(({ name }) => name));
  const name = () => {
    let number = 1;
    while (used.has(`c${number}`)) number += 1;
    used.add(`c${number}`);
    return `c${number}`;
  };
  return columns.map((column) => ({ ...column, name: column.name || name() }));
}

/** Reads the parts of a question that its kind has in addition to the label, one for each bound. */
function detailsOf(reader: Reader, kind: FieldKind, before: FormField | undefined): object {
  const existing: AnyField = before ?? {};
  const read = ([name, bound]: [string, Bound]): unknown => {
    switch (bound.sort) {
      case 'count':
        return reader.whole(name, bound.leastTyped ?? bound.least, bound.most) ?? bound.usual;
      case 'decimal':
        return reader.decimal(name);
      case 'day':
        return reader.day(name);
      case 'flag':
        return reader.ticked(name) ? true : undefined;
      case 'unit':
        return readUnit(reader, name);
      case 'sample':
        return reader.maybe(`${name}Zh`, `${name}En`, longestSample);
      case 'fileTypes': {
        const listed = reader.listed(name);
        const types = fileTypes.filter((type) => listed.includes(type));
        return types.length === 0 ? undefined : types;
      }
      case 'options':
        // The labels of yes and no are fixed.
        return bound.fixed
          ? yesNoOptions
          : readOptions(reader, name, bound, existing.options ?? []);
      case 'columns':
        return readColumns(reader, existing.columns ?? []);
    }
  };
  const entries = Object.entries(boundsOf(kind));
  return Object.fromEntries(entries.map((entry) => [entry[0], read(entry)]));
}

/** Reads options, of which there must be at least two; without any, a kind that has its own options uses those. */
function readOptions(
  reader: Reader,
  name: string,
  { must }: Bound,
  before: readonly Choice[],
): Choice[] | undefined {
  const list = reader.options(name, before);
  if (list.length === 0 && !must) return undefined;
  if (list.length < 2) reader.fault(name, 'options_few');
  return list;
}

function readUnit(reader: Reader, name: string) {
  const unit = reader.text(name, 60);
  return unit === '' ? undefined : reader.pair(name, unit, longestUnit);
}

/** Returns the code of a test in the choice of conditions: `=otherSupport=yes`, `min:contractAmount`, `?projectName`. */
export function testCode(test: Test): string {
  if ('equals' in test) return `=${test.field}=${test.equals}`;
  if ('oneOf' in test) return `~${test.field}=${test.oneOf.join(',')}`;
  if ('answered' in test) return `${test.answered ? '?' : '!'}${test.field}`;
  return `${'atLeast' in test ? 'min:' : 'max:'}${test.field}`;
}

/**
 * Reads a test from its code.
 * @param bound the number beside the choice, for tests that compare
 */
function readTest(code: string, bound: string | undefined): Test | undefined {
  const match = /^([=~?!]|min:|max:)([a-zA-Z]\w*)(?:=([\w,-]+))?$/.exec(code);
  const [, sign, field = '', value = ''] = match ?? [];
  switch (sign) {
    case '=':
      return { field, equals: value };
    case '~':
      return { field, oneOf: value.split(',') };
    case '?':
      return { field, answered: true };
    case '!':
      return { field, answered: false };
    case 'min:':
      return { field, atLeast: bound ?? '0' };
    case 'max:':
      return { field, atMost: bound ?? '0' };
    default:
      return undefined;
  }
}

const compares = /^(min|max):/;

/** Reads the condition of a section or question; it may use only earlier questions. */
export function readCondition(
  reader: Reader,
  earlier: readonly FormField[],
): Condition | undefined {
  const tests = Array.from({ length: mostTests }, (_, at): Test | undefined => {
    const name = `when.${at}.test`;
    const code = reader.text(name, 200);
    if (code === '') return undefined;
    const bound = compares.test(code) ? reader.decimal(`when.${at}.value`) : undefined;
    if (compares.test(code) && bound === undefined) {
      return reader.fault(`when.${at}.value`, 'test_value');
    }
    const test = readTest(code, bound);
    const field = test && earlier.find((one) => one.name === test.field);
    if (!test || !field || testFits(test, field)) return reader.fault(name, 'condition_wrong');
    return test;
  }).filter((test) => test !== undefined);
  const [only] = tests;
  if (!only) return undefined;
  if (tests.length === 1) return only;
  return reader.text('when.mode', 10) === 'any' ? { any: tests } : { all: tests };
}

/** Reads a question of the programme's own; its faults are in the reader. */
function readQuestion(
  reader: Reader,
  is: {
    name: string;
    kind: FieldKind;
    before: FormField | undefined;
    earlier: readonly FormField[];
  },
): FormField {
  const { name, kind, before, earlier } = is;
  return pieces({
    kind,
    name,
    own: true,
    label: reader.both('labelZh', 'labelEn'),
    help: reader.maybe('helpZh', 'helpEn'),
    required: reader.ticked('required'),
    ...pieces(detailsOf(reader, kind, before)),
    when: readCondition(reader, earlier),
  }) as FormField;
}

/** Reads what may be changed of a question of the rules: its help, and for a file the details of its kind. */
function readAdditions(reader: Reader, field: FormField): FormField {
  const { help: _, ...rest } = field;
  const help = reader.maybe('helpZh', 'helpEn');
  if (rest.kind !== 'file') return pieces({ ...rest, help });
  return pieces({ ...rest, help, ...detailsOf(reader, rest.kind, rest) });
}

/**
 * Reads the question in the editor's form: a new one, one of the programme's own, or one of the rules with its
 * additions.
 * @param is `existing` is the stored question; `name` and `kind` are for a new one
 */
export function readEdited(
  reader: Reader,
  is: {
    existing: FormField | undefined;
    name: string;
    kind: FieldKind;
    earlier: readonly FormField[];
  },
): FormField {
  const { existing, earlier } = is;
  if (existing && !existing.own) return readAdditions(reader, existing);
  const { name, kind } = existing ?? is;
  return readQuestion(reader, { name, kind, before: existing, earlier });
}
