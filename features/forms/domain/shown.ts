import { organisationName } from '@/lib/organisation-name';
import { formatDate, isIsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatFen, parseYuan } from '@/lib/money';
import { say } from '@/lib/bilingual';
import { chosen } from './conditions';
import type { Choice, Column, FieldOf, FormField } from './form';
import { shownNumber } from './numbers';
import { regionsOf } from './region-options';
import { isEmptyRow, readPeriod, readRows } from './typed';

export type NamedVendor = { id: string; name: string; nameEn: string | null };

/** Names or other short texts, one after the other. */
export const inOneLine = (texts: readonly string[]): string => texts.join(' · ');

function shownMoney(value: string): string {
  const amount = parseYuan(value);
  return amount.ok ? formatFen(amount.value) : value;
}

function shownChoice(options: readonly Choice[], value: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? say(option.label, locale) : value;
}

const shownDay = (value: string, locale: Locale) =>
  isIsoDate(value) ? formatDate(value, locale) : value;

/** A cell as people read it. */
export function shownCell(column: Column, value: string, locale: Locale): string {
  if (value === '') return '';
  switch (column.kind) {
    case 'text':
      return value;
    case 'number':
      return shownNumber(value, column.unit, locale);
    case 'money':
      return shownMoney(value);
    case 'date':
      return shownDay(value, locale);
    case 'choice':
      return shownChoice(column.options, value, locale);
  }
}

/** A table as lines of text, one a filled row, for where there is no room for columns. */
const shownTable = ({ columns }: FieldOf<'table'>, value: string, locale: Locale): string =>
  readRows(value)
    .filter((row) => !isEmptyRow(row))
    .map((row, at) => {
      const cells = columns.flatMap((column) => {
        const cell = shownCell(column, row[column.name] ?? '', locale);
        return cell === '' ? [] : [`${say(column.label, locale)} ${cell}`];
      });
      return `${at + 1}. ${inOneLine(cells)}`;
    })
    .join('\n');

/** An answer as people read it: amounts with their sign, choices and vendors by name. */
export function shownAnswer(
  field: FormField,
  value: string,
  locale: Locale,
  vendors: readonly NamedVendor[],
): string {
  switch (field.kind) {
    case 'money':
      return shownMoney(value);
    case 'number':
      return shownNumber(value, field.unit, locale);
    case 'date':
      return shownDay(value, locale);
    case 'period': {
      const { from, to } = readPeriod(value);
      return from === '' && to === ''
        ? value
        : `${shownDay(from, locale)} – ${shownDay(to, locale)}`;
    }
    case 'choice':
    case 'yesNo':
      return shownChoice(field.options, value, locale);
    case 'many':
      return inOneLine(chosen(value).map((one) => shownChoice(field.options, one, locale)));
    case 'region':
      return shownChoice(regionsOf(field), value, locale);
    case 'table':
      return shownTable(field, value, locale);
    case 'vendor': {
      const vendor = vendors.find((candidate) => candidate.id === value);
      return vendor ? organisationName(vendor, locale) : value;
    }
    default:
      return value;
  }
}
