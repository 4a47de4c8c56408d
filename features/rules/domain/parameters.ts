import type { Bilingual } from '@/lib/bilingual';
import type { Guide } from '../schema';
import type { Rules } from './rules';

/**
 * Describes a programme's document for its editors: a tree that mirrors the schema. The form, the reading of the form, the
 * comparison of versions and the list of missing parts are all made from it. A field's name is its path:
 * `rules.rates.0.percent`.
 */
export type Leaf = {
  readonly optional?: true;
  readonly onlyIf?: OnlyIf;
  /** An amount that is yuan whatever the programme counts. */
  readonly inYuan?: true;
} & (
  | {
      readonly kind:
        | 'money'
        /** Money with its two decimals, as in facts and expectations. */
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
        /** A position in a list, counted from 1 on screen and from 0 in the data. */
        | 'position'
        | 'number'
        | 'yesNo'
        /** True or left out. */
        | 'tick'
        /** Administrative divisions by their leading digits. */
        | 'region'
        | 'regions'
        | 'words'
        | 'line';
    }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'unit'; readonly values: readonly string[] }
  /** One or several ids that the rules themselves declare. */
  | { readonly kind: 'declared' | 'declaredSome'; readonly by: Declares }
  | { readonly kind: 'bilingual'; readonly long?: true }
  /** A value that the law fixes. */
  | { readonly kind: 'fixed'; readonly value: boolean }
);

/** The kinds of things that a programme declares under ids of its own. */
export type Declares = 'questions' | 'directions' | 'fixedAwards' | 'subPools';

/** A part that only exists if its sibling has a certain value. */
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

/** The name of a parameter and the hint for filling it in. */
export type Named = {
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly meaning?: Bilingual;
};
/** A named parameter with the meaning that the public interface documents. */
export type Documented = Named & { readonly meaning: Bilingual };
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

/** The ways to edit a value of a type. */
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
 * Requires a declaration of every key of a type, of a kind that can hold its values, and optional if the key is. A missing
 * or unknown key, or a choice that does not exist, does not compile.
 */
export type PartsOf<T, Texts> = {
  readonly [K in KeyOf<T>]: ParameterOf<NonNullable<ValueAt<T, K>>, Texts> &
    Texts &
    (undefined extends ValueAt<T, K> ? { readonly optional: true } : { readonly optional?: never });
};

type Under<Root extends string, Declared> = {
  readonly [K in keyof Declared & string as `${Root}.${K}`]: Declared[K];
};
/** Every parameter in the editor of a programme, by its path. */
export type ProgrammeParts = Under<'rules', PartsOf<Rules, Documented>> &
  Under<'guide', PartsOf<Guide, Named>> & {
    readonly rounds: Rows & Named;
    readonly budgetYuan: Leaf & Named;
    readonly examples: Rows & Named;
  };

/** The texts in a form, by field name. */
export type Texts = Readonly<Record<string, string>>;

export const isLeaf = (parameter: Parameter): parameter is Leaf =>
  parameter.kind !== 'group' && parameter.kind !== 'rows' && parameter.kind !== 'keyed';

/** Returns the name of the field that says whether an optional rule exists. */
export const switchOf = (path: string) => `${path}.?`;
/** Returns the name of the field that says how many rows a list has. */
export const countOf = (path: string) => `${path}.#`;
export const languages = ['zh-CN', 'en'] as const;

/** Returns the path of a parameter without the positions of its rows: `rules.rates.percent`. */
export const patternOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');
