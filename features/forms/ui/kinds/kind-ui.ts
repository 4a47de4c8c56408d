import type { ReactNode } from 'react';
import type { FieldProps, Option } from '@/components/ui/fields';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Choice, FieldKind, FieldOf } from '../../domain/form';
import type { NamedVendor } from '../../domain/shown';

export type AnswerProps<F> = {
  field: F;
  value: string;
  locale: Locale;
  vendors: readonly NamedVendor[];
};

/** How questions of a kind are shown. Its functions are methods, like those of `KindLogic`. */
export type KindUi<K extends FieldKind = FieldKind> = {
  /** Renders the input of a question. @param common the properties of every field */
  control(props: AnswerProps<FieldOf<K>>, common: FieldProps): ReactNode;
  /** Renders an answer for readers, if it is more than a text. */
  answer?(props: AnswerProps<FieldOf<K>>): ReactNode;
  /** Lists what an answer must be. */
  hints?(field: FieldOf<K>, locale: Locale): string[];
};

export const optionsIn = (options: readonly Choice[], locale: Locale): Option[] =>
  options.map(({ value, label }) => ({ value, label: say(label, locale) }));
