import { comma, say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { fen, formatFen } from '@/lib/money';
import type { Finding } from './domain/records';
import { detailTexts, findingNames, identityTexts } from './messages';

/** Returns what a finding says is wrong; a name without a text is shown as it is. */
export const findingText = (
  locale: Locale,
  { source, name }: Pick<Finding, 'source' | 'name'>,
): string =>
  findText(source === 'day' ? identityTexts(locale) : findingNames(locale), name) ?? name;

/**
 * Returns by how much the parts of a finding differ; a part that agrees is left out. Of the chain the numbers are places, of
 * everything else amounts in fen.
 */
export function detailText(
  locale: Locale,
  { source, detail }: Pick<Finding, 'source' | 'detail'>,
): string {
  const parts = Object.entries(detail)
    .filter(([name, value]) => value !== '0' && value !== '' && name !== 'kind')
    .map(([name, value]) => {
      const isAmount = source !== 'chain' && /^-?\d+$/.test(value);
      const shown = isAmount ? formatFen(fen(BigInt(value))) : value;
      return `${findText(detailTexts(locale), name) ?? name} ${shown}`;
    });
  return parts.join(say(comma, locale));
}
