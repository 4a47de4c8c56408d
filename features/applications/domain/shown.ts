import { formatDate, isIsoDate } from '../../../lib/dates';
import type { Locale } from '../../../lib/locale';
import { formatFen, parseYuan, sumFen } from '../../../lib/money';
import { say, type Bilingual } from '../../programmes/domain/text';
import { chosen } from './conditions';
import type { Choice, Column, FieldOf, FormField } from './form';
import { regionsOf } from './read-value';
import { readPeriod, readRows, type Row } from './typed';

export type NamedVendor = { id: string; name: string; nameEn: string | null };

/** Names or other short texts, one after the other. */
export const inOneLine = (texts: readonly string[]): string => texts.join(' · ');

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A number with its thousands set off, and its unit behind it. */
function shownNumber(value: string, unit: Bilingual | undefined, locale: Locale): string {
  const [whole = '', fraction] = value.split('.');
  const digits = fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
  return unit ? `${digits} ${say(unit, locale)}` : digits;
}

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

/** The sum of a column that is added up, as people read it; nothing of any other. */
export function columnSum(column: Column, rows: readonly Row[], locale: Locale): string {
  if (!column.sum || (column.kind !== 'number' && column.kind !== 'money')) return '';
  const amounts = rows.flatMap((row) => {
    const amount = parseYuan(row[column.name] ?? '');
    return amount.ok ? [amount.value] : [];
  });
  const sum = sumFen(amounts);
  if (column.kind === 'money') return formatFen(sum);
  const cents = sum % 100n;
  const digits = `${sum / 100n}${cents === 0n ? '' : `.${cents.toString().padStart(2, '0')}`}`;
  return shownNumber(digits, column.unit, locale);
}

/** A table as lines of text, one a row, for where there is no room for columns. */
const shownTable = ({ columns }: FieldOf<'table'>, value: string, locale: Locale): string =>
  readRows(value)
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
      return vendor ? (locale === 'en' && vendor.nameEn) || vendor.name : value;
    }
    default:
      return value;
  }
}
