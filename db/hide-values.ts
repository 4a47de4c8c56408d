import { PostgresJsPreparedQuery, PostgresJsSession } from 'drizzle-orm/postgres-js/session';
import { withoutValues } from '@/server/safe-error';

/** Survives hot reloading, which would otherwise wrap what is wrapped. */
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
 * Takes the values out of whatever fails on its way to the database and back, where it arises: a page's
 * fault is printed by the framework before any code of ours sees it. A transaction is among them,
 * because what fails at its end comes past the library that wraps the rest.
 */
export function hideValues(): void {
  if (shared.suanquanHidesValues) return;
  shared.suanquanHidesValues = true;
  wrap(PostgresJsPreparedQuery.prototype, 'execute');
  wrap(PostgresJsPreparedQuery.prototype, 'all');
  wrap(PostgresJsSession.prototype, 'transaction');
}
