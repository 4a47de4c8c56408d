import type { Locale } from './locale';

/**
 * One text in both languages, side by side. A text that needs values is a function of one
 * object, the same in both languages, so that a missing language, a missing key and a missing
 * value are all compile errors, and no message parser runs at request time.
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

/** Values a refusal or a field error carries into its text; money already formatted. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The values that the texts of a catalogue need, by code; a code whose text needs none is not in it. */
export type ValuesOf<C extends (locale: Locale) => object> = {
  [
    K in keyof ReturnType<C> as ReturnType<C>[K] extends string ? never : K
  ]: ReturnType<C>[K] extends (values: infer V) => string ? V : never;
};

/**
 * The values that a refusal or a field error must carry, by its code. Each catalogue of such texts
 * adds its own codes, so that a text and the command that refuses cannot disagree:
 * `declare module '@/lib/messages' { interface CodeValues extends ValuesOf<typeof xRefusals> {} }`.
 * Two catalogues that need different values for one code do not compile.
 */
export interface CodeValues extends Record<never, never> {}

/** The values for a code; for one of several codes, those of all. */
export type ValuesFor<Code extends string> = (
  Code extends keyof CodeValues ? (values: CodeValues[Code]) => void : never
) extends (values: infer V) => void
  ? V
  : never;

/** What follows a code: its values, which may be left out only where no text of it needs any. */
export type WithValues<Code extends string, Rest extends readonly unknown[] = []> = [
  Code & keyof CodeValues,
] extends [never]
  ? [values?: MessageValues, ...rest: Rest]
  : [values: ValuesFor<Code>, ...rest: Rest];

/** Of some codes, those whose text needs no values. */
export type PlainCode<Code extends string> = Exclude<Code, keyof CodeValues>;

/** Texts by code, for values that come as data. */
export type TextsByCode<Code extends string> = (
  locale: Locale,
) => Readonly<Record<Code, string | ((values: never) => string)>>;

/** A catalogue whose keys are codes, for refusals and field errors; no text needs more than its code carries. */
export type CodeCatalogue<Code extends string> = (locale: Locale) => {
  readonly [K in Code]: string | ((values: ValuesFor<K>) => string);
};

/** Finds the text for a code that somebody has sent. It may be any word, so what every object has by itself is no text. */
export const textAsked = (
  texts: Readonly<Record<string, string>>,
  code: string | undefined,
): string | undefined =>
  code !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;

/**
 * Declares what a page says was just done. The function that it returns finds the text by the code in the page's address,
 * which may be any word.
 */
export function doneMessages(entries: Record<string, { [L in Locale]: string }>) {
  const texts = messages(entries);
  return (locale: Locale, code: string | undefined): string | undefined =>
    textAsked(texts(locale), code);
}

/** The text of `code`; a text that needs values is called with those that came with the code. */
export function textOf<Code extends string>(
  catalogue: TextsByCode<Code>,
  locale: Locale,
  code: Code,
  values: MessageValues = {},
): string {
  const text = catalogue(locale)[code];
  return typeof text === 'function' ? (text as (values: MessageValues) => string)(values) : text;
}
