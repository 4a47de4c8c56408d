import { csrfTokenOf } from '@/server/csrf';
import { currentSession, sessionLeft } from '@/server/session';

const answer = (body: object) =>
  Response.json(body, { headers: { 'cache-control': 'private, no-store' } });

/**
 * Returns how long the user stays signed in without further requests, and the token that the user's forms need now. This
 * request does not prolong the session.
 */
export async function GET(): Promise<Response> {
  const left = await sessionLeft();
  if (!left) return answer({ seconds: 0 });
  const { idHash, seconds, extendable } = left;
  return answer({ seconds, extendable, csrf: csrfTokenOf(idHash) });
}

/** Prolongs the session for a user who wants to stay signed in. */
export async function POST(): Promise<Response> {
  await currentSession();
  return GET();
}
