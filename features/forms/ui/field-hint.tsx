import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { FormField } from '../domain/form';
import { uiOf } from './kinds';

/**
 * Shows the hints for an answer: from the rules, from the programme's manager, and from the kind, such as what a file
 * must be.
 */
export function fieldHint(field: FormField, locale: Locale): ReactNode {
  const texts = [field.hint, field.help].flatMap((text) => (text ? [say(text, locale)] : []));
  const all = [...texts, ...(uiOf(field.kind).hints?.(field, locale) ?? [])];
  if (all.length === 0) return undefined;
  return all.map((text) => (
    <span key={text} className="block whitespace-pre-line">
      {words(text)}
    </span>
  ));
}
