import { chosen, parsed } from './conditions';
import { misordered } from './date-order';
import {
  askedNames,
  planOf,
  shownFields,
  missingFields,
  type Answers,
  type FieldOf,
  type FormDefinition,
  type FormField,
  type FormSection,
} from './form';
import { readCell, readDay, readSingle, type FieldFault, type FieldFaultCode } from './read-value';
import {
  cellName,
  isEmptyRow,
  periodName,
  readPeriod,
  readRows,
  saysNothing,
  type Row,
} from './typed';
import { plain } from './written';
import { refused, type Outcome, type Refused } from '@/lib/result';

export type { FieldFault } from './read-value';

type Faults = Record<string, FieldFault>;
type Reading = { value: string } | { faults: Faults };

const faultOf = ({ code, values = {} }: Refused<FieldFaultCode>): FieldFault => ({ code, values });
const asReading = (name: string, read: Outcome<string, FieldFaultCode>): Reading =>
  read.ok ? { value: read.value } : { faults: { [name]: faultOf(read) } };

function readMany(field: FieldOf<'many'>, typed: string): Reading {
  const { name, options, min = 0, max = options.length } = field;
  const wanted = chosen(typed);
  const known = options.map(({ value }) => value).filter((value) => wanted.includes(value));
  if (known.length === 0 || wanted.some((value) => !known.includes(value))) {
    return asReading(name, refused('choice_unknown'));
  }
  if (known.length < min) return asReading(name, refused('choices_too_few', { minimum: min }));
  if (known.length > max) return asReading(name, refused('choices_too_many', { maximum: max }));
  return { value: JSON.stringify(known) };
}

/** A period whose one end is still open may be kept; it counts as missing. */
function readSpan(field: FieldOf<'period'>, typed: string): Reading {
  const { name } = field;
  if (typeof parsed(typed) !== 'object') return asReading(name, refused('date_invalid'));
  const { from, to } = readPeriod(typed);
  const faults: Faults = {};
  const end = (which: 'from' | 'to', text: string): string => {
    if (text.trim() === '') return '';
    const read = readDay(field, text);
    if (read.ok) return read.value;
    faults[periodName(name, which)] = faultOf(read);
    return '';
  };
  const span = { from: end('from', from), to: end('to', to) };
  if (Object.keys(faults).length > 0) return { faults };
  if (span.from !== '' && span.to !== '' && span.to < span.from) {
    return asReading(periodName(name, 'to'), refused('period_reversed', { on: span.from }));
  }
  return { value: JSON.stringify(span) };
}

/** Empty rows fall away; of the others every cell is read, and wrong ones are told one by one. */
function readTable(field: FieldOf<'table'>, typed: string): Reading {
  const { name, columns, maxRows } = field;
  if (!Array.isArray(parsed(typed))) return asReading(name, refused('value_invalid'));
  const faults: Faults = {};
  const rows: Row[] = [];
  for (const [at, row] of readRows(typed).entries()) {
    const cells = columns.map((column): [string, string] => {
      const read = readCell(column, row[column.name] ?? '');
      if (!read.ok) faults[cellName(name, at, column.name)] = faultOf(read);
      return [column.name, read.ok ? read.value : ''];
    });
    if (cells.some(([, cell]) => cell !== '')) rows.push(Object.fromEntries(cells));
  }
  if (Object.keys(faults).length > 0) return { faults };
  if (rows.length > maxRows) return asReading(name, refused('rows_too_many', { maximum: maxRows }));
  return { value: rows.length === 0 ? '' : JSON.stringify(rows) };
}

function readOne(field: FormField, typed: string): Reading {
  if (saysNothing(field, typed)) return { value: '' };
  switch (field.kind) {
    case 'many':
      return readMany(field, typed);
    case 'period':
      return readSpan(field, typed);
    case 'table':
      return readTable(field, typed);
    default: {
      const text = plain(typed);
      return text === '' ? { value: '' } : asReading(field.name, readSingle(field, text));
    }
  }
}

/**
 * Reads what was typed into a section. An empty answer may be saved, a wrong one may not: what is
 * missing is told at the check before submission, what is wrong at once. Faults of a period's end
 * and of a table's cell come under the name of that end or cell.
 */
export function readSection(
  section: FormSection,
  typed: Answers,
): { answers: Record<string, string>; faults: Faults; wrong: FormField[] } {
  const answers: Record<string, string> = {};
  const faults: Faults = {};
  const wrong: FormField[] = [];
  for (const field of section.fields) {
    if (field.kind === 'file' || field.kind === 'declaration') continue;
    const reading = readOne(field, typed[field.name] ?? '');
    if ('value' in reading) answers[field.name] = reading.value;
    else {
      Object.assign(faults, reading.faults);
      wrong.push(field);
    }
  }
  return { answers, faults, wrong };
}

/** Reads a section without the questions that are not asked, given these and the standing answers. */
export function readAsked(
  form: FormDefinition,
  section: FormSection,
  standing: Answers,
  typed: Answers,
): ReturnType<typeof readSection> {
  const read = readSection(section, typed);
  const given = Object.entries(read.answers).filter(([name]) => name in typed);
  const asked = askedNames(planOf(form), { ...standing, ...Object.fromEntries(given) });
  return readSection(
    { ...section, fields: section.fields.filter((f) => asked.has(f.name)) },
    typed,
  );
}

/** Whether a given answer lacks something: an end of a period, a row or a cell of a table. */
function isPartial(field: FormField, answer: string): boolean {
  if (field.kind === 'period') {
    const { from, to } = readPeriod(answer);
    return from === '' || to === '';
  }
  if (field.kind !== 'table') return false;
  const rows = readRows(answer).filter((row) => !isEmptyRow(row));
  const needed = field.columns.filter(({ required }) => required);
  return (
    rows.length < (field.minRows ?? 1) || rows.some((row) => needed.some(({ name }) => !row[name]))
  );
}

/** Lists what keeps an application from being submitted, section by section: what is missing, and days out of order. */
export function incompleteSections(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlySet<string>,
): { id: string; missing: string[] }[] {
  const wrong = misordered(effectiveAnswers(form, answers), () => true);
  return form.sections
    .map((section) => {
      const partial = shownFields(form, section, answers).filter((field) => {
        const answer = answers[field.name];
        return answer ? field.name in wrong || isPartial(field, answer) : false;
      });
      const missing = missingFields(form, section, answers, files);
      return { id: section.id, missing: [...missing, ...partial.map(({ name }) => name)] };
    })
    .filter((section) => section.missing.length > 0);
}

/** Returns the faults of days out of order, where somebody on this section can change them. */
export function misorderedIn(
  form: FormDefinition,
  section: FormSection,
  answers: Answers,
  open: ReadonlySet<string>,
): Faults {
  const here = new Set(section.fields.map(({ name }) => name));
  const counting = effectiveAnswers(form, answers);
  return misordered(counting, (name) => here.has(name) && open.has(name));
}

/** Answers of fields that are not asked any more count as not given. */
export function effectiveAnswers(form: FormDefinition, answers: Answers): Record<string, string> {
  const asked = askedNames(planOf(form), answers);
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => answer !== '' && asked.has(name)),
  );
}
