import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { refused, type Outcome } from '@/lib/result';
import { passwordSlots } from './password-slots';

/** OWASP's second argon2id profile: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const prepared = (password: string) => password.normalize('NFKC');
const hashOf = (password: string) => hash(prepared(password), cost);

let dummy: Promise<string> | undefined;

/**
 * Checks whether the password is right. For an unknown account (`null`) a dummy is verified too, so that the time of the answer
 * does not show whether the account exists.
 */
async function holds(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashOf('an account that does not exist');
  const fits = await verify(stored ?? (await dummy), prepared(password));
  return fits && stored !== null;
}

/** Hashes passwords; only `inTurn` hands it out. */
export type Hasher = { readonly hash: typeof hashOf; readonly holds: typeof holds };

/**
 * Waits for one of the few places for hashing and runs the work there, or refuses when too many wait. Work that belongs to the
 * hashing goes in there too, so that a flood of passwords does not flood the database either. Call it before a transaction and
 * never inside one: a caller that waits must hold no connection.
 */
export async function inTurn<T, C extends string>(
  network: string,
  work: (hasher: Hasher) => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C | 'busy'>> {
  const release = await passwordSlots().take(network);
  if (!release) return refused('busy');
  try {
    return await work({ hash: hashOf, holds });
  } finally {
    release();
  }
}
