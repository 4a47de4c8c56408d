import { csrfTokenOf } from '@/server/csrf';
import { currentSession, sessionLeft } from '@/server/session';

const answer = (body: object) =>
  Response.json(body, { headers: { 'cache-control': 'private, no-store' } });

/**
 * How long the reader stays signed in if nothing more is sent, and the token that forms of theirs
 * carry now. Asking is no sign of life.
 */
export async function GET(): Promise<Response> {
  const left = await sessionLeft();
  if (!left) return answer({ seconds: 0 });
  const { idHash, seconds, extendable } = left;
  return answer({ seconds, extendable, csrf: csrfTokenOf(idHash) });
}

/** A sign of life: whoever wants to stay signed in. */
export async function POST(): Promise<Response> {
  await currentSession();
  return GET();
}
