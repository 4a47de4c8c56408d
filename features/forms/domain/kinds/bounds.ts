import type { Bilingual } from '@/lib/bilingual';
import { mostColumns, mostOptions } from '../limits';

export const fileTypes = ['pdf', 'png', 'jpeg', 'ofd'] as const;
export type FileType = (typeof fileTypes)[number];

export type Choice = { readonly value: string; readonly label: Bilingual };

/**
 * What a definition may say of a question beside its words, as data: the type of the definition, its schema and
 * what the form editor reads follow from it. One that must be there says `must`.
 */
export type Bound = { readonly must?: true } & (
  | {
      readonly sort: 'count';
      readonly least: number;
      readonly most: number;
      /** The least that the editor takes, where the schema takes less. */
      readonly leastTyped?: number;
      /** What the editor keeps where nothing is typed. */
      readonly usual?: number;
    }
  /** Choices; fixed ones are not for the editor to change. */
  | {
      readonly sort: 'options';
      readonly least: number;
      readonly most: number;
      readonly fixed?: true;
    }
  | {
      readonly sort: 'columns';
      readonly most: number;
      readonly of: Shapes;
    }
  | { readonly sort: 'decimal' | 'day' | 'flag' | 'unit' | 'sample' | 'fileTypes' }
);
export type Shape = Readonly<Record<string, Bound>>;
/** Kinds with their bounds. */
export type Shapes = Readonly<Record<string, { readonly bounds: Shape }>>;

type Plain = {
  count: number;
  options: readonly Choice[];
  decimal: string;
  day: string;
  flag: boolean;
  unit: Bilingual;
  sample: Bilingual;
  fileTypes: readonly FileType[];
};
type Held<B> = B extends {
  sort: 'columns';
  of: infer Of extends Shapes;
}
  ? readonly ColumnOf<Of>[]
  : B extends { sort: keyof Plain }
    ? Plain[B['sort']]
    : never;

/** The bounds of a shape as they stand in a definition. */
export type BoundsOf<S extends Shape> = {
  readonly [K in keyof S as S[K] extends { must: true } ? K : never]: Held<S[K]>;
} & {
  readonly [K in keyof S as S[K] extends { must: true } ? never : K]?: Held<S[K]> | undefined;
};

/** A column of a table, by the kinds that columns have. */
export type ColumnOf<Of extends Shapes> = {
  [K in keyof Of]: { readonly kind: K } & BoundsOf<Of[K]['bounds']>;
}[keyof Of] & {
  readonly name: string;
  readonly label: Bilingual;
  readonly required: boolean;
  /** Whether its numbers are added up under the table. */
  readonly sum?: boolean | undefined;
};

export const decimal = { sort: 'decimal' } as const;
export const day = { sort: 'day' } as const;
export const flag = { sort: 'flag' } as const;
export const unit = { sort: 'unit' } as const;
export const count = (least: number, most: number) => ({ sort: 'count', least, most }) as const;
export const optionsFrom = (least: number, most = mostOptions) =>
  ({ sort: 'options', least, most }) as const;
export const columnsOf = <Of extends Shapes>(of: Of) =>
  ({ sort: 'columns', most: mostColumns, of, must: true }) as const;
