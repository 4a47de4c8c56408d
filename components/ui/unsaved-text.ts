/**
 * What was typed and is not saved yet, kept in the browser until it is saved: a closed tab, a crash
 * or an ended session then loses nothing. It is kept by user, so that the next user at the same
 * browser never sees it, and deleted on signing out.
 */
export type UnsavedText = {
  /** When it was typed, in milliseconds. */
  at: number;
  revision: string;
  base: string;
  values: Readonly<Record<string, string>>;
  /** What was sent for each field, whether or not an answer arrived: it may be saved by now. */
  sent: Readonly<Record<string, readonly string[]>>;
};

const prefix = 'suanquan:unsaved:';
const maxUnsavedAge = 14 * 24 * 60 * 60_000;

export const unsavedKey = (owner: string, form: string): string => `${prefix}${owner}:${form}`;

/** Returns the browser's store, unless the browser denies it. */
function store(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/**
 * Keeps a text.
 * @returns whether it is kept: the store may be denied or full
 */
export function storeUnsaved(key: string, text: UnsavedText): boolean {
  try {
    const place = store();
    place?.setItem(key, JSON.stringify(text));
    return place !== undefined;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function isUnsavedText(value: unknown): value is UnsavedText {
  const text = value as Partial<UnsavedText> | null;
  return (
    typeof text?.at === 'number' &&
    typeof text.base === 'string' &&
    Boolean(text.values && text.sent)
  );
}

export function readUnsaved(key: string): UnsavedText | undefined {
  try {
    const text: unknown = JSON.parse(store()?.getItem(key) ?? 'null');
    return isUnsavedText(text) ? text : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const forget = (key: string): void => store()?.removeItem(key);

const keysIn = (place: Storage) =>
  Array.from({ length: place.length }, (_, at) => place.key(at) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** Deletes the texts of all users: for signing out. */
export function forgetAll(): void {
  const place = store();
  if (place) for (const key of keysIn(place)) place.removeItem(key);
}

/** Returns whether any text of one user is kept. */
export function hasUnsaved(owner: string): boolean {
  const place = store();
  return place !== undefined && keysIn(place).some((key) => key.startsWith(unsavedKey(owner, '')));
}

/** Deletes old texts that no user has come back for. */
export function forgetOld(now: number): void {
  const place = store();
  if (!place) return;
  for (const key of keysIn(place)) {
    const text = readUnsaved(key);
    if (!text || now - text.at > maxUnsavedAge) place.removeItem(key);
  }
}
