import 'server-only';
import { headers } from 'next/headers';

/** Long enough for the page that answers the request. */
const lifetimeMs = 60_000;
/** The most requests that are kept at the same time; beyond this nothing more is kept. */
const atMost = 50;

/**
 * Keeps a value of an action for the page that answers the same request. It works only for plain
 * forms: a script keeps what it needs on its own page.
 */
export class PerRequest<T> {
  /** By nonce, of which proxy.ts gives each request its own. */
  readonly #kept = new Map<string, T>();

  async keep(value: T): Promise<void> {
    const nonce = await plainRequest();
    if (!nonce || this.#kept.size >= atMost) return;
    this.#kept.set(nonce, value);
    setTimeout(() => this.#kept.delete(nonce), lifetimeMs).unref();
  }

  /** Returns what was kept for this request, if anything. */
  async read(): Promise<T | undefined> {
    const nonce = await plainRequest();
    return nonce === null ? undefined : this.#kept.get(nonce);
  }
}

/** Returns the request's nonce; null where a script sent it. */
async function plainRequest(): Promise<string | null> {
  const sentWith = await headers();
  return sentWith.has('next-action') ? null : sentWith.get('x-nonce');
}
