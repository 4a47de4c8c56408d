import { elsewhere, type DimensionValue } from '@/features/rules/domain/coverage';
import type { Loose, Rules } from '@/features/rules/domain/rules';
import { termNames } from '@/features/rules/term-messages';
import type { Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import { situationWords } from './contradiction-messages';

function standpointText(locale: Locale, rules: Loose<Rules>, { dimension, value }: DimensionValue) {
  const t = situationWords(locale);
  const names: Readonly<Record<string, string>> = termNames(locale);
  const name = names[value] ?? value;
  switch (dimension) {
    case 'age':
      return value === '0' ? t.newFirm : t.age({ months: value });
    case 'base':
      return t.base({ amount: formatFen(fen(BigInt(value))) });
    case 'regions':
      return value === elsewhere ? t.elsewhere : t.region({ name });
    case 'onePerson':
      return value === 'yes' ? t.onePerson_yes : t.onePerson_no;
    case 'chipOrigin':
      return t.chips({ name });
    case 'projects':
      return t.project({ name });
    case 'models':
      return t.model({ name });
    case 'direction':
      return rules.directions?.find(({ id }) => id === value)?.title?.[locale] ?? value;
    case 'flag': {
      const [id = '', answer] = value.split(':');
      const question = rules.questions?.find((one) => one.id === id)?.text?.[locale] ?? id;
      return t.answer({ question, yes: answer === 'yes' });
    }
    default:
      return name;
  }
}

/** Describes a situation by the dimensions that matter. */
export function situationText(
  locale: Locale,
  rules: Loose<Rules>,
  situation: readonly DimensionValue[],
): string {
  const t = situationWords(locale);
  if (situation.length === 0) return t.everybody;
  return situation.map((one) => standpointText(locale, rules, one)).join(t.separator);
}
