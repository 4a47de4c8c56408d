import type { FormState } from '@/lib/form-state';
import { readConflicts, type Conflict } from './conflicts';
import { readTexts, type SaveBasis } from './save-basis';
import type { Answers } from './form';

/** What was sent for each field, even if no response came. The portal may have saved it. */
export type Sent = Readonly<Record<string, readonly string[]>>;

/** The portal's response to a save. */
export type SaveAnswer =
  | { kind: 'saved'; data: Readonly<Record<string, string>> }
  /** The portal did nothing and gives no reason. */
  | { kind: 'nothing' }
  /** The form's token belonged to an earlier session. The form has a new one now. */
  | { kind: 'newToken' }
  | { kind: 'signedOut'; text: string; signIn: string }
  | { kind: 'refused'; text: string }
  /** Two users changed an answer to different values. */
  | { kind: 'conflict'; text: string; conflicts: readonly Conflict[]; fresh: SaveBasis }
  /** The conflicting answer was sent from this form before. The next save is based on it. */
  | { kind: 'ownConflict'; basis: SaveBasis };

const single = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : '';

/**
 * Reads the response to a save of a form. `sent` holds what the form has sent so far, `basis` the answers on which
 * the save was based.
 */
export function readSaveAnswer(
  answer: FormState,
  { sent, basis }: { sent: Sent; basis: SaveBasis },
): SaveAnswer {
  if (answer.status === 'done') return { kind: 'saved', data: answer.data ?? {} };
  if (answer.status === 'idle') return { kind: 'nothing' };
  const text = answer.message ?? '';
  if (answer.signIn) return { kind: 'signedOut', text, signIn: answer.signIn };
  const conflicts = readConflicts(single(answer.values.conflicts));
  if (conflicts.length === 0) return { kind: 'refused', text };
  const own = conflicts.filter(({ name, standing }) => sent[name]?.includes(standing));
  if (own.length > 0) {
    const seen = Object.fromEntries(own.map(({ name, standing }) => [name, standing]));
    const base = JSON.stringify({ ...readTexts(basis.base), ...seen });
    return { kind: 'ownConflict', basis: { ...basis, base } };
  }
  const fresh = { revision: single(answer.values.revision), base: single(answer.values.base) };
  return { kind: 'conflict', text, conflicts, fresh };
}

const longestMemory = 5;

/**
 * Adds the answers of a new save to `sent`, and keeps the last few of each field. `base` holds the answers that the
 * form showed.
 */
export function noteSent(sent: Sent, answers: Answers, base: Answers): Sent {
  const changed = Object.entries(answers).filter(([name, value]) => value !== (base[name] ?? ''));
  const noted = changed.map(([name, value]) => {
    const others = (sent[name] ?? []).slice(1 - longestMemory).filter((one) => one !== value);
    return [name, [...others, value]] as const;
  });
  return { ...sent, ...Object.fromEntries(noted) };
}
