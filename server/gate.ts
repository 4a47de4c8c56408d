import 'server-only';
import { sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { may, type Permission } from '@/lib/permissions';
import { done, type Outcome, type Refused } from '@/lib/result';
import { mint, type Actor } from './actor';
import { writeAudit, type AuditEntry } from './audit';
import { constraintOf, isTransient, wasAnswered } from './database-errors';
import { describeSending, storeAnswer, takeKey, type Sending } from './once';
import { enterScope, type Clock } from './scope';
import { authorityOfSession, currentSession } from './session';
import { takeTurn } from './turn';

/** What a command gets: an actor with the permission, its transaction, the portal's clock, its key. */
export type Grant<P extends Permission = Permission> = {
  readonly actor: Actor<P>;
  readonly tx: Tx;
  /** The sender makes the key before sending; the same key never moves money twice. */
  readonly idempotencyKey: string;
  /** Writes the audit event; a command that records nothing is a bug and is rolled back. */
  readonly record: (entry: AuditEntry) => Promise<void>;
  /** Writes several audit events, for a command that makes many changes at once. */
  readonly recordAll: (entries: readonly AuditEntry[]) => Promise<void>;
} & Clock;

export type Command<P extends Permission, I, T, C extends string> = (
  grant: Grant<P>,
  input: I,
) => Promise<Outcome<T, C>>;

/** A refusal that keeps its own record (the ledger's) although its transaction is rolled back. */
export type RecordedRefusal<C extends string = string> = Refused<C> & {
  readonly leaveTrace: (tx: Tx) => Promise<void>;
};

/**
 * Checks authority; this is the only such check.
 * @returns the actor, or why there is none: the user is signed out, or the role lacks the permission
 */
export async function authorise<P extends Permission>(
  permission: P,
): Promise<Outcome<Actor<P>, 'sign_in_needed' | 'not_allowed'>> {
  const session = await currentSession();
  if (!may(permission, session ? authorityOfSession(session) : undefined)) {
    return { ok: false, code: session ? 'not_allowed' : 'sign_in_needed' };
  }
  const actor = mint<P>({
    userId: session?.userId ?? null,
    name: session?.name ?? '',
    role: session ? (session.role ?? 'signed_in') : 'anyone',
    cityId: session?.cityId ?? null,
    organisationId: session?.organisationId ?? null,
    platform: session?.role === 'platform_admin',
    portal: false,
    ...(session?.mandate && { mandate: session.mandate }),
  });
  return { ok: true, value: actor };
}

/**
 * Returns the actor for a call of the interface without a key. It is the public, even if a cookie arrives, so that no page of
 * another site can act for its reader and every cache may keep the answers.
 * @throws Error for a permission that not everyone has: such an operation needs a key
 */
export function authoriseCaller<P extends Permission>(permission: P): Actor<P> {
  if (!may(permission, undefined)) throw new Error(`${permission} is not for everybody.`);
  return mint<P>({
    userId: null,
    name: '',
    role: 'anyone',
    cityId: null,
    organisationId: null,
    platform: false,
    portal: false,
  });
}

/** Returns the portal as an actor, in one city or in none: for jobs and for what the public starts. */
export function portalActor<P extends Permission>(cityId: string | null): Actor<P> {
  return mint<P>({
    userId: null,
    name: 'Suanquan',
    role: 'system',
    cityId,
    organisationId: null,
    platform: false,
    portal: true,
  });
}

/**
 * Reports that no answer to COMMIT arrived, so the transaction may have been kept or not. Only the same sending, under the same
 * key, can find out.
 */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The answer to COMMIT was lost.', { cause });
  }
}

/** Why the database refuses an act under a mandate, whatever the act is. */
export type MandateRefusal = 'mandate_over' | 'mandate_conflict';
const mandateRefusals: Readonly<Record<string, MandateRefusal>> = {
  mandates_in_force: 'mandate_over',
  mandates_no_conflict: 'mandate_conflict',
};

class Undo extends Error {
  constructor(readonly refusal: Refused) {
    super(refusal.code);
  }
}

type Running = {
  idempotencyKey: string;
  /** Set for an act that takes effect once. */
  sending?: Sending | undefined;
  /** Set for sweeps, which may find nothing to do. */
  mayRecordNothing?: boolean;
};

/** Runs the command under its key; the same sending a second time gets the first answer. */
async function runOnce<P extends Permission, I, T, C extends string>(
  grant: Grant<P>,
  command: Command<P, I, T, C>,
  input: I,
  sending: Sending | undefined,
): Promise<Outcome<T, C | 'key_reused'>> {
  if (!sending) return command(grant, input);
  const before = await takeKey(grant.tx, grant.actor, sending);
  if (before) return before as Outcome<T, 'key_reused'>;
  const outcome = await command(grant, input);
  if (outcome.ok) await storeAnswer(grant.tx, grant.actor, sending, outcome.value);
  return outcome;
}

/**
 * Runs the command in one transaction.
 * @throws OutcomeUnknown where the answer to COMMIT was lost
 */
async function attempt<P extends Permission, I, T, C extends string>(
  actor: Actor<P>,
  command: Command<P, I, T, C>,
  input: I,
  running: Running,
): Promise<Outcome<T, C | 'key_reused'>> {
  let outcome: Outcome<T, C | 'key_reused'> | undefined;
  try {
    return await db().transaction(async (tx) => {
      outcome = await withinTransaction(tx, actor, command, input, running);
      return outcome;
    });
  } catch (error) {
    if (!outcome || wasAnswered(error)) throw error;
    // A refusal changed nothing, whether its transaction was kept or not.
    if (!outcome.ok) return outcome;
    throw new OutcomeUnknown(error);
  }
}

async function withinTransaction<P extends Permission, I, T, C extends string>(
  tx: Tx,
  actor: Actor<P>,
  command: Command<P, I, T, C>,
  input: I,
  { idempotencyKey, sending, mayRecordNothing = false }: Running,
): Promise<Outcome<T, C | 'key_reused'>> {
  const clock = await enterScope(tx, actor);
  try {
    // The savepoint lets a refusal roll back everything except its own record.
    return await tx.transaction(async (inner) => {
      let recorded = 0;
      const recordAll = (entries: readonly AuditEntry[]) => {
        recorded += entries.length;
        return writeAudit(inner, actor, clock.now, entries);
      };
      const grant: Grant<P> = {
        actor,
        tx: inner,
        ...clock,
        idempotencyKey,
        record: (entry) => recordAll([entry]),
        recordAll,
      };
      const outcome = await runOnce(grant, command, input, sending);
      if (!outcome.ok) throw new Undo(outcome);
      if (recorded === 0 && !mayRecordNothing && !outcome.repeated)
        throw new Error('A command changed something without an audit event.');
      return outcome;
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    if ('leaveTrace' in error.refusal) {
      await (error.refusal as RecordedRefusal).leaveTrace(tx);
    }
    return error.refusal as Refused<C>;
  }
}

const maxAttempts = 5;

/** Waits longer each time, and a random part so that two senders do not wait for the same time. */
const pause = (tries: number, unit: number) =>
  new Promise((resolve) => setTimeout(resolve, unit * tries * (1 + Math.random())));

type Options<C extends string> = {
  idempotencyKey: string;
  /** Names an act that takes effect once under its key; without it only the ledger uses the key. */
  once?: string | undefined;
  /** Database constraints that mean a refusal. */
  constraints?: Readonly<Record<string, C>>;
};

/**
 * Runs a command as the actor in one transaction, with its audit event. Runs it again when the database requires that (deadlock,
 * serialisation), and, for an act that takes effect once, when the answer to COMMIT was lost: under the same key the second run
 * finds the outcome of the first.
 * @throws OutcomeUnknown where the act may have been kept or not, and the database could not be reached again
 */
export function execute<P extends Permission, I, T, C extends string>(
  actor: Actor<P>,
  command: Command<P, I, T, C>,
  input: I,
  options: Options<C> & { once?: undefined },
): Promise<Outcome<T, C | MandateRefusal>>;
export function execute<P extends Permission, I, T, C extends string>(
  actor: Actor<P>,
  command: Command<P, I, T, C>,
  input: I,
  options: Options<C>,
): Promise<Outcome<T, C | 'key_reused' | MandateRefusal>>;
export async function execute<P extends Permission, I, T, C extends string>(
  actor: Actor<P>,
  command: Command<P, I, T, C>,
  input: I,
  options: Options<C>,
): Promise<Outcome<T, C | 'key_reused' | MandateRefusal>> {
  const { idempotencyKey, once, constraints } = options;
  const sending = once ? await describeSending(once, idempotencyKey, input) : undefined;
  let lost: OutcomeUnknown | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(actor, command, input, { idempotencyKey, sending });
    } catch (error) {
      const constraint = constraintOf(error);
      const code =
        constraint === undefined
          ? undefined
          : (constraints?.[constraint] ?? mandateRefusals[constraint]);
      if (code !== undefined) return { ok: false, code };
      if (error instanceof OutcomeUnknown) lost = error;
      if (isTransient(error) && tries < maxAttempts) await pause(tries, 20);
      else if (lost && sending && tries < maxAttempts) await pause(tries, 250);
      else throw lost ?? error;
    }
  }
}

/**
 * Runs a sweep of the portal in one city. A sweep may find nothing to do, also because another run is still at work there. Two
 * runs at once would wait for each other's vouchers and pools until one of them fails.
 */
export async function executeSweep<T, C extends string>(
  cityId: string,
  sweep: (grant: Grant) => Promise<Outcome<T, C>>,
): Promise<Outcome<T | undefined, C | 'key_reused'>> {
  const inTurn = async (grant: Grant): Promise<Outcome<T | undefined, C>> =>
    (await takeTurn(grant.tx, `sweep:${cityId}`)) ? sweep(grant) : done();
  const idempotencyKey = crypto.randomUUID();
  return attempt(portalActor(cityId), inTurn, undefined, {
    idempotencyKey,
    mayRecordNothing: true,
  });
}

/**
 * Lets a public command act inside one city for the rest of its transaction: filing an objection changes a case that its author
 * may not read.
 */
export async function enterCity(grant: Grant<'objection.file'>, cityId: string): Promise<void> {
  await grant.tx.execute(sql`select set_config('app.city', ${cityId}, true)`);
}
