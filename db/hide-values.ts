import { PostgresJsPreparedQuery, PostgresJsSession } from 'drizzle-orm/postgres-js/session';
import { withoutValues } from '@/server/safe-error';

/** Global, because hot reloading would otherwise wrap the driver again. */
const shared = globalThis as { suanquanHidesValues?: true };

type Method = (this: unknown, ...given: unknown[]) => Promise<unknown>;

const wrapped = (method: Method): Method =>
  async function hiding(...given) {
    try {
      return await method.apply(this, given);
    } catch (error) {
      throw withoutValues(error);
    }
  };

function wrap(prototype: object, name: string): void {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new Error(`The database library has no ${name}.`);
  Reflect.set(prototype, name, wrapped(method as Method));
}

/**
 * Removes the values from every error on the way to the database and back, at its origin, because the framework prints a page's
 * error before any code of ours sees it. Transactions are wrapped too, because an error at their end does not pass the library
 * that wraps the rest.
 */
export function hideValues(): void {
  if (shared.suanquanHidesValues) return;
  shared.suanquanHidesValues = true;
  wrap(PostgresJsPreparedQuery.prototype, 'execute');
  wrap(PostgresJsPreparedQuery.prototype, 'all');
  wrap(PostgresJsSession.prototype, 'transaction');
}
