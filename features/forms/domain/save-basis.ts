import { parsed } from './conditions';

/** The revision and the answers that the form showed when typing began. A save is compared with them. */
export type SaveBasis = { revision: string; base: string };

/** Parses texts by field, which are answers or faults. Returns none if the JSON is damaged. */
export function readTexts(json: string): Record<string, string> {
  const read = parsed(json);
  return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {};
}

/** Returns whether `one` is based on newer answers than `other`. */
export const isNewer = (one: SaveBasis, other: SaveBasis): boolean =>
  Number(one.revision) > Number(other.revision);
