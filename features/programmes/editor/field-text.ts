import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatAmount } from '@/features/rules/amount';
import { parameterAt } from '@/features/rules/domain/parameter-table';
import type { Unit } from '@/features/rules/domain/rules';
import { patternOf } from '@/features/rules/domain/parameters';
import { ruleFen } from '@/features/rules/domain/sheet';
import { editorMessages } from './messages';
import { parameterLabel, valueLabel } from '@/features/rules/parameter-texts';

/**
 * Formats the text of a field for reading: money with its sign, choices by their names.
 * @param unit what amounts of the document count; yuan if it is left out
 */
export function fieldText(locale: Locale, field: string, text: string, unit?: Unit): string {
  const t = editorMessages(locale);
  if (text === '') return t.nothing;
  const pattern = patternOf(field).replace(/\.(zh-CN|en)$/, '');
  const parameter = parameterAt(pattern);
  switch (parameter?.kind) {
    case 'money':
    case 'amount':
      return formatAmount(ruleFen(text), parameter.inYuan ? undefined : unit, locale);
    case 'percent':
      return `${text}%`;
    case 'date':
      return formatDate(text, locale);
    case 'yesNo':
    case 'tick':
      return text === 'yes' ? t.yes : t.no;
    case 'choice':
    case 'unit':
      return valueLabel(locale, pattern, text);
    case 'choices':
      return text
        .split(',')
        .map((value) => valueLabel(locale, pattern, value))
        .join(t.separator);
    case 'regions':
    case 'words':
    case 'declaredSome':
      return text.split(',').join(t.separator);
    default:
      return text;
  }
}

/**
 * Returns the name of a place in the document: `Rates 2 · Rate (%)`, `Title (English)`.
 * @param path of a field, a row, a rule or a list
 */
export function fieldName(locale: Locale, path: string): string {
  const t = editorMessages(locale);
  const language = /\.(zh-CN|en)$/.exec(path)?.[1];
  const steps = path.replace(/\.(zh-CN|en)$|\.[?#]$/, '').split('.');
  const parts: string[] = [];
  for (const [at, step] of steps.entries()) {
    const here = steps.slice(0, at + 1).join('.');
    if (/^\d+$/.test(step)) parts.push(`${parts.pop() ?? ''} ${Number(step) + 1}`);
    else if (!/^(rules|guide)$/.test(step)) parts.push(parameterLabel(locale, here));
  }
  // A part with the same name as its rule is named once, as in a rule of only an article and an amount.
  const names = parts.filter((part, at) => part !== '' && part !== parts[at - 1]);
  const named = names.join(' · ');
  if (language === undefined) return named;
  return t.inLanguage({ name: named, language: language === 'en' ? t.english : t.chinese });
}
