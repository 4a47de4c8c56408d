import { firstDate, lastDate, readDate } from '@/lib/dates';
import { parseDecimal } from '@/lib/decimal';
import { checkCreditCode } from '@/lib/credit-code';
import { checkEmail, checkPhone } from '@/lib/identifiers';
import { formatYuanPlain, parseYuan } from '@/lib/money';
import { isId } from '@/lib/query';
import { provinceCodes } from '@/lib/province-codes';
import { done, refused, type Fault, type Outcome } from '@/lib/result';
import type { Column, FieldOf, FormField } from './form';
import { longestAnswer } from './limits';
import { plain, plainNumber } from './written';

export type FieldFaultCode =
  | 'required'
  | 'text_too_long'
  | 'text_invalid'
  | 'number_invalid'
  | 'number_not_whole'
  | 'number_too_small'
  | 'number_too_large'
  | 'money_invalid'
  | 'money_negative'
  | 'money_too_precise'
  | 'money_too_large'
  | 'date_invalid'
  | 'date_too_early'
  | 'date_too_late'
  | 'period_reversed'
  | 'ends_before_start'
  | 'starts_after_end'
  | 'email_invalid'
  | 'phone_invalid'
  | 'credit_code_length'
  | 'credit_code_alphabet'
  | 'credit_code_checksum'
  | 'choice_unknown'
  | 'choices_too_few'
  | 'choices_too_many'
  | 'rows_too_many'
  | 'value_invalid';

export type FieldFault = Fault<FieldFaultCode>;

/** Control characters and what turns the direction of text: nobody types them, they only deceive. */
const unusable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
export const isUnusable = (text: string): boolean => unusable.test(text.replace(/[\n\t]/g, ''));

type Read = Outcome<string, FieldFaultCode>;

function readText(text: string, maximum: number): Read {
  if (isUnusable(text)) return refused('text_invalid');
  return text.length > maximum ? refused('text_too_long', { maximum }) : done(text);
}

function readNumber(bounds: FieldOf<'number'> | Extract<Column, { kind: 'number' }>, text: string) {
  const read = parseDecimal(text);
  if (!read.ok) return read;
  // Numbers have at most twelve digits and two decimals, so this comparison is exact.
  const value = Number(read.value);
  const { min, max, integer } = bounds;
  if (integer && !Number.isInteger(value)) return refused('number_not_whole');
  if (min === undefined && value <= 0) return refused('number_invalid');
  if (min !== undefined && value < Number(min))
    return refused('number_too_small', { minimum: min });
  if (max !== undefined && value > Number(max))
    return refused('number_too_large', { maximum: max });
  return done(plainNumber(read.value));
}

function readMoney(text: string): Read {
  const amount = parseYuan(text);
  if (!amount.ok) return amount;
  return amount.value > 0n ? done(formatYuanPlain(amount.value)) : refused('money_negative');
}

/** One day, within the days that the field allows. */
export function readDay(
  bounds: { earliest?: string | undefined; latest?: string | undefined },
  text: string,
): Read {
  const date = readDate(text);
  if (date === undefined) return refused('date_invalid');
  // A year of three digits, or of the next century but one, is a slip whatever it is asked for.
  const { earliest = firstDate, latest = lastDate } = bounds;
  if (date < earliest) return refused('date_too_early', { earliest });
  if (date > latest) return refused('date_too_late', { latest });
  return done(date);
}

const readOneOf = (values: readonly string[], text: string): Read =>
  values.includes(text) ? done(text) : refused('choice_unknown');

const readChoice = (options: readonly { value: string }[], text: string): Read =>
  readOneOf(
    options.map(({ value }) => value),
    text,
  );

/** A cell of a table; an empty one is missing at most, not wrong. */
export function readCell(column: Column, typed: string): Read {
  const text = plain(typed);
  if (text === '') return done('');
  switch (column.kind) {
    case 'text':
      return readText(text, column.maxLength ?? 200);
    case 'number':
      return readNumber(column, text);
    case 'money':
      return readMoney(text);
    case 'date':
      return readDay(column, text);
    case 'choice':
      return readChoice(column.options, text);
  }
}

/** A field whose answer is one plain text. */
export type Single = Exclude<FormField, { kind: 'many' | 'period' | 'table' }>;

export function readSingle(field: Single, text: string): Read {
  switch (field.kind) {
    case 'money':
      return readMoney(text);
    case 'number':
      return readNumber(field, text);
    case 'date':
      return readDay(field, text);
    case 'email':
      return checkEmail(text);
    case 'phone':
      return checkPhone(text);
    case 'creditCode':
      return checkCreditCode(text);
    case 'choice':
    case 'yesNo':
      return readChoice(field.options, text);
    case 'region':
      return field.options ? readChoice(field.options, text) : readOneOf(provinceCodes, text);
    case 'vendor':
      return isId(text) ? done(text.toLowerCase()) : refused('choice_unknown');
    case 'text':
    case 'longText':
      return readText(text, field.maxLength ?? longestAnswer);
    case 'file':
    case 'declaration':
      return readText(text, longestAnswer);
  }
}
