import { words } from '@/components/ui/words';
import { shownAnswer } from '../domain/shown';
import type { FormField } from '../domain/form';
import { uiOf } from './kinds';
import type { Asked } from './kinds/kind-ui';

/** Shows an answer as readable text. */
export function AnswerText(asked: Asked<FormField>) {
  const { field, value, locale, vendors } = asked;
  const ui = uiOf(field.kind);
  if (ui.answer) return ui.answer(asked);
  const text = shownAnswer(field, value, locale, vendors);
  return <span className="whitespace-pre-wrap">{words(text, locale)}</span>;
}
