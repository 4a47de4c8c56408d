import { parsed } from './conditions';

/** An answer that two users changed to different values, as it is shown to the one who saves later. */
export type Conflict = {
  name: string;
  label: string;
  /** Both answers as readable text. */
  mine: string;
  theirs: string;
  /** The colleague's answer as it is stored. */
  standing: string;
  /** Who saved it, and when. The name may be unknown. */
  by: string;
  at: string;
};

/** Reads the conflicts that came with a refused save. Returns none for invalid data. */
export function readConflicts(json: string | undefined): Conflict[] {
  const read = json ? parsed(json) : undefined;
  return Array.isArray(read) ? (read as Conflict[]) : [];
}
