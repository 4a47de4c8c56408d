import { findText } from '@/lib/messages';
import type { Locale } from '@/lib/locale';
import type { Finding } from './domain/records';
import { findingNames, identityTexts } from './messages';

/** Returns what a finding says is wrong; a name without a text is shown as it is. */
export const findingText = (
  locale: Locale,
  { source, name }: Pick<Finding, 'source' | 'name'>,
): string =>
  findText(source === 'day' ? identityTexts(locale) : findingNames(locale), name) ?? name;
