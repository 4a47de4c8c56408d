import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeCheckCharacter, normaliseCreditCode } from './credit-code';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codes = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''))
  .map((body) => body + creditCodeCheckCharacter(body));
const verdict = (text: string) => {
  const checked = checkCreditCode(text);
  return checked.ok ? checked.value : checked.code;
};

describe('a unified social credit code', () => {
  it.each([
    // Published codes of real bodies, and the example of the standard.
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91110000802100433B', '91110000802100433B'],
    ['914403001922038216', '914403001922038216'],
    ['91440300708461136T', '91440300708461136T'],
    ['91110108551385082Q', '91110108551385082Q'],
    // A remainder of 0, so that the check character is 0 and not a 31st character.
    ['91330106MA00001700', '91330106MA00001700'],
    ['91350100\u2014M000100Y43\u3000', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    ['91350100 m000100-y43', '91350100M000100Y43'],
  ])('takes %s', (typed, code) => {
    expect(verdict(typed)).toBe(code);
  });

  it.each([
    ['91350100M000100Y4', 'credit_code_length'],
    ['91350100M000100Y433', 'credit_code_length'],
    ['', 'credit_code_length'],
    ['91350100M000100I43', 'credit_code_alphabet'],
    ['91350100M000100O43', 'credit_code_alphabet'],
    ['91350100M000100Y44', 'credit_code_checksum'],
    ['91350100M000100Y4Z', 'credit_code_alphabet'],
  ])('refuses %j by name', (typed, code) => {
    expect(verdict(typed)).toBe(code);
  });

  it('requires 17 characters of the alphabet before the check character', () => {
    expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3');
    expect(() => creditCodeCheckCharacter('91350100M000100Y')).toThrow(RangeError);
    expect(() => creditCodeCheckCharacter('91350100M000100I4')).toThrow(RangeError);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        expect(checkCreditCode(text).ok).toBe(false);
      }),
    );
  });

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code.charAt(at) !== other);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(checkCreditCode(code).ok).toBe(true);
        expect(verdict(wrong)).toBe('credit_code_checksum');
      }),
    );
  });

  it('catches two neighbours that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), (code, at) => {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        const wrong = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(verdict(wrong)).toBe('credit_code_checksum');
      }),
    );
  });

  it('is brought to one form, whichever way it was typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ');
        expect(normaliseCreditCode(typed)).toBe(code);
      }),
    );
  });
});
