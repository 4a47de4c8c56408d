import { compact } from './normal';
import { done, refused, type Outcome } from './result';

declare const creditCodeBrand: unique symbol;

/** A unified social credit code (统一社会信用代码, GB 32100-2015) whose check character is right. */
export type CreditCode = string & { readonly [creditCodeBrand]: true };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * Returns what was typed in the form of the standard: half-width, upper case, without separators.
 */
export const normaliseCreditCode = (text: string): string => compact(text).toUpperCase();

/**
 * Returns the 18th character: (31 − Σ mod 31) mod 31.
 * @throws RangeError unless given 17 characters of the alphabet
 */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== 17) throw new RangeError('17 characters are needed.');
  const sum = weights.reduce((total, weight, at) => {
    const value = alphabet.indexOf(first17.charAt(at));
    if (value < 0) throw new RangeError('A character outside the alphabet.');
    return total + value * weight;
  }, 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Checks all 18 characters, in any common way of typing them. */
export function checkCreditCode(
  text: string,
): Outcome<CreditCode, 'credit_code_length' | 'credit_code_alphabet' | 'credit_code_checksum'> {
  const code = normaliseCreditCode(text);
  if (code.length !== 18) return refused('credit_code_length');
  if ([...code].some((character) => !alphabet.includes(character))) {
    return refused('credit_code_alphabet');
  }
  return creditCodeCheckCharacter(code.slice(0, 17)) === code.charAt(17)
    ? done(code as CreditCode)
    : refused('credit_code_checksum');
}
