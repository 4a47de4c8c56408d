import 'server-only';
import { and, eq, inArray, type InferInsertModel } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Lifecycle } from '@/lib/lifecycle';
import { done, type Outcome } from '@/lib/result';
import { cityOf, organisationOf } from './actor';
import type { AuditEntry } from './audit';
import type { Grant } from './gate';

/**
 * The steps of nearly every command: it locks a row of its own city or organisation, moves the row along its lifecycle, and
 * records that.
 */
type Rows = PgTable & { id: PgColumn };

const lockOne = async <X extends Rows>(
  { tx }: Pick<Grant, 'tx'>,
  table: X,
  id: string,
  [place, of]: [column: PgColumn, id: string],
  options: { skipLocked?: true },
): Promise<X['$inferSelect'] | undefined> => {
  const [row] = await tx
    .select()
    .from<PgTable>(table)
    .where(and(eq(table.id, id), eq(place, of)))
    .for('update', options.skipLocked ? { skipLocked: true } : {});
  return row;
};

/**
 * Locks a row of the actor's city until the transaction ends. Rows of other cities are not found.
 * @param options.skipLocked for sweeps: a row that another transaction has locked is not found
 */
export const lockInCity = <X extends Rows & { cityId: PgColumn }>(
  grant: Pick<Grant, 'tx' | 'actor'>,
  table: X,
  id: string,
  options: { skipLocked?: true } = {},
) => lockOne(grant, table, id, [table.cityId, cityOf(grant.actor)], options);

/** Locks a row of the actor's organisation until the transaction ends. Rows of other organisations are not found. */
export const lockOfOrganisation = <X extends Rows & { organisationId: PgColumn }>(
  grant: Pick<Grant, 'tx' | 'actor'>,
  table: X,
  id: string,
) => lockOne(grant, table, id, [table.organisationId, organisationOf(grant.actor)], {});

type Moving = Rows & { state: PgColumn };

type Move<X extends Moving, S extends string, T extends string> = {
  lifecycle: Lifecycle<S, T>;
  transition: NoInfer<T>;
  /** Other columns that change with the state. Only the lifecycle sets the state itself. */
  set?: Omit<Partial<InferInsertModel<X>>, 'id' | 'state'>;
};

/**
 * Writes the next state of a locked row, and the columns that change with it, without recording an event. It is for commands
 * that record an event of their own, or none, and for commands that write within a savepoint.
 * If the row is not in the state where the transition begins, nothing changes and the refusal is returned.
 */
export async function writeState<X extends Moving, S extends string, T extends string>(
  { tx }: Pick<Grant, 'tx'>,
  table: X,
  row: { id: string; state: NoInfer<S> },
  { lifecycle, transition, set }: Move<X, S, T>,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = lifecycle.next(row.state, transition);
  if (!next.ok) return next;
  const columns: Record<string, unknown> = { ...set, state: next.value };
  await tx.update<PgTable>(table).set(columns).where(eq(table.id, row.id));
  return done({ id: row.id });
}

/** Moves a locked row along its lifecycle, as `writeState` does, and records the event. */
export async function advance<X extends Moving, S extends string, T extends string>(
  grant: Pick<Grant, 'tx' | 'record'>,
  table: X,
  row: { id: string; state: NoInfer<S> },
  step: Move<X, S, T> & { event: AuditEntry },
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const written = await writeState(grant, table, row, step);
  if (written.ok) await grant.record(step.event);
  return written;
}

/** Few enough for one statement, which can have 65,535 parameters. */
const atOnce = 10_000;

/**
 * Moves many locked rows along their lifecycle by one transition, and records an event of each. A thousand rows cost little more
 * than one.
 * @throws Error where a row is in no state that the transition begins in; the caller has chosen the rows by their states
 */
export async function advanceAll<
  X extends Moving,
  R extends { id: string; state: NoInfer<S> },
  S extends string,
  T extends string,
>(
  grant: Pick<Grant, 'tx' | 'recordAll'>,
  table: X,
  rows: readonly R[],
  {
    lifecycle,
    transition,
    set,
    eventOf,
  }: Move<X, S, T> & { eventOf: (row: NoInfer<R>) => AuditEntry },
): Promise<void> {
  for (const { id, state } of rows) {
    if (lifecycle.can(state, transition)) continue;
    throw new Error(`${lifecycle.name} ${id} cannot ${transition} from ${state}.`);
  }
  const columns: Record<string, unknown> = { ...set, state: lifecycle.transitions[transition].to };
  for (let at = 0; at < rows.length; at += atOnce) {
    const ids = rows.slice(at, at + atOnce).map(({ id }) => id);
    await grant.tx.update<PgTable>(table).set(columns).where(inArray(table.id, ids));
  }
  await grant.recordAll(rows.map(eventOf));
}
