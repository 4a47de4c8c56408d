import { paths } from '@/lib/paths';
/** How long one stays signed in if nothing more is sent; no seconds left means signed out. */
export type SessionLeft = { seconds: number; extendable?: boolean; csrf?: string };

/** Announced on a page whose reader had been signed out and is signed in again, in another window. */
export const signedInAgain = 'suanquan:signed-in';

/** @param method POST to stay signed in. @returns nothing while the portal cannot be reached */
export async function askSession(method: 'GET' | 'POST' = 'GET'): Promise<SessionLeft | undefined> {
  try {
    const response = await fetch(paths.api.session(), { method });
    return response.ok ? ((await response.json()) as SessionLeft) : undefined;
  } catch (error) {
    // What fetch throws when there is no way to the portal.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
