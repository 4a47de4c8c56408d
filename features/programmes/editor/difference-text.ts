import type { Locale } from '@/lib/locale';
import type { Change } from './domain/difference';
import type { Texts } from '@/features/rules/domain/parameters';
import { editorMessages } from './messages';
import { fieldName, fieldText } from './field-text';
import { parameterLabel } from '@/features/rules/parameter-texts';

/**
 * Describes one side of a change in the words of the form: for a field its value, for a row or a rule each of its parts
 * with its name.
 */
export function changeText(locale: Locale, change: Change, side: 'before' | 'after'): string {
  const t = editorMessages(locale);
  const texts: Texts = change[side];
  const unit = change.units?.[side];
  const fields = Object.entries(texts);
  const [only] = fields;
  if (!only) return '';
  if (fields.length === 1 && only[0] === change.path) return fieldText(locale, ...only, unit);
  return fields
    .map(([field, text]) => {
      const name = parameterLabel(locale, field);
      const language = field.endsWith('.en')
        ? t.english
        : field.endsWith('.zh-CN')
          ? t.chinese
          : undefined;
      const label = language === undefined ? name : t.inLanguage({ name, language });
      return `${label} ${fieldText(locale, field, text, unit)}`;
    })
    .join(' · ');
}

/** Returns the name of what changed, such as `Rates 1 · Rate (%)`. */
export const changeName = (locale: Locale, { path }: Change): string => fieldName(locale, path);
