import 'server-only';
import { headers } from 'next/headers';
import { PerRequest } from './per-request';
import { sentHeader, textsOf, unpacked, type SentForm } from './sent-texts';

/**
 * A form that was sent without a script and could not be taken: its sender had been signed out, its
 * token was of an earlier session, or its page was of an earlier build. A page that has something to
 * lose shows it again, although it may not be the page that the form was on. Kept for the one
 * request alone.
 */
const sent = new PerRequest<SentForm>();

/** Keeps what a plain form brought, for the page that answers it. Secrets and files are left out. */
export async function keepSent(data: FormData): Promise<void> {
  const texts = textsOf(data);
  if (texts) await sent.keep(texts);
}

/** Returns what a form of an earlier build brought, if this request is one; undefined when it was too long. */
export async function formOfEarlierBuild(): Promise<SentForm | undefined> {
  const text = (await headers()).get(sentHeader);
  return text === null ? undefined : unpacked(text);
}

/** Returns what this request brought and could not be taken. */
export async function sentForm(): Promise<SentForm | undefined> {
  return (await sent.read()) ?? (await formOfEarlierBuild());
}
