import 'server-only';
import { sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { Actor, Scope } from './actor';

/** What a query works with: a transaction that sees what the actor may see, and the portal's time. */
export type Reading = { readonly tx: Tx; readonly now: Date };

/** Tells row security who is asking, for this transaction only; gives the portal's time. */
export async function enterScope(tx: Tx, scope: Scope): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`
    select set_config('app.user', ${scope.userId ?? ''}, true),
      set_config('app.city', ${scope.cityId ?? ''}, true),
      set_config('app.organisation', ${scope.organisationId ?? ''}, true),
      set_config('app.platform', ${scope.platform ? 'on' : ''}, true),
      set_config('app.portal', ${scope.portal ? 'on' : ''}, true),
      (extract(epoch from app.now()) * 1000)::bigint::text as now`);
  if (!row) throw new Error('The database did not answer with its time.');
  return new Date(Number(row.now));
}

/** Runs a query as the actor, read-only. */
export function inScope<T>(actor: Actor, read: (reading: Reading) => Promise<T>): Promise<T> {
  return db().transaction(
    async (tx) => {
      const now = await enterScope(tx, actor);
      return read({ tx, now });
    },
    { accessMode: 'read only' },
  );
}

/** What time the portal says it is, for pages that ask nothing else. */
export const portalTime = (actor: Actor): Promise<Date> =>
  inScope(actor, ({ now }) => Promise.resolve(now));
