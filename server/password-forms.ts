import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Slots } from './slots';

/** Global, because Next builds separately the proxy, which takes places, and the server, which gives them back. */
const shared = globalThis as {
  suanquanPasswordForms?: { slots: Slots; held: Map<string, () => void> };
};

/**
 * Limits how many forms of passwords are answered with a whole page at a time: those of browsers without a script. Rendering a
 * page costs as much as hashing, so a flood of them would leave no time for other requests. A request that finds no place does
 * not wait, because refusing it is cheaper.
 */
const forms = () =>
  (shared.suanquanPasswordForms ??= {
    slots: new Slots({ places: 10, waitingEach: 0, waitingInAll: 0, patienceMs: 0 }),
    held: new Map<string, () => void>(),
  });

/** A place is given back after this time even if the end of its answer is never seen. */
const longestMilliseconds = 30_000;

/**
 * Takes a place for one request, identified by its nonce, until it is answered.
 * @returns whether there was one
 */
export async function takeFormPlace(nonce: string, network: string): Promise<boolean> {
  const { slots, held } = forms();
  const release = await slots.take(network);
  if (!release) return false;
  held.set(nonce, release);
  setTimeout(() => giveBack(nonce), longestMilliseconds).unref();
  return true;
}

function giveBack(nonce: string): void {
  const { held } = forms();
  held.get(nonce)?.();
  held.delete(nonce);
}

/**
 * Gives places back when their requests have ended, answered or cut short. Next shows the proxy only the request and not the end
 * of its answer, so this watches Node's own responses; the proxy writes the nonce into the request.
 */
export function watchAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method !== 'POST') return;
    response.once('close', () => {
      const nonce = request.headers['x-nonce'];
      if (typeof nonce === 'string') giveBack(nonce);
    });
  });
}
