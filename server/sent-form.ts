import 'server-only';
import { headers } from 'next/headers';
import { PerRequest } from './per-request';
import { sentHeader, textsOf, unpacked, type SentForm } from './sent-texts';

/**
 * A form that was sent without a script and could not be accepted: the user had been signed out, its token was of an earlier
 * session, or its page was of an earlier build. The page that answers shows its texts again, although it may not be the page that
 * the form was on. They are kept for this request only.
 */
const sent = new PerRequest<SentForm>();

/** Keeps the texts of a plain form for the page that answers it. Secrets and files are left out. */
export async function storeSentForm(data: FormData): Promise<void> {
  const texts = textsOf(data);
  if (texts) await sent.store(texts);
}

/** Returns the texts of a form of an earlier build, if this request is one; undefined when they were too long. */
export async function formOfEarlierBuild(): Promise<SentForm | undefined> {
  const text = (await headers()).get(sentHeader);
  return text === null ? undefined : unpacked(text);
}

/** Returns the texts of this request that could not be accepted. */
export async function sentForm(): Promise<SentForm | undefined> {
  return (await sent.read()) ?? (await formOfEarlierBuild());
}
