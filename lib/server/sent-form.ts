import 'server-only';
import { PerRequest } from './per-request';

/**
 * A form that was sent without a script and could not be taken: its sender had been signed out, or
 * its token was of an earlier session. A page that has something to lose shows it again, although
 * it may not be the page that the form was on. Kept for the one request alone.
 */
export type SentForm = readonly (readonly [name: string, value: string])[];

const sent = new PerRequest<SentForm>();
/** Forty answers of 4000 characters, and as much again that the form showed before. */
const longest = 400_000;

/** Keeps what a plain form brought, for the page that answers it. Secrets and files are left out. */
export async function keepSent(data: FormData): Promise<void> {
  const texts = [...data].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !/^(csrf$|password|current)/.test(entry[0]),
  );
  if (texts.reduce((sum, [, value]) => sum + value.length, 0) > longest) return;
  await sent.keep(texts);
}

/** By their names; several boxes of one name are one list, as an action reads them. */
export function listed(sent: SentForm): Record<string, string | string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of sent) {
    const before = texts.get(name);
    if (before) before.push(value);
    else texts.set(name, [value]);
  }
  return Object.fromEntries(
    [...texts].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  );
}

/** Returns what this request brought and could not be taken. */
export const sentForm = (): Promise<SentForm | undefined> => sent.read();
