import 'server-only';
import { headers } from 'next/headers';
import { sentHeader, textsOf, unpacked, type SentForm } from './sent-texts';

/**
 * A form that was sent without a script and could not be taken: its sender had been signed out, its
 * token was of an earlier session, or its page was of an earlier build. A page that has something to
 * lose shows it again, although it may not be the page that the form was on. Kept for the one
 * request alone.
 */
const sent = new Map<string, SentForm>();
const atMost = 50;
/** Long enough for the page that answers the request. */
const keptMilliseconds = 60_000;

/** The nonce, which proxy.ts gives each request, unless a script sent the form: that one keeps what was typed on its own page. */
async function plainRequest(): Promise<string | null> {
  const sentWith = await headers();
  return sentWith.has('next-action') ? null : sentWith.get('x-nonce');
}

/** Keeps what a plain form brought, for the page that answers it. Secrets and files are left out. */
export async function keepSent(data: FormData): Promise<void> {
  const nonce = await plainRequest();
  if (!nonce || sent.size >= atMost) return;
  const texts = textsOf(data);
  if (!texts) return;
  sent.set(nonce, texts);
  setTimeout(() => sent.delete(nonce), keptMilliseconds).unref();
}

/** What a form of an earlier build brought, if this request is one; nothing when it was too long. */
export async function formOfEarlierBuild(): Promise<SentForm | undefined> {
  const text = (await headers()).get(sentHeader);
  return text === null ? undefined : unpacked(text);
}

/** What this request brought and could not be taken. */
export async function sentForm(): Promise<SentForm | undefined> {
  const nonce = await plainRequest();
  return nonce === null ? undefined : (sent.get(nonce) ?? (await formOfEarlierBuild()));
}
