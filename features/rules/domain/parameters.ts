import type { Bilingual } from '@/lib/bilingual';
import type { Guide } from '../schema';
import type { Rules } from './rules';

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

/** What a parameter is called, what helps to fill it in, and what the public interface says of it. */
export type Named = {
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly meaning?: Bilingual;
};
/** The texts of what the public interface has too. */
export type Told = Named & { readonly meaning: Bilingual };
export type Parts = Readonly<Record<string, Parameter & Named>>;

type KeyOf<T> = T extends unknown ? keyof T & string : never;
type ValueAt<T, K> = T extends unknown ? (K extends keyof T ? T[K] : undefined) : never;
type LeafOf<Kind extends Leaf['kind']> = Leaf & { readonly kind: Kind };

type TextLeaf = LeafOf<
  'money' | 'amount' | 'percent' | 'date' | 'clause' | 'key' | 'url' | 'region' | 'declared'
>;
type ListLeaf = LeafOf<'regions' | 'words' | 'declaredSome'>;
type Choice<Kind extends 'choice' | 'choices', Value extends string> = Leaf & {
  readonly kind: Kind;
  readonly values: readonly Value[];
};

/** The ways in which a value of a type can be edited. */
type ParameterOf<T, Texts> = [T] extends [boolean]
  ? boolean extends T
    ? LeafOf<'yesNo'>
    : true extends T
      ? LeafOf<'tick'>
      : LeafOf<'fixed'>
  : [T] extends [number]
    ? LeafOf<'count' | 'whole' | 'number' | 'position' | 'unit'>
    : [T] extends [string]
      ? string extends T
        ? TextLeaf
        : Choice<'choice', T>
      : [T] extends [readonly (infer Item)[]]
        ? [Item] extends [string]
          ? string extends Item
            ? ListLeaf
            : Choice<'choices', Item>
          : Rows & { readonly of: ParameterOf<Item, Texts> }
        : [T] extends [Bilingual]
          ? LeafOf<'bilingual'>
          : string extends keyof T
            ? Keyed & { readonly of: ParameterOf<T[keyof T & string], Texts> }
            : Group & { readonly parts: PartsOf<T, Texts> };

/**
 * Demands a declaration of every key of a type, of a kind that can hold its values and optional where
 * the key is. A key that is forgotten or unknown, or a choice that does not exist, does not compile.
 */
export type PartsOf<T, Texts> = {
  readonly [K in KeyOf<T>]: ParameterOf<NonNullable<ValueAt<T, K>>, Texts> &
    Texts &
    (undefined extends ValueAt<T, K> ? { readonly optional: true } : { readonly optional?: never });
};

type Under<Root extends string, Declared> = {
  readonly [K in keyof Declared & string as `${Root}.${K}`]: Declared[K];
};
/** Everything that the editor of a programme asks for, by its path. */
export type ProgrammeParts = Under<'rules', PartsOf<Rules, Told>> &
  Under<'guide', PartsOf<Guide, Named>> & {
    readonly rounds: Rows & Named;
    readonly budgetYuan: Leaf & Named;
    readonly examples: Rows & Named;
  };

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
