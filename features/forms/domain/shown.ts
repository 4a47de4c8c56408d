import type { Locale } from '@/lib/locale';
import { logicOf, type FormField } from './kinds';
import type { NamedVendor } from './kinds/kind';

export { inOneLine, type NamedVendor } from './kinds/kind';

/** Formats an answer for readers: amounts with their currency sign, choices and vendors by name. */
export const shownAnswer = (
  field: FormField,
  value: string,
  locale: Locale,
  vendors: readonly NamedVendor[],
): string => logicOf(field.kind).shown(field, value, locale, vendors);
