import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { chipNames } from './messages';

/** Formats a chip by its name. A chip that is no longer on the list is shown as it was entered. */
export const chipText = (locale: Locale, chip: string): string =>
  findText(chipNames(locale), chip) ?? chip;
