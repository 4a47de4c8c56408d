import { compact, normalText } from './normal';
import { done, refused, type Outcome, type Refused } from './result';

/**
 * 31 characters without I, L, O, U and Z, so that a code can be read out on the telephone; 31 is
 * prime.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';

/** Returns the last character of a code: a weighted sum over the others, modulo 31 (a prime). */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, at) => total + alphabet.indexOf(character) * (at + 1),
    0,
  );
  return alphabet.charAt(sum % 31);
}

function makeCode(prefix: string, random: Uint8Array): string {
  if (random.length < 13) throw new RangeError('13 random bytes are needed.');
  const body = [...random.slice(0, 13)].map((byte) => alphabet.charAt(byte % 31)).join('');
  return `${prefix}${body}${checkCharacter(body)}`;
}

/** Reads a typed or scanned code; look-alike characters are read as the ones they resemble. */
function parseCode<const C extends string>(
  prefix: string,
  text: string,
  invalid: Refused<C>,
): Outcome<string, C> {
  const plain = compact(text).toUpperCase();
  if (!plain.startsWith(prefix)) return invalid;
  const rest = plain.slice(prefix.length).replaceAll('O', '0').replace(/[IL]/g, '1');
  const body = rest.slice(0, 13);
  const known = rest.length === 14 && [...rest].every((character) => alphabet.includes(character));
  return known && checkCharacter(body) === rest.charAt(13) ? done(`${prefix}${rest}`) : invalid;
}

/**
 * Makes a voucher code: `SQ`, 13 random characters, one check character.
 * @param random at least 13 random bytes
 */
export const makeVoucherCode = (random: Uint8Array): string => makeCode('SQ', random);

export const parseVoucherCode = (text: string): Outcome<string, 'voucher_code_invalid'> =>
  parseCode('SQ', text, refused('voucher_code_invalid'));

/**
 * Makes the code of an official letter (文书): `WS`, and otherwise like a voucher's code.
 * @param random at least 13 random bytes
 */
export const makeLetterCode = (random: Uint8Array): string => makeCode('WS', random);

const parseLetterCode = (text: string): Outcome<string, 'letter_code_invalid'> =>
  parseCode('WS', text, refused('letter_code_invalid'));

/**
 * Makes the number of a certificate of a voucher: `CT`, and otherwise like a voucher's code, to which it has no relation.
 * @param random at least 13 random bytes
 */
export const makeCertificateNumber = (random: Uint8Array): string => makeCode('CT', random);

const parseCertificateNumber = (text: string): Outcome<string, 'certificate_number_invalid'> =>
  parseCode('CT', text, refused('certificate_number_invalid'));

type VerifiableFault =
  'voucher_code_invalid' | 'letter_code_invalid' | 'certificate_number_invalid';

/** Reads a code that the public may verify: a voucher's, a letter's or a certificate's. */
export function parseVerifiable(text: string): Outcome<string, VerifiableFault> {
  const letter = parseLetterCode(text);
  if (letter.ok) return letter;
  const certificate = parseCertificateNumber(text);
  return certificate.ok ? certificate : parseVoucherCode(text);
}

export const isCertificateNumber = (code: string): boolean => code.startsWith('CT');
export const isLetterCode = (code: string): boolean => code.startsWith('WS');

/** Formats a code in groups of four for reading: `SQ8F-2K7M-…`. */
export const formatVoucherCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

export type InvoiceFault = 'invoice_number_invalid' | 'invoice_code_invalid';

/**
 * Checks an invoice and returns its key, which is unique in the country. A fully digital invoice
 * (数电票) has 20 digits and no code; an older one has a code of 10 or 12 digits and a number of 8.
 */
export function checkInvoice(invoice: {
  code?: string | undefined;
  number: string;
}): Outcome<{ key: string }, InvoiceFault> {
  const number = compact(invoice.number);
  const code = compact(invoice.code ?? '');
  if (code === '') {
    return /^\d{20}$/.test(number)
      ? done({ key: `:${number}` })
      : refused('invoice_number_invalid');
  }
  if (!/^(\d{10}|\d{12})$/.test(code)) return refused('invoice_code_invalid');
  return /^\d{8}$/.test(number)
    ? done({ key: `${code}:${number}` })
    : refused('invoice_number_invalid');
}

/** Checks a bank account number: 8 to 32 digits, kept as text. */
export function checkBankAccount(text: string): Outcome<string, 'bank_account_invalid'> {
  const digits = compact(text);
  return /^\d{8,32}$/.test(digits) ? done(digits) : refused('bank_account_invalid');
}

/** Checks a CNAPS bank code (联行号): 12 digits. */
export function checkCnaps(text: string): Outcome<string, 'cnaps_invalid'> {
  const digits = compact(text);
  return /^\d{12}$/.test(digits) ? done(digits) : refused('cnaps_invalid');
}

/**
 * Returns a telephone number in half width without blanks and brackets; only a number with an area
 * code keeps its dash.
 */
export function normalisePhone(text: string): string {
  const plain = normalText(text).replace(/[ ()]/g, '');
  return /^[1+]/.test(plain) ? plain.replaceAll('-', '') : plain;
}

/** Checks a telephone number in China, mobile or fixed, or an international one with `+`. */
export function checkPhone(text: string): Outcome<string, 'phone_invalid'> {
  const plain = normalisePhone(text);
  return /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\+\d{7,15}|400-?\d{3}-?\d{4})$/.test(plain)
    ? done(plain)
    : refused('phone_invalid');
}

/** Returns an address in half width and lower case. */
export const normaliseEmail = normalText;

/**
 * Checks an e-mail address. It is normalised first, so that look-alikes of @ cannot pass the check.
 */
export function checkEmail(text: string): Outcome<string, 'email_invalid'> {
  const plain = normaliseEmail(text);
  const valid =
    plain.length <= 254 &&
    /^[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(
      plain,
    );
  return valid ? done(plain) : refused('email_invalid');
}
