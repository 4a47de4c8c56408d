import { words } from '@/components/ui/words';
import { shownAnswer } from '../domain/shown';
import type { FormField } from '../domain/form';
import { uiOf } from './kinds';
import type { AnswerProps } from './kinds/kind-ui';

/** Shows an answer as readable text. */
export function AnswerText(props: AnswerProps<FormField>) {
  const { field, value, locale, vendors } = props;
  const ui = uiOf(field.kind);
  if (ui.answer) return ui.answer(props);
  const text = shownAnswer(field, value, locale, vendors);
  return <span className="whitespace-pre-wrap">{words(text, locale)}</span>;
}
