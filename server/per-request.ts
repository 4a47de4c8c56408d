import 'server-only';
import { headers } from 'next/headers';

/** Long enough for the page that answers the request. */
const lifetimeMs = 60_000;
/** The most requests whose values are stored at the same time; beyond this nothing more is stored. */
const atMost = 50;

/**
 * Stores a value of an action for the page that answers the same request. It works only for plain
 * forms: a script has what it needs on its own page.
 */
export class PerRequest<T> {
  /** By nonce, of which proxy.ts gives each request its own. */
  readonly #values = new Map<string, T>();

  /** Stores a value for the page that answers this request. */
  async store(value: T): Promise<void> {
    const nonce = await plainRequest();
    if (!nonce || this.#values.size >= atMost) return;
    this.#values.set(nonce, value);
    setTimeout(() => this.#values.delete(nonce), lifetimeMs).unref();
  }

  /** Returns what was stored for this request, if anything. */
  async read(): Promise<T | undefined> {
    const nonce = await plainRequest();
    return nonce === null ? undefined : this.#values.get(nonce);
  }
}

/** Returns the request's nonce; null where a script sent it. */
async function plainRequest(): Promise<string | null> {
  const sentWith = await headers();
  return sentWith.has('next-action') ? null : sentWith.get('x-nonce');
}
