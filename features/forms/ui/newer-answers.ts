import { readValues } from '@/components/ui/form-values';
import { readTexts, type SaveBasis } from '../domain/save-basis';
import type { Answers, FormSection } from '../domain/form';
import { asStored } from '../domain/typed';
import { putAnswer } from './put-answer';

/** Returns the present answers of a form as they would be stored. */
export const answersIn = (form: HTMLFormElement, section: FormSection): Answers =>
  asStored(section, readValues(form));

/**
 * Shows what a colleague saved meanwhile in those fields that the user has not changed.
 * @param change `sent` holds what this save sent, which the form already shows
 * @returns what the next save is based on. An answer that the user changed, or that the form cannot show, keeps its
 * old base, so that the save reports a conflict and overwrites neither answer
 */
export function showNewerAnswers(
  form: HTMLFormElement,
  section: FormSection,
  change: { before: SaveBasis; now: SaveBasis; sent?: Answers },
): SaveBasis {
  const { before, now, sent = {} } = change;
  const shown = readTexts(before.base);
  const stored = readTexts(now.base);
  const newer = section.fields.filter(({ name }) => {
    const value = stored[name];
    return value !== undefined && value !== (shown[name] ?? '') && value !== sent[name];
  });
  const typed = answersIn(form, section);
  for (const field of newer) {
    const untouched = (typed[field.name] ?? '') === (shown[field.name] ?? '');
    if (untouched) putAnswer(form, field, stored[field.name] ?? '');
  }
  const followed = answersIn(form, section);
  const unseen = newer.filter(({ name }) => (followed[name] ?? '') !== stored[name]);
  const unseenBase = Object.fromEntries(unseen.map(({ name }) => [name, shown[name] ?? '']));
  return { ...now, base: JSON.stringify({ ...stored, ...unseenBase }) };
}
