import type { Locale } from './locale';

/**
 * One text in both languages, side by side. A text that needs values is a function of one object, the same in both
 * languages. A missing language, a missing key and a missing value are all compile errors, and no message is parsed at
 * request time.
 */
type Entry = { [L in Locale]: string } | { [L in Locale]: (values: never) => string };

export type Catalogue<T extends Record<string, Entry>> = (locale: Locale) => {
  [K in keyof T]: T[K][Locale];
};

/** Declares a catalogue; `catalogue(locale)` gives its texts in one language. */
export function messages<const T extends Record<string, Entry>>(entries: T): Catalogue<T> {
  const cache = new Map<Locale, ReturnType<Catalogue<T>>>();
  return (locale) => {
    const known = cache.get(locale);
    if (known) return known;
    const texts = Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => [key, entry[locale]]),
    ) as ReturnType<Catalogue<T>>;
    cache.set(locale, texts);
    return texts;
  };
}

/** Values for the text of a refusal or a field error. Money is already formatted. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The values that the texts of a catalogue need, by code. Codes whose text needs none are left out. */
export type ValuesOf<C extends (locale: Locale) => object> = {
  [
    K in keyof ReturnType<C> as ReturnType<C>[K] extends string ? never : K
  ]: ReturnType<C>[K] extends (values: infer V) => string ? V : never;
};

/**
 * The values that a refusal or a field error must have, by its code. Each catalogue of such texts adds its own codes, so
 * that texts and commands cannot disagree: `declare module '@/lib/messages' { interface CodeValues extends ValuesOf<typeof
 * xRefusals> {} }`. Two catalogues that need different values for one code do not compile.
 */
export interface CodeValues extends Record<never, never> {}

/** The values for a code; for one of several codes, the values of all of them. */
export type ValuesFor<Code extends string> = (
  Code extends keyof CodeValues ? (values: CodeValues[Code]) => void : never
) extends (values: infer V) => void
  ? V
  : never;

/** The arguments after a code: its values, which can be left out only if no text of the code needs any. */
export type WithValues<Code extends string, Rest extends readonly unknown[] = []> = [
  Code & keyof CodeValues,
] extends [never]
  ? [values?: MessageValues, ...rest: Rest]
  : [values: ValuesFor<Code>, ...rest: Rest];

/** Those of the codes whose text needs no values. */
export type PlainCode<Code extends string> = Exclude<Code, keyof CodeValues>;

/** Texts by code, for values that come as data. */
export type TextsByCode<Code extends string> = (
  locale: Locale,
) => Readonly<Record<Code, string | ((values: never) => string)>>;

/** A catalogue for refusals and field errors. Its keys are codes, and a text needs no values beyond those of its code. */
export type CodeCatalogue<Code extends string> = (locale: Locale) => {
  readonly [K in Code]: string | ((values: ValuesFor<K>) => string);
};

/**
 * Finds the text for a code from a request. The code can be any word, so inherited properties of objects must not count as
 * texts.
 */
export const findText = (
  texts: Readonly<Record<string, string>>,
  code: string | undefined,
): string | undefined =>
  code !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;

/**
 * Declares the confirmations of actions on a page. The returned function finds the text for the code in the page's address.
 * The code can be any word.
 */
export function doneMessages(entries: Record<string, { [L in Locale]: string }>) {
  const texts = messages(entries);
  return (locale: Locale, code: string | undefined): string | undefined =>
    findText(texts(locale), code);
}

/** Returns the text of `code`. If the text needs values, it gets those that came with the code. */
export function textOf<Code extends string>(
  catalogue: TextsByCode<Code>,
  locale: Locale,
  code: Code,
  values: MessageValues = {},
): string {
  const text = catalogue(locale)[code];
  return typeof text === 'function' ? (text as (values: MessageValues) => string)(values) : text;
}
