import type { Answers } from './form';

export type Merge = {
  /** What this save changes. */
  changed: Record<string, string>;
  /** Answers that both this save and an earlier one changed, with what stands now. */
  conflicts: Record<string, string>;
  /** Answers that an earlier save changed and this one left alone. */
  theirs: Record<string, string>;
};

/**
 * Lays what was typed over what stands, given what the form showed when typing began. Two people
 * may work on one section: only an answer that both changed, to different things, is a conflict.
 */
export function merge(shown: Answers, standing: Answers, typed: Answers): Merge {
  const result: Merge = { changed: {}, conflicts: {}, theirs: {} };
  for (const [name, value] of Object.entries(typed)) {
    const before = shown[name] ?? '';
    const now = standing[name] ?? '';
    if (value === now) continue;
    if (value === before) result.theirs[name] = now;
    else if (now === before) result.changed[name] = value;
    else result.conflicts[name] = now;
  }
  return result;
}
