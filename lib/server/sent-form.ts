import 'server-only';
import { headers } from 'next/headers';

/**
 * A form that was sent without a script by somebody who is not signed in any more. Its page cannot
 * be shown, and leading elsewhere would lose what was typed: so the page that asks to sign in
 * carries it, and it can be sent again from there. Kept for the one request alone.
 */
export type SentForm = readonly (readonly [name: string, value: string])[];

/** Of one request; proxy.ts gives each a nonce of its own. */
const sent = new Map<string, SentForm>();
const atMost = 200;
const longest = 200_000;

/** The nonce, unless a script sent the form: that one keeps what was typed on its own page. */
async function plainRequest(): Promise<string | null> {
  const sentWith = await headers();
  return sentWith.has('next-action') ? null : sentWith.get('x-nonce');
}

/** Keeps what a plain form brought, for the page that answers it. Secrets and files are left out. */
export async function keepSent(data: FormData): Promise<void> {
  const nonce = await plainRequest();
  if (!nonce) return;
  const texts = [...data].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !/^(csrf$|password|current)/.test(entry[0]),
  );
  if (texts.reduce((sum, [, value]) => sum + value.length, 0) > longest) return;
  // What no page has asked for, the oldest is given up first.
  for (const old of [...sent.keys()].slice(0, Math.max(0, sent.size - atMost))) sent.delete(old);
  sent.set(nonce, texts);
}

export async function hasSentForm(): Promise<boolean> {
  const nonce = await plainRequest();
  return nonce !== null && sent.has(nonce);
}

/** What this request brought; given once. */
export async function takeSentForm(): Promise<SentForm> {
  const nonce = await plainRequest();
  const form = nonce === null ? undefined : sent.get(nonce);
  if (nonce !== null) sent.delete(nonce);
  return form ?? [];
}
