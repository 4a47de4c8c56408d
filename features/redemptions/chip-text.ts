import type { Locale } from '@/lib/locale';
import { chipNames } from './messages';

/** Formats a chip by its name. A chip that is no longer on the list is shown as it was entered. */
export function chipText(locale: Locale, chip: string): string {
  const names: Readonly<Record<string, string>> = chipNames(locale);
  return names[chip] ?? chip;
}
