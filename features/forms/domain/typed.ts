import { chosen, parsed } from './conditions';
import type { Answers, FormField, FormSection } from './form';

type Sent = Readonly<Record<string, unknown>>;

/** Says that a list was on the page, where nothing chosen sends nothing. */
export const countName = (name: string): string => `${name}.#`;
export const cellName = (name: string, row: number, column: string): string =>
  `${name}.${row}.${column}`;
export const periodName = (name: string, end: 'from' | 'to'): string => `${name}.${end}`;

export type Period = { from: string; to: string };
export type Row = Readonly<Record<string, string>>;

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The two ends of a period as they stand in its answer; empty where it has none. */
export function readPeriod(answer: string): Period {
  const { from, to } = object(parsed(answer));
  return { from: text(from), to: text(to) };
}

/** The rows of a table as they stand in its answer; none where it is no list of rows. */
export function readRows(answer: string): Row[] {
  const rows = parsed(answer);
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) =>
    Object.fromEntries(Object.entries(object(row)).map(([name, cell]) => [name, text(cell)])),
  );
}

export const isEmptyRow = (row: Row): boolean =>
  Object.values(row).every((cell) => cell.trim() === '');

/** More rows than this are not even looked at: no table may have as many. */
const mostRowsRead = 200;

function typedRows(field: Extract<FormField, { kind: 'table' }>, sent: Sent): string {
  const count = Math.min(Number(sent[countName(field.name)]) || 0, mostRowsRead);
  const rows = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      field.columns.map(({ name }) => [name, text(sent[cellName(field.name, at, name)])]),
    ),
  );
  return JSON.stringify(rows);
}

/** What was typed for one field, as one text; nothing where the form did not have the field. */
function typedOne(field: FormField, sent: Sent): string | undefined {
  const { name } = field;
  const direct = sent[name];
  switch (field.kind) {
    case 'file':
    case 'declaration':
      return undefined;
    case 'many': {
      if (direct === undefined) return countName(name) in sent ? '' : undefined;
      if (typeof direct === 'string' && direct.startsWith('[')) return direct;
      const all = [direct].flat().filter((one) => typeof one === 'string' && one !== '');
      return all.length === 0 ? '' : JSON.stringify(all);
    }
    case 'period': {
      if (typeof direct === 'string') return direct;
      const [from, to] = [sent[periodName(name, 'from')], sent[periodName(name, 'to')]];
      if (from === undefined && to === undefined) return undefined;
      return JSON.stringify({ from: text(from), to: text(to) });
    }
    case 'table':
      if (typeof direct === 'string') return direct;
      return countName(name) in sent ? typedRows(field, sent) : undefined;
    default:
      return typeof direct === 'string' ? direct : undefined;
  }
}

/** Of answers as typed, those that belong to the section and are typed at all. */
export const typedAnswers = (section: Pick<FormSection, 'fields'>, sent: Sent): Answers =>
  Object.fromEntries(
    section.fields.flatMap((field) => {
      const value = typedOne(field, sent);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/**
 * A kept answer by the names of the fields it is typed into: the other way round. Of a table every
 * row is there, so that none that was typed before shows through.
 */
export function partsOf(field: FormField, answer: string): Record<string, string> {
  const { name } = field;
  if (field.kind === 'period') {
    const { from, to } = readPeriod(answer);
    return { [periodName(name, 'from')]: from, [periodName(name, 'to')]: to };
  }
  if (field.kind !== 'table') return { [name]: answer };
  const rows = readRows(answer);
  const cells = Array.from({ length: Math.max(rows.length, field.maxRows) }, (_, at) =>
    field.columns.map((column) => [cellName(name, at, column.name), rows[at]?.[column.name] ?? '']),
  );
  return {
    ...(Object.fromEntries(cells.flat()) as Record<string, string>),
    [countName(name)]: String(rows.length),
  };
}

/** Whether an answer as typed says nothing: no text, no choice, no day, no filled row. */
export function saysNothing(field: FormField, typed: string): boolean {
  if (typed.trim() === '') return true;
  if (field.kind === 'many') return typed.startsWith('[') && chosen(typed).length === 0;
  if (field.kind === 'period') {
    const { from, to } = readPeriod(typed);
    return parsed(typed) !== undefined && from.trim() === '' && to.trim() === '';
  }
  if (field.kind === 'table') {
    return Array.isArray(parsed(typed)) && readRows(typed).every(isEmptyRow);
  }
  return false;
}
