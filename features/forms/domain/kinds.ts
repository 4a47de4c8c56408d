import type { Shape } from './kinds/bounds';
import { choice, yesNo } from './kinds/choice';
import { date } from './kinds/date';
import { creditCode, email, phone } from './kinds/identifiers';
import type { KindLogic, Question } from './kinds/kind';
import { many } from './kinds/many';
import { money } from './kinds/money';
import { number } from './kinds/number';
import { period } from './kinds/period';
import { region } from './kinds/region';
import { table } from './kinds/table';
import { text } from './kinds/text';
import { declaration, file } from './kinds/untyped';
import { vendor } from './kinds/vendor';

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

const logics = {
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
  [Kind in K]: { readonly kind: Kind } & Question<(typeof logics)[Kind]['bounds']>;
}[K];
export type FormField = FieldOf<FieldKind>;

type NamesIn<T> = T extends unknown ? keyof T : never;
type ValueIn<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
/** A question by every bound that some kind has, for what looks at bounds and not at kinds. */
export type AnyField = { readonly [K in NamesIn<FormField>]?: ValueIn<FormField, K> };

export const logicOf = (kind: FieldKind): KindLogic => logics[kind];
export const boundsOf = (kind: FieldKind): Shape => logics[kind].bounds;
