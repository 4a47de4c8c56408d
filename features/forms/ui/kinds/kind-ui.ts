import type { ReactNode } from 'react';
import type { FieldProps, Option } from '@/components/ui/fields';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Choice, FieldKind, FieldOf } from '../../domain/form';
import type { NamedVendor } from '../../domain/shown';

export type Asked<F> = {
  field: F;
  value: string;
  locale: Locale;
  vendors: readonly NamedVendor[];
};

/** How questions of a kind are shown. Its functions are methods, as those of `KindLogic`. */
export type KindUi<K extends FieldKind = FieldKind> = {
  /** @param common what every field on the screen takes */
  control(asked: Asked<FieldOf<K>>, common: FieldProps): ReactNode;
  /** An answer as people read it, where it is more than a text. */
  answer?(asked: Asked<FieldOf<K>>): ReactNode;
  /** Says what an answer must be. */
  hints?(field: FieldOf<K>, locale: Locale): string[];
};

export const optionsIn = (options: readonly Choice[], locale: Locale): Option[] =>
  options.map(({ value, label }) => ({ value, label: say(label, locale) }));
