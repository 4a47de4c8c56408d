import type { Bilingual } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import type { Named } from '@/lib/organisation-name';
import type { Fault, Outcome, Refused } from '@/lib/result';
import type { Condition } from '../conditions';
import { plain } from '../plain';
import type { BoundsOf, Choice, Shape } from './bounds';

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
export type Faults = Record<string, FieldFault>;

/** A typed answer in the form in which it is stored, and its faults by the name of the field or of its part. */
export type Reading = { value: string; faults: Faults };

/** The values that a form sends, by name. */
export type Sent = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, string | readonly string[]>>;
export type NamedVendor = Named & { id: string };

/** The data of every question, of any kind. */
export type Question = {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
  /** A text that the programme's manager adds to the hint. */
  readonly help?: Bilingual | undefined;
  readonly required: boolean;
  /** The question is asked only if this holds for earlier answers. A question that is not asked is not required. */
  readonly when?: Condition | undefined;
  /** The programme's own question, which does not follow from its rules. */
  readonly own?: boolean | undefined;
};

/** How an answer is shown to readers. */
type Shown<Of> = {
  shown(of: Of, value: string, locale: Locale, vendors: readonly NamedVendor[]): string;
};

/**
 * All differences between the kinds of questions. Its functions are methods, so that a kind with its own bounds can
 * be used as any kind. `logicOf` returns the logic of a question's kind.
 */
export type KindLogic<B = unknown, S extends Shape = Shape> = Shown<Question & B> & {
  readonly bounds: S;
  /** How an answer is given: typed, uploaded in a form of its own, or declared with the submission. */
  readonly given: 'typed' | 'filed' | 'declared';
  /** What a condition may test, in addition to whether there is an answer. */
  readonly subject: 'answered' | 'choices' | 'number';
  /** Whether a new application may copy the answer of an earlier one. */
  readonly copied: boolean;
  /** Returns the choices that a question has. */
  options(field: Question & B): readonly Choice[];
  /** Returns further lists of names. Within a list no name may occur twice. */
  names(field: Question & B): readonly (readonly string[])[];
  /** Returns whether the bounds allow no answer at all. */
  isReversed(field: Question & B): boolean;
  /** Returns what was typed as one text; undefined if the form did not have the field. */
  typed(field: Question & B, sent: Sent): string | undefined;
  /** Returns a stored answer by the names of the fields into which it is typed. */
  parts(field: Question & B, answer: string): Record<string, string>;
  /** Returns the present answer of a form, as far as conditions need it; undefined if the form does not have it. */
  live(name: string, values: Values): string | undefined;
  /** Returns whether a typed answer is empty: no text, no choice, no day, no filled row. */
  isEmpty(field: Question & B, typed: string): boolean;
  /** Reads a typed answer that is not empty. */
  read(field: Question & B, typed: string): Reading;
  /** Returns whether a stored answer is incomplete: an end of a period, a row or a cell of a table is missing. */
  isPartial(field: Question & B, answer: string): boolean;
};
export type Kind<S extends Shape> = KindLogic<BoundsOf<S>, S>;

/** The differences between the kinds whose answer is one text. Columns of tables use them too. */
export type TextLogic<B = unknown, S extends Shape = Shape> = Shown<B> & {
  readonly bounds: S;
  /** Formats a text as it is stored. A text that must not be stored stays readable. */
  write(text: string): string;
  /** Checks whether a text may be stored. */
  check(bounds: B, text: string): Outcome<unknown, FieldFaultCode>;
  /**
   * Formats a sum of such answers for readers, given in fen or in hundredths of a number. Kinds without sums do not
   * have this function.
   */
  sum?(bounds: B, sum: Fen, locale: Locale): string;
};

export const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Joins names or other short texts on one line. */
export const inOneLine = (texts: readonly string[]): string => texts.join(' · ');

/** Returns a non-empty text if any part of an answer is filled in, and an empty text otherwise. */
export const filledParts = (name: string, values: Values, except?: string): string => {
  const filled = ([part, value]: [string, string | readonly string[]]) =>
    part.startsWith(`${name}.`) && part !== except && String(value).trim() !== '';
  return Object.entries(values).some(filled) ? 'x' : '';
};

export const faultOf = ({ code, values = {} }: Refused<FieldFaultCode>): FieldFault => ({
  code,
  values,
});

/** Reads one text of a kind. An empty text has no fault; required answers are checked elsewhere. */
export function readText<B>(
  logic: Pick<TextLogic<B>, 'write' | 'check'>,
  bounds: B,
  typed: string,
): { value: string; fault?: FieldFault } {
  const text = plain(typed);
  if (text === '') return { value: '' };
  const checked = logic.check(bounds, text);
  const value = logic.write(text);
  return checked.ok ? { value } : { value, fault: faultOf(checked) };
}

/** The behaviour that most kinds share. */
export const usual: Omit<KindLogic, 'bounds' | 'read'> = {
  given: 'typed',
  subject: 'answered',
  copied: true,
  options: () => [],
  names: () => [],
  isReversed: () => false,
  typed({ name }, { [name]: direct }) {
    return typeof direct === 'string' ? direct : undefined;
  },
  parts: ({ name }, answer) => ({ [name]: answer }),
  live: (name, { [name]: value }) => (typeof value === 'string' ? value : undefined),
  isEmpty: (_, typed) => typed.trim() === '',
  isPartial: () => false,
  shown: (_, value) => value,
};

type OfText<S extends Shape> = TextLogic<BoundsOf<S>, S>;

/** Makes a kind whose answer is one text. The text is stored and shown as typed, unless the kind defines otherwise. */
export function oneText<S extends Shape>(
  own: Pick<OfText<S>, 'bounds' | 'check'> &
    Partial<Omit<Kind<S>, 'bounds' | 'read' | 'shown'> & Omit<OfText<S>, 'bounds' | 'check'>>,
): Kind<S> & OfText<S> {
  const write = (text: string) => text;
  const shown = (_: unknown, value: string) => value;
  const logic = { ...usual, write, shown, ...own };
  return {
    ...logic,
    read(field, typed) {
      const { value, fault } = readText(logic, field, typed);
      return { value, faults: fault ? { [field.name]: fault } : {} };
    },
  };
}
