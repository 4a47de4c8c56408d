import { normaliseCreditCode } from '@/lib/credit-code';
import { readDate } from '@/lib/dates';
import { parseDecimal } from '@/lib/decimal';
import { normaliseEmail, normalisePhone } from '@/lib/identifiers';
import { formatYuanPlain, parseYuan } from '@/lib/money';
import { chosen, parsed } from './conditions';
import type { Answers, Column, FieldOf, FormField, FormSection } from './form';
import { isEmptyRow, readPeriod, readRows, saysNothing, typedAnswers } from './typed';

/** As text is kept: one way of composing characters, one kind of line end, no blanks around. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** `007.50` and `7.5` are one number and are kept as one. */
export function plainNumber(digits: string): string {
  const [whole = '0', fraction] = digits.split('.');
  const plainWhole = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? plainWhole : `${plainWhole}.${fraction}`;
}

function writtenText(kind: FormField['kind'] | Column['kind'], typed: string): string {
  const text = plain(typed);
  switch (kind) {
    case 'number': {
      const read = parseDecimal(text);
      return read.ok ? plainNumber(read.value) : text;
    }
    case 'money': {
      const read = parseYuan(text);
      return read.ok ? formatYuanPlain(read.value) : text;
    }
    case 'date':
      return readDate(text) ?? text;
    case 'email':
      return normaliseEmail(text);
    case 'phone':
      return normalisePhone(text);
    case 'creditCode':
      return normaliseCreditCode(text);
    case 'vendor':
      return text.toLowerCase();
    default:
      return text;
  }
}

function writtenMany({ options }: FieldOf<'many'>, typed: string): string {
  const wanted = chosen(typed);
  const known = options.map(({ value }) => value).filter((value) => wanted.includes(value));
  return wanted.every((one) => known.includes(one)) ? JSON.stringify(known) : typed;
}

function writtenPeriod(typed: string): string {
  if (typeof parsed(typed) !== 'object') return typed;
  const { from, to } = readPeriod(typed);
  return JSON.stringify({ from: writtenText('date', from), to: writtenText('date', to) });
}

function writtenTable({ columns }: FieldOf<'table'>, typed: string): string {
  if (!Array.isArray(parsed(typed))) return typed;
  const rows = readRows(typed).map((row) =>
    Object.fromEntries(
      columns.map(({ name, kind }) => [name, writtenText(kind, row[name] ?? '')] as const),
    ),
  );
  return JSON.stringify(rows.filter((row) => !isEmptyRow(row)));
}

/** An answer as it is written once it is kept. Whether it may be kept at all is not asked here. */
function written(field: FormField, typed: string): string {
  if (saysNothing(field, typed)) return '';
  switch (field.kind) {
    case 'many':
      return writtenMany(field, typed);
    case 'period':
      return writtenPeriod(typed);
    case 'table':
      return writtenTable(field, typed);
    default:
      return writtenText(field.kind, typed);
  }
}

/**
 * What stands in a form, as it would be kept: only so can it be laid beside what is kept. An answer
 * that may not be kept is written in the same way, and is like none that can stand.
 */
export function asKept(section: FormSection, sent: Readonly<Record<string, unknown>>): Answers {
  const typed = typedAnswers(section, sent);
  return Object.fromEntries(
    section.fields.flatMap((field) => {
      const text = typed[field.name];
      return text === undefined ? [] : [[field.name, written(field, text)]];
    }),
  );
}
