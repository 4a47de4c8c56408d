import { parsed } from './conditions';

/** What a save stands on: which answers the form showed when typing began. */
export type Footing = { revision: string; base: string };

/** Returns texts by field as they travel: answers or faults; none where they are damaged. */
export function readTexts(json: string): Record<string, string> {
  const read = parsed(json);
  return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {};
}

/** Returns whether `one` stands on newer answers than `other`. */
export const isNewer = (one: Footing, other: Footing): boolean =>
  Number(one.revision) > Number(other.revision);
