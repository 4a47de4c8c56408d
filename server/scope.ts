import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { WorkingDays } from '@/lib/working-days';
import type { Actor, Scope } from './actor';
import { calendarAt, calendarMark } from './calendar';

/** The portal's time, and the working days as far as they are arranged. */
export type Clock = { readonly now: Date; readonly calendar: WorkingDays };

/** What a query gets: a transaction that sees what the actor may see, and the portal's clock. */
export type Reading = { readonly tx: Tx } & Clock;

/** Refuses the transaction where the actor's mandate is not in force any more. */
const mandateCheck = ({ mandate, cityId, userId }: Scope): SQL =>
  mandate ? sql`app.check_mandate(${mandate.id}, ${cityId}, ${userId}),` : sql``;

/** Sets for row security who the actor is, for this transaction only; returns the portal's clock. */
export async function enterScope(tx: Tx, scope: Scope): Promise<Clock> {
  const [row] = await tx.execute<{ now: string; mark: string }>(sql`
    select set_config('app.user', ${scope.userId ?? ''}, true),
      set_config('app.city', ${scope.cityId ?? ''}, true),
      set_config('app.organisation', ${scope.organisationId ?? ''}, true),
      set_config('app.platform', ${scope.platform ? 'on' : ''}, true),
      set_config('app.portal', ${scope.portal ? 'on' : ''}, true),
      set_config('app.mandate', ${scope.mandate?.id ?? ''}, true),
      ${mandateCheck(scope)}
      (extract(epoch from app.now()) * 1000)::bigint::text as now,
      ${calendarMark} as mark`);
  if (!row) throw new Error('The database did not answer with its time.');
  return { now: new Date(Number(row.now)), calendar: await calendarAt(tx, row.mark) };
}

/** Runs a query as the actor, read-only. */
export function inScope<T>(actor: Actor, read: (reading: Reading) => Promise<T>): Promise<T> {
  return db().transaction(
    async (tx) => {
      return read({ tx, ...(await enterScope(tx, actor)) });
    },
    { accessMode: 'read only' },
  );
}

/** Returns the portal's time, for pages that need nothing else. */
export const portalTime = (actor: Actor): Promise<Date> =>
  inScope(actor, ({ now }) => Promise.resolve(now));
