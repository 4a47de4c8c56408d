import { browserPaths } from '@/lib/browser-paths';

/** How long the user stays signed in if nothing more is sent; no seconds left means signed out. */
export type SessionLeft = { seconds: number; extendable?: boolean; csrf?: string };

/** The event on a page whose user had been signed out and has signed in again in another window. */
export const signedInAgain = 'suanquan:signed-in';

/**
 * Requests how long the session lasts.
 * @param method POST to stay signed in.
 * @returns nothing while the portal cannot be reached
 */
export async function fetchSession(
  method: 'GET' | 'POST' = 'GET',
): Promise<SessionLeft | undefined> {
  try {
    const response = await fetch(browserPaths.api.session(), { method });
    return response.ok ? ((await response.json()) as SessionLeft) : undefined;
  } catch (error) {
    // fetch throws this error when the portal cannot be reached.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
