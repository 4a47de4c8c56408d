import type { RulesOutput } from '../schema';

export * from './vocabulary';

/** Makes a type read-only at every depth: the domain never changes its arguments. */
export type Frozen<T> = T extends string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly Frozen<U>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };

/** The rules of one programme as data. `rulesSchema` declares them and the meaning of each part. */
export type Rules = Frozen<RulesOutput>;

/** Names the article of the source that a rule comes from: `5`, or `5.2` for its second paragraph. */
export type Clause = Pick<Rules['applicants'], 'clause'>;

/** A situation that a rule applies to: every part that is given must be true. */
export type When = Omit<NonNullable<Rules['requirements']>[number], 'clause'>;
export type RateRule = Rules['rates'][number];
export type CapRule = NonNullable<Rules['caps']>[number];
export type SubPool = NonNullable<Rules['pool']['subPools']>[number];
/** Other public support for the same contract. */
export type StackingRule = NonNullable<Rules['stacking']>;
export type RoundingRule = Rules['rounding'];
/** When an article is in force; an article without terms always is. Both days are included. */
export type ClauseTerm = NonNullable<Rules['terms']>[number];

/** The same type with any part missing, as in a draft. */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly Loose<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;
