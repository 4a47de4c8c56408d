import type { BoundsOf, Shape } from './kinds/bounds';
import { choice, many, region, vendor, yesNo } from './kinds/choices';
import { date, period } from './kinds/days';
import type { KindLogic, Question } from './kinds/kind';
import { money, number } from './kinds/numbers';
import { table } from './kinds/table';
import { creditCode, email, phone, text } from './kinds/texts';
import { declaration, file } from './kinds/untyped';

/** The kinds of questions, in the order in which the form editor offers them. */
export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'period',
  'choice',
  'many',
  'yesNo',
  'vendor',
  'creditCode',
  'region',
  'email',
  'phone',
  'table',
  'file',
  'declaration',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const kinds = {
  text,
  longText: text,
  number,
  money,
  date,
  period,
  choice,
  many,
  yesNo,
  vendor,
  creditCode,
  region,
  email,
  phone,
  table,
  file,
  declaration,
} satisfies Record<FieldKind, KindLogic>;

export type FieldOf<K extends FieldKind> = {
  [Kind in K]: { readonly kind: Kind } & Question & BoundsOf<(typeof kinds)[Kind]['bounds']>;
}[K];
export type FormField = FieldOf<FieldKind>;

type NamesIn<T> = T extends unknown ? keyof T : never;
type ValueIn<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
/** A question with every bound that any kind has, for code that reads bounds without regard to the kind. */
export type AnyField = { readonly [K in NamesIn<FormField>]?: ValueIn<FormField, K> };

export const logicOf = (kind: FieldKind): KindLogic => kinds[kind];
export const boundsOf = (kind: FieldKind): Shape => kinds[kind].bounds;
