import type { Answers, FormSection } from './form';
import { merge } from './merge';
import { asKept, typedAnswers } from './typed';

/**
 * What comes back into a form of text that was typed and never saved. Laid over what stands now as
 * a save would be: what somebody else saved meanwhile stays where it was not typed over, and where
 * it was, the next save tells both.
 * @param kept `values` as the form sends them, a table cell by cell
 * @returns the answers to put back, as they were typed; none if everything is as it stands
 */
export function restored(
  section: FormSection,
  kept: { base: Answers; values: Answers },
  standing: Answers,
): Record<string, string> {
  const typed = typedAnswers(section, kept.values);
  const known = Object.entries(asKept(section, kept.values)).filter(([name]) => name in standing);
  const { changed, conflicts } = merge(kept.base, standing, Object.fromEntries(known));
  const names = [...Object.keys(changed), ...Object.keys(conflicts)];
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
}
