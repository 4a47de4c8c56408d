import { z } from 'zod';
import { firstDate, lastDate, readDate } from '@/lib/dates';
import { checkCreditCode } from '@/lib/credit-code';
import { parseDecimal } from '@/lib/decimal';
import { maximumBytes, maximumMegabytes } from '@/lib/file-size';
import { checkEmail, checkPhone } from '@/lib/identifiers';
import { parseYuan } from '@/lib/money';
import { identityKey, plainName, withoutInvisible } from '@/lib/normal';
import { done, fault, refused, type Fault, type Outcome } from '@/lib/result';

/**
 * Fields of forms, as zod schemas. A fault carries the code of its text (server/messages.ts or the feature's own), so that it is
 * shown beside the field in the reader's language.
 */

/** NUL and control characters, lone surrogates, and the bidi controls that can make a text look like another. */
const unusable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Returns a fault as zod carries it; server/field-errors.ts reads it back. */
export const issueOf = ({ code, values = {} }: Fault) => ({
  code: 'custom' as const,
  message: code,
  params: { ...values },
});

const raw = z.string({ error: 'required' });

function typed<T>(read: (text: string) => Outcome<T>, whenEmpty = 'required') {
  return raw.max(4000).transform((text, context): T => {
    if (text.trim() === '') {
      context.addIssue(issueOf({ code: whenEmpty }));
      return z.NEVER;
    }
    const outcome = read(text);
    if (outcome.ok) return outcome.value;
    context.addIssue(issueOf(outcome));
    return z.NEVER;
  });
}

const clean = (maximum: number, prepared = (text: string) => text) =>
  raw.transform((text, context) => {
    // A much longer text is not normalised at all, because that takes long for millions of characters.
    if (text.length > 4 * maximum + 1000) {
      context.addIssue(issueOf(fault('text_too_long', { maximum })));
      return z.NEVER;
    }
    const plain = prepared(text).normalize('NFC').replace(/\r\n?/g, '\n').trim();
    if (unusable.test(plain)) context.addIssue(issueOf(fault('text_invalid')));
    if (plain.length > maximum) {
      context.addIssue(issueOf(fault('text_too_long', { maximum })));
    }
    return plain;
  });

/** Reads a required text. */
export const text = (maximum = 200) =>
  clean(maximum).refine((value) => value !== '', { error: 'required' });

/** Reads the name of a person or a firm, with one form of the middle point and without invisible characters. */
export const name = (maximum: number) =>
  clean(maximum)
    .transform((value) => plainName(value).trim())
    .refine((value) => value !== '', { error: 'required' });

/** Reads a number that identifies something elsewhere. It is kept as typed, but needs more than blanks and dashes. */
export const identifier = (maximum: number) =>
  clean(maximum, withoutInvisible)
    .refine((value) => value !== '', { error: 'required' })
    .refine((value) => value === '' || identityKey(value) !== '', { error: 'text_invalid' });

/** Reads a text that may be empty or missing. */
export const optionalText = (maximum = 200) => clean(maximum).optional().default('');

/** Reads an amount in yuan as typed; returns fen. */
export const money = () => typed(parseYuan);

/** Reads a day that exists. A caller may set narrower bounds; a year of three digits is always a typing error. */
export const isoDate = () =>
  typed((value): Outcome<string> => {
    const date = readDate(value);
    if (date === undefined) return refused('date_invalid');
    if (date < firstDate) return refused('date_too_early', { earliest: firstDate });
    if (date > lastDate) return refused('date_too_late', { latest: lastDate });
    return done(date);
  });

export const email = () => typed(checkEmail);
export const phone = () => typed(checkPhone);
export const creditCode = () => typed(checkCreditCode);

/** Reads a positive decimal with at most two places; returns it as text for a numeric column. */
export const decimal = (maximum = 1e11) =>
  typed((value): Outcome<string> => {
    const read = parseDecimal(value);
    if (!read.ok) return read;
    const plain = read.value;
    if (Number(plain) <= 0) return refused('number_too_small', { minimum: 0.01 });
    return Number(plain) > maximum ? refused('number_too_large', { maximum }) : done(plain);
  });

/** Reads what a form showed before the user typed, as the form sent it along. Damaged data counts as nothing shown. */
export const shownBefore = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((json): Record<string, string> => {
      try {
        return z.record(z.string(), z.string()).catch({}).parse(JSON.parse(json));
      } catch (error) {
        if (error instanceof SyntaxError) return {};
        throw error;
      }
    })
    .optional();

export const id = () => z.uuid();

export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: 'choice_unknown' });

/** Reads a box that must be ticked. It is not optional, because an object accepts any fault of an absent optional key. */
export const mustAccept = () =>
  z.custom<string>((value) => typeof value === 'string', { error: 'must_accept' });

/**
 * Checks whether no file was chosen. Browsers then send an empty file without a name, which arrives with the name `undefined`
 * when a script has sent the form.
 */
const isUnchosen = (file: File) =>
  file.size === 0 && (file.name === '' || file.name === 'undefined');

/** Reads a required file that is not empty and not too large; its type is checked by its bytes later. */
export const upload = () =>
  z
    .custom<File>((value) => value instanceof File, { error: 'file_missing' })
    .superRefine((file, context) => {
      if (isUnchosen(file)) {
        context.addIssue(issueOf(fault('file_missing')));
      } else if (file.size === 0) {
        context.addIssue(issueOf(fault('file_empty')));
      } else if (file.size > maximumBytes) {
        context.addIssue(issueOf(fault('file_too_large', { maximum: maximumMegabytes })));
      }
    });

/** Reads a file that may be left out. */
export const optionalUpload = () =>
  z.preprocess(
    (value) => (value instanceof File && isUnchosen(value) ? undefined : value),
    upload().optional(),
  );

export const minimumPassword = 15;

/** Reads a new password: it must be long, and may hold any characters. */
export const newPassword = () =>
  z
    .string({ error: 'required' })
    .max(256)
    .refine((value) => value.normalize('NFKC').length >= minimumPassword, {
      error: 'password_too_short',
      params: { minimum: minimumPassword },
    });

/** Reads ticked boxes, at least one and at most `most`: one box comes as a text, several as a list, none not at all. */
export const ids = (most: number) =>
  z
    .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(id()))
    .refine((list) => list.length > 0 && list.length <= most, { error: 'nothing_chosen' });

/** Reads an id picked from a list; `code` is the fault where nothing was picked. */
export const picked = (code: string) =>
  z.string().refine((value) => id().safeParse(value).success, { error: code });
