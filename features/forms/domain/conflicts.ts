import { parsed } from './conditions';

/** An answer that two people changed to different things, as the later one of them is told. */
export type Conflict = {
  name: string;
  label: string;
  /** Both answers as people read them. */
  mine: string;
  theirs: string;
  /** The colleague's answer as it is kept. */
  standing: string;
  /** Who saved it, and when; the name may be unknown. */
  by: string;
  at: string;
};

/** Conflicts as they came with a refused save; anything else counts as none. */
export function readConflicts(json: string | undefined): Conflict[] {
  const read = json ? parsed(json) : undefined;
  return Array.isArray(read) ? (read as Conflict[]) : [];
}
