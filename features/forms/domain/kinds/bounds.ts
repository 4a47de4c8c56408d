import type { Bilingual } from '@/lib/bilingual';
import { mostColumns, mostOptions } from '../limits';

export const fileTypes = ['pdf', 'png', 'jpeg', 'ofd'] as const;
export type FileType = (typeof fileTypes)[number];

export type Choice = { readonly value: string; readonly label: Bilingual };

/**
 * A setting of a question in a definition, in addition to its texts. The type of the definition, its schema and the
 * fields of the form editor are derived from it. `must` marks a required setting.
 */
export type Bound = { readonly must?: true } & (
  | {
      readonly sort: 'count';
      readonly least: number;
      readonly most: number;
      /** The least value that the editor accepts, if the schema accepts less. */
      readonly leastTyped?: number;
      /** The value that the editor uses if nothing is typed. */
      readonly usual?: number;
    }
  /** Choices. The editor cannot change fixed ones. */
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
/** Kinds with their settings. */
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

/** The settings of a shape as they are stored in a definition. */
export type BoundsOf<S extends Shape> = {
  readonly [K in keyof S as S[K] extends { must: true } ? K : never]: Held<S[K]>;
} & {
  readonly [K in keyof S as S[K] extends { must: true } ? never : K]?: Held<S[K]> | undefined;
};

/** A column of a table, of one of the kinds that columns can have. */
export type ColumnOf<Of extends Shapes> = {
  [K in keyof Of]: { readonly kind: K } & BoundsOf<Of[K]['bounds']>;
}[keyof Of] & {
  readonly name: string;
  readonly label: Bilingual;
  readonly required: boolean;
  /** Whether the sum of its numbers is shown under the table. */
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
