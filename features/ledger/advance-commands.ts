import 'server-only';
import { sql } from 'drizzle-orm';
import type { Fen } from '@/lib/money';
import type { Grant } from '@/server/gate';
import { nobody as portalClient } from '@/server/once';

/** What moves an advance: see the table in README.md. */
export type AdvanceKind = 'advance' | 'refill' | 'cancel' | 'draw' | 'return';

/**
 * Sets up to which level a payee is paid in advance in a programme, and opens its account if there is none. Returns the id of the
 * account. The constraint `advances_within_level` refuses a level below the present balance.
 */
export async function setAdvance(
  { tx }: Pick<Grant, 'tx'>,
  advance: { cityId: string; programmeId: string; payeeId: string; levelFen: Fen },
): Promise<string> {
  const { cityId, programmeId, payeeId, levelFen } = advance;
  const [row] = await tx.execute<{ id: string }>(sql`select ledger.set_advance(${cityId}::uuid,
    ${programmeId}::uuid, ${payeeId}::uuid, ${levelFen.toString()}::bigint)::text as id`);
  if (!row) throw new Error('The ledger did not answer.');
  return row.id;
}

/** Ends an advance that runs: nothing is paid into it any more. */
export async function endAdvance(
  { tx }: Pick<Grant, 'tx'>,
  advance: { cityId: string; id: string },
): Promise<void> {
  await tx.execute(sql`select ledger.end_advance(${advance.cityId}::uuid, ${advance.id}::uuid)`);
}

/**
 * Moves an advance, in the grant's transaction and under its key; each movement of one act has its own `part`. The constraints
 * `advances_not_negative` and `advances_within_level` decide whether it is possible.
 */
export async function postAdvance(
  { tx, actor, idempotencyKey }: Pick<Grant, 'tx' | 'actor' | 'idempotencyKey'>,
  movement: { advanceId: string; kind: AdvanceKind; amountFen: Fen; settlementId?: string },
  part: string,
): Promise<void> {
  const { advanceId, kind, amountFen, settlementId } = movement;
  await tx.execute(sql`select ledger.advance(${actor.userId ?? portalClient}::uuid, ${`${idempotencyKey}:${part}`},
    ${advanceId}::uuid, ${kind}, ${amountFen.toString()}::bigint, ${settlementId ?? null}::uuid)`);
}
