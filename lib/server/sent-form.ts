import 'server-only';
import { headers } from 'next/headers';

/**
 * A form that was sent without a script and could not be taken: its sender had been signed out, or
 * its token was of an earlier session. A page that has something to lose shows it again, although
 * it may not be the page that the form was on. Kept for the one request alone.
 */
export type SentForm = readonly (readonly [name: string, value: string])[];

/** Of one request; proxy.ts gives each a nonce of its own. */
const sent = new Map<string, SentForm>();
const atMost = 50;
/** Forty answers of 4000 characters, and as much again that the form showed before. */
const longest = 400_000;
/** Long enough for the page that answers the request. */
const keptMilliseconds = 60_000;

/** The nonce, unless a script sent the form: that one keeps what was typed on its own page. */
async function plainRequest(): Promise<string | null> {
  const sentWith = await headers();
  return sentWith.has('next-action') ? null : sentWith.get('x-nonce');
}

/** Keeps what a plain form brought, for the page that answers it. Secrets and files are left out. */
export async function keepSent(data: FormData): Promise<void> {
  const nonce = await plainRequest();
  if (!nonce || sent.size >= atMost) return;
  const texts = [...data].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !/^(csrf$|password|current)/.test(entry[0]),
  );
  if (texts.reduce((sum, [, value]) => sum + value.length, 0) > longest) return;
  sent.set(nonce, texts);
  setTimeout(() => sent.delete(nonce), keptMilliseconds).unref();
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

/** What this request brought and could not be taken. */
export async function sentForm(): Promise<SentForm | undefined> {
  const nonce = await plainRequest();
  return nonce === null ? undefined : sent.get(nonce);
}
