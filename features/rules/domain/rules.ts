import type { RulesOutput } from '../schema';

export * from './vocabulary';

/** Makes a type read-only at every depth: the domain changes nothing that it is given. */
export type Frozen<T> = T extends string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly Frozen<U>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };

/** The rules of one programme, as data. `rulesSchema` declares them and says what each part means. */
export type Rules = Frozen<RulesOutput>;

/** Names the article of the source that a rule comes from: `5`, or `5.2` for its second paragraph. */
export type Clause = Pick<Rules['applicants'], 'clause'>;

/** A situation that a rule is for: every part that is given must hold. */
export type When = Omit<NonNullable<Rules['requirements']>[number], 'clause'>;
export type RateRule = Rules['rates'][number];
export type CapRule = NonNullable<Rules['caps']>[number];
export type SubPool = NonNullable<Rules['pool']['subPools']>[number];
/** Other public support for the same contract. */
export type StackingRule = NonNullable<Rules['stacking']>;
export type RoundingRule = Rules['rounding'];
/** When an article holds; an article without terms always does. Both days are included. */
export type ClauseTerm = NonNullable<Rules['terms']>[number];

/** The same with any part missing, as in a draft. */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly Loose<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;
