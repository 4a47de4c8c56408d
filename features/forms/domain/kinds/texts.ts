import { checkCreditCode, normaliseCreditCode } from '@/lib/credit-code';
import { checkEmail, checkPhone, normaliseEmail, normalisePhone } from '@/lib/identifiers';
import { done, refused, type Outcome } from '@/lib/result';
import { longestAnswer } from '../limits';
import { isUnusable } from '../plain';
import { count } from './bounds';
import { oneText, type FieldFaultCode } from './kind';

/** A text of one line or several. */
export const text = oneText({
  bounds: { maxLength: count(1, longestAnswer) },
  check({ maxLength: maximum = longestAnswer }, typed) {
    if (isUnusable(typed)) return refused('text_invalid');
    return typed.length > maximum ? refused('text_too_long', { maximum }) : done();
  },
});

/** Makes a kind whose answers each have one standard spelling. */
const identifier = (
  write: (text: string) => string,
  check: (text: string) => Outcome<unknown, FieldFaultCode>,
) => oneText({ bounds: {}, write, check: (_, typed) => check(typed) });

export const email = identifier(normaliseEmail, checkEmail);
export const phone = identifier(normalisePhone, checkPhone);
export const creditCode = identifier(normaliseCreditCode, checkCreditCode);
