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

/** What was typed, written as it is kept, and why it may not be kept, by the name of the field or of its part. */
export type Reading = { value: string; faults: Faults };

/** What a form sends, by name. */
export type Sent = Readonly<Record<string, unknown>>;
export type Values = Readonly<Record<string, string | readonly string[]>>;
export type NamedVendor = Named & { id: string };

/** What every question says, whatever its kind. */
export type Question = {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
  /** What the programme's manager adds to the hint. */
  readonly help?: Bilingual | undefined;
  readonly required: boolean;
  /** Asked only when earlier answers say so; hidden, it is not required. */
  readonly when?: Condition | undefined;
  /** The programme's own question, which does not follow from its rules. */
  readonly own?: boolean | undefined;
};

/** An answer as people read it. */
type Shown<Of> = {
  shown(of: Of, value: string, locale: Locale, vendors: readonly NamedVendor[]): string;
};

/**
 * All that differs between the kinds of questions. Its functions are methods, so that a kind with bounds of its
 * own is one of the kinds; `logicOf` finds the one that a question has.
 */
export type KindLogic<B = unknown, S extends Shape = Shape> = Shown<Question & B> & {
  readonly bounds: S;
  /** How an answer comes in: a declaration is made on submitting, a file has its own form. */
  readonly given: 'typed' | 'filed' | 'declared';
  /** What a condition may look at, beside whether there is an answer. */
  readonly subject: 'answered' | 'choices' | 'number';
  /** Whether a new application may take the answer of an earlier one over. */
  readonly copied: boolean;
  /** Returns the choices that a question has. */
  options(field: Question & B): readonly Choice[];
  /** Returns more lists of names, of which none may stand twice. */
  names(field: Question & B): readonly (readonly string[])[];
  /** Returns whether bounds leave nothing that could be answered. */
  isReversed(field: Question & B): boolean;
  /** Returns what was typed, as one text; nothing where the form did not have the field. */
  typed(field: Question & B, sent: Sent): string | undefined;
  /** Returns a kept answer by the names of the fields it is typed into. */
  parts(field: Question & B, answer: string): Record<string, string>;
  /** Returns the answer as it stands in a form, as far as conditions need it; nothing where the form does not have it. */
  live(name: string, values: Values): string | undefined;
  /** Returns whether an answer as typed says nothing: no text, no choice, no day, no filled row. */
  saysNothing(field: Question & B, typed: string): boolean;
  /** Reads what was typed, where that says anything. */
  read(field: Question & B, typed: string): Reading;
  /** Returns whether a kept answer lacks something: an end of a period, a row or a cell of a table. */
  isPartial(field: Question & B, answer: string): boolean;
};
export type Kind<S extends Shape> = KindLogic<BoundsOf<S>, S>;

/** What differs between the kinds whose answer is one text; a column of a table uses the same. */
export type TextLogic<B = unknown, S extends Shape = Shape> = Shown<B> & {
  readonly bounds: S;
  /** Writes a text as it is kept; one that may not be kept stays readable. */
  write(text: string): string;
  /** Checks whether a text may be kept. */
  check(bounds: B, text: string): Outcome<unknown, FieldFaultCode>;
  /** Returns a sum of such answers as people read it; of other kinds there is none. */
  sum?(bounds: B, sum: Fen, locale: Locale): string;
};

export const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Names or other short texts, one after the other. */
export const inOneLine = (texts: readonly string[]): string => texts.join(' · ');

/** Returns any text where some part of an answer is filled in, and none where all are empty. */
export const filledParts = (name: string, values: Values, except?: string): string => {
  const filled = ([part, value]: [string, string | readonly string[]]) =>
    part.startsWith(`${name}.`) && part !== except && String(value).trim() !== '';
  return Object.entries(values).some(filled) ? 'x' : '';
};

export const faultOf = ({ code, values = {} }: Refused<FieldFaultCode>): FieldFault => ({
  code,
  values,
});

/** Reads one text of a kind; an empty one is missing at most, not wrong. */
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

/** What most kinds have in common. */
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
  saysNothing: (_, typed) => typed.trim() === '',
  isPartial: () => false,
  shown: (_, value) => value,
};

type OfText<S extends Shape> = TextLogic<BoundsOf<S>, S>;

/** Makes a kind whose answer is one text, kept and shown as it is typed where nothing else is said. */
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
