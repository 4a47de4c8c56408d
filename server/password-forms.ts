import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Slots } from './slots';

/** Shared by the parts that Next builds apart: the proxy takes places, the server gives them back. */
const shared = globalThis as {
  suanquanPasswordForms?: { slots: Slots; held: Map<string, () => void> };
};

/**
 * Bounds the forms of passwords that are being answered with a whole page: those of browsers without a script.
 * Drawing a page costs as much as hashing, so a flood of them would leave no time for anybody else's. Whoever
 * finds no place is not kept waiting: saying so is cheaper.
 */
const forms = () =>
  (shared.suanquanPasswordForms ??= {
    slots: new Slots({ places: 10, waitingEach: 0, waitingInAll: 0, patienceMs: 0 }),
    held: new Map<string, () => void>(),
  });

/** A place whose answer is never seen to end is given back all the same. */
const longestMilliseconds = 30_000;

/** Takes a place for one request, named by its nonce, until it is answered. @returns whether there was one */
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
 * Gives places back when their requests are over, answered or broken off. Next shows a request to the proxy
 * alone and its answer to nobody, so Node itself is asked; the proxy writes the nonce into the request.
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
