/**
 * How a programme's document is described for those who edit it: a tree that mirrors the schema,
 * from which the form, its reading, the comparison of versions and the list of what is missing are
 * all made. A field's name is its path: `rules.rates.0.percent`.
 */
export type Leaf = { readonly optional?: true; readonly onlyIf?: OnlyIf } & (
  | {
      readonly kind:
        | 'money'
        /** Money with its two decimals written out, as facts and expectations have it. */
        | 'amount'
        | 'percent'
        | 'date'
        | 'time'
        | 'clause'
        | 'key'
        | 'url'
        /** A whole number from 1. */
        | 'count'
        /** A whole number from 0. */
        | 'whole'
        /** A place in a list, counted from 1 on screen and from 0 in the data. */
        | 'position'
        | 'number'
        | 'yesNo'
        /** Either said or left out. */
        | 'tick'
        /** Administrative divisions by their leading digits. */
        | 'region'
        | 'regions'
        | 'words'
        | 'line';
    }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'unit'; readonly values: readonly string[] }
  /** One or several of what the rules declare themselves. */
  | { readonly kind: 'declared' | 'declaredSome'; readonly by: Declares }
  | { readonly kind: 'bilingual'; readonly long?: true }
  /** What the law leaves no choice about. */
  | { readonly kind: 'fixed'; readonly value: boolean }
);

/** What a programme declares by ids of its own. */
export type Declares = 'questions' | 'directions' | 'fixedAwards' | 'subPools';

/** A part that only makes sense where its neighbour is answered in a certain way. */
export type OnlyIf = { readonly part: string; readonly equals: string };

export type Group = {
  readonly kind: 'group';
  readonly optional?: true;
  readonly onlyIf?: OnlyIf;
  readonly parts: Parts;
};
export type Rows = {
  readonly kind: 'rows';
  readonly optional?: true;
  readonly onlyIf?: OnlyIf;
  readonly of: Group | Leaf;
};
export type Keyed = {
  readonly kind: 'keyed';
  readonly optional?: true;
  readonly onlyIf?: OnlyIf;
  readonly by: Declares;
  readonly of: Leaf;
};
export type Parameter = Leaf | Group | Rows | Keyed;
export type Parts = Readonly<Record<string, Parameter>>;

/** What stands in a form, by field names. */
export type Texts = Readonly<Record<string, string>>;

export const isLeaf = (parameter: Parameter): parameter is Leaf =>
  parameter.kind !== 'group' && parameter.kind !== 'rows' && parameter.kind !== 'keyed';

/** The field that says whether an optional rule is there at all. */
export const switchOf = (path: string) => `${path}.?`;
/** The field that says how many rows a list has. */
export const countOf = (path: string) => `${path}.#`;
export const languages = ['zh-CN', 'en'] as const;

/** The path of a parameter without the places of its rows: `rules.rates.percent`. */
export const patternOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');
