/**
 * What was typed and is not saved yet, kept in the browser until it is: a killed tab, a crash or an
 * ended session then loses nothing. Kept apart by person, so that the next one at the same browser
 * never sees it, and given up on signing out.
 */
export type KeptText = {
  /** When it was typed, in milliseconds. */
  at: number;
  revision: string;
  base: string;
  values: Readonly<Record<string, string>>;
  /** What was sent for each field, whether or not an answer came: it may stand by now. */
  sent: Readonly<Record<string, readonly string[]>>;
};

const prefix = 'suanquan:unsaved:';
const longestKept = 14 * 24 * 60 * 60_000;

export const keptKey = (owner: string, form: string): string => `${prefix}${owner}:${form}`;

/** The store, unless the browser denies it. */
function store(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** @returns whether it is kept: the store may be denied or full */
export function keep(key: string, text: KeptText): boolean {
  try {
    const place = store();
    place?.setItem(key, JSON.stringify(text));
    return place !== undefined;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function isKept(value: unknown): value is KeptText {
  const kept = value as Partial<KeptText> | null;
  return (
    typeof kept?.at === 'number' &&
    typeof kept.base === 'string' &&
    Boolean(kept.values && kept.sent)
  );
}

export function readKept(key: string): KeptText | undefined {
  try {
    const kept: unknown = JSON.parse(store()?.getItem(key) ?? 'null');
    return isKept(kept) ? kept : undefined;
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

/** Everything of everybody: for signing out. */
export function forgetAll(): void {
  const place = store();
  if (place) for (const key of keysIn(place)) place.removeItem(key);
}

/** Tells whether anything of one person is kept. */
export function keepsAnyOf(owner: string): boolean {
  const place = store();
  return place !== undefined && keysIn(place).some((key) => key.startsWith(keptKey(owner, '')));
}

/** What nobody came back for. */
export function forgetOld(now: number): void {
  const place = store();
  if (!place) return;
  for (const key of keysIn(place)) {
    const kept = readKept(key);
    if (!kept || now - kept.at > longestKept) place.removeItem(key);
  }
}
