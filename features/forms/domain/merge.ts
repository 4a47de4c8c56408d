import type { Answers } from './form';

export type Merge = {
  /** The answers that this save changes. */
  changed: Record<string, string>;
  /** Answers that both this save and an earlier one changed, with their present values. */
  conflicts: Record<string, string>;
  /** Answers that an earlier save changed and this one did not. */
  theirs: Record<string, string>;
};

/**
 * Merges typed answers with the present ones, given the answers that the form showed when typing began. Two users may
 * work on one section: only an answer that both changed, to different values, is a conflict.
 */
export function merge(shown: Answers, stored: Answers, typed: Answers): Merge {
  const result: Merge = { changed: {}, conflicts: {}, theirs: {} };
  for (const [name, value] of Object.entries(typed)) {
    const before = shown[name] ?? '';
    const now = stored[name] ?? '';
    if (value === now) continue;
    if (value === before) result.theirs[name] = now;
    else if (now === before) result.changed[name] = value;
    else result.conflicts[name] = now;
  }
  return result;
}
