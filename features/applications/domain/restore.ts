import type { Answers } from './form';
import { merge } from './merge';

/**
 * What comes back into a form of text that was typed and never saved. Laid over what stands now as
 * a save would be: what somebody else saved meanwhile stays where it was not typed over, and where
 * it was, the next save tells both.
 * @returns the answers to put back; none if everything is as it stands
 */
export function restored(
  kept: { base: Answers; values: Answers },
  standing: Answers,
): Record<string, string> {
  const known = Object.entries(kept.values).filter(([name]) => name in standing);
  const { changed, conflicts } = merge(kept.base, standing, Object.fromEntries(known));
  const names = [...Object.keys(changed), ...Object.keys(conflicts)];
  return Object.fromEntries(names.map((name) => [name, kept.values[name] ?? '']));
}
