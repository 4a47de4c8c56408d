import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { parameterAt } from './domain/parameter-table';
import { patternOf } from './domain/parameters';
import { ruleFen } from './domain/sheet';
import { editorMessages } from './editor-messages';
import { valueLabel } from './parameter-messages';

/** What stands in a field, as one reads it: money with its sign, choices by their names. */
export function fieldText(locale: Locale, field: string, text: string): string {
  const t = editorMessages(locale);
  if (text === '') return t.nothing;
  const pattern = patternOf(field).replace(/\.(zh-CN|en)$/, '');
  const parameter = parameterAt(pattern);
  switch (parameter?.kind) {
    case 'money':
    case 'amount':
      return formatFen(ruleFen(text));
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
