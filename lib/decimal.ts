import { plainWidth } from './normal';
import { done, refused, type Outcome } from './result';

/** Whole digits, with or without commas between thousands, and the digits after the point. */
const shape = /^(\d{1,20}|\d{1,3}(?:,(?:\d{3}){1,6}){1,6})(?:\.(\d*))?$/;

/**
 * Reads a number that is not negative as people write it: `1,200.5`, `１２００`, `1 200`. A comma that does not separate thousands is
 * rejected, because in some countries it means a decimal point.
 * @returns its digits before and after the point, or nothing where the text is no such number
 */
export function readDecimal(text: string): { whole: string; fraction: string } | undefined {
  const match = shape.exec(plainWidth(text).replace(/\s/g, ''));
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  return { whole: whole.replaceAll(',', ''), fraction };
}

/** Reads a number of at most twelve digits and two decimals; returns it as text for a numeric column. */
export function parseDecimal(text: string): Outcome<string, 'number_invalid'> {
  const read = readDecimal(text);
  if (!read || read.whole.length > 12 || read.fraction.length > 2) return refused('number_invalid');
  return done(read.fraction === '' ? read.whole : `${read.whole}.${read.fraction}`);
}

/**
 * Formats a decimal for readers, with commas between thousands and without zeros at its end: `8,000` for `8000.00`, and `0.5` for
 * `0.50`.
 */
export function formatDecimal(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
