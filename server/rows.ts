import 'server-only';
import { and, eq, type InferInsertModel } from 'drizzle-orm';
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

/**
 * Moves a locked row along its lifecycle: writes the next state and the columns that change with it, and records the event.
 * If the row is not in the state where the transition begins, nothing changes and the refusal is returned.
 * @param step.set other columns; only the lifecycle sets the state
 */
export async function advance<X extends Moving, S extends string, T extends string>(
  { tx, record }: Pick<Grant, 'tx' | 'record'>,
  table: X,
  row: { id: string; state: NoInfer<S> },
  step: {
    lifecycle: Lifecycle<S, T>;
    transition: NoInfer<T>;
    set?: Omit<Partial<InferInsertModel<X>>, 'id' | 'state'>;
    event: AuditEntry;
  },
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const next = step.lifecycle.next(row.state, step.transition);
  if (!next.ok) return next;
  const columns: Record<string, unknown> = { ...step.set, state: next.value };
  await tx.update<PgTable>(table).set(columns).where(eq(table.id, row.id));
  await record(step.event);
  return done({ id: row.id });
}
