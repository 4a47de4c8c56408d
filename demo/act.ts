import { randomUUID } from 'node:crypto';
import type { Permission } from '@/lib/permissions';
import type { Outcome } from '@/lib/result';
import { mint, type Actor } from '@/server/actor';
import { execute, type Command, type MandateRefusal } from '@/server/gate';
import type { Person } from './base';

/** Returns the actor that the gate would create for this person; `null` is the public. */
export const actorOf = <P extends Permission>(person: Person | null): Actor<P> =>
  mint<P>({
    userId: person?.userId ?? null,
    name: person?.name ?? '',
    role: person?.role ?? 'anyone',
    cityId: person?.cityId ?? null,
    organisationId: person?.organisationId ?? null,
    ...(person?.mandate && { mandate: person.mandate }),
    platform: person?.role === 'platform_admin',
    portal: false,
  });

/** Runs a command through the gate as this person. The caller checks the outcome. */
export const perform = <P extends Permission, I, T, C extends string>(
  person: Person | null,
  command: Command<P, I, T, C>,
  input: I,
  idempotencyKey: string = randomUUID(),
): Promise<Outcome<T, C | MandateRefusal>> =>
  execute(actorOf<P>(person), command, input, { idempotencyKey });

/** Sends an act that takes effect only once, as its form does under its key. */
export const sendOnce = <P extends Permission, I, T, C extends string>(
  person: Person | null,
  [once, command]: readonly [act: string, command: Command<P, I, T, C>],
  input: I,
  idempotencyKey: string,
): Promise<Outcome<T, C | 'key_reused' | MandateRefusal>> =>
  execute(actorOf<P>(person), command, input, { idempotencyKey, once });

/** Runs a command that must succeed, so that the data made this way obey the rules. @throws when it is refused */
export async function as<P extends Permission, I, T, C extends string>(
  person: Person | null,
  command: Command<P, I, T, C>,
  input: I,
): Promise<T> {
  const outcome = await perform(person, command, input);
  if (outcome.ok) return outcome.value;
  throw new Error(`${command.name}: ${outcome.code} ${JSON.stringify(outcome.values ?? {})}`);
}
