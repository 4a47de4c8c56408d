import type { FieldKind } from '../domain/form';
import { choice, many, region, vendor } from './kinds/choices';
import { date, period } from './kinds/days';
import type { KindUi } from './kinds/kind-ui';
import { money, number } from './kinds/numbers';
import { table } from './kinds/table';
import { email, identifier, longText, text } from './kinds/texts';
import { declaration, file } from './kinds/untyped';

const uis: { readonly [K in FieldKind]: KindUi<K> } = {
  text,
  longText,
  number,
  money,
  date,
  period,
  choice,
  many,
  yesNo: choice,
  vendor,
  creditCode: identifier,
  region,
  email,
  phone: identifier,
  table,
  file,
  declaration,
};

export const uiOf = (kind: FieldKind): KindUi => uis[kind];
