import type { Answers, FormSection } from './form';
import { merge } from './merge';
import { asStored, typedAnswers } from './typed';

/**
 * Returns the answers to put back into a form: text that was typed and never saved. It is merged with the present
 * answers as a save would be: an answer that a colleague saved meanwhile stays if it was not typed over; if it was,
 * the next save reports the conflict.
 * @param unsaved `values` as the form sends them, a table cell by cell
 * @returns the answers to put back, as they were typed; none if all equal the present ones
 */
export function restored(
  section: FormSection,
  unsaved: { base: Answers; values: Answers },
  stored: Answers,
): Record<string, string> {
  const typed = typedAnswers(section, unsaved.values);
  const known = Object.entries(asStored(section, unsaved.values)).filter(
    ([name]) => name in stored,
  );
  const { changed, conflicts } = merge(unsaved.base, stored, Object.fromEntries(known));
  const names = [...Object.keys(changed), ...Object.keys(conflicts)];
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
}
