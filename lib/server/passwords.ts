import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { done, refused, type Outcome } from '@/lib/result';
import { passwordSlots } from './password-slots';

/** OWASP's second argon2id profile: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const prepared = (password: string) => password.normalize('NFKC');
const hashOf = (password: string) => hash(prepared(password), cost);

/** Works in one of the few places, or refuses when too many wait. Call it before a transaction, never inside. */
async function inTurn<T>(network: string, work: () => Promise<T>): Promise<Outcome<T, 'busy'>> {
  const release = await passwordSlots().take(network);
  if (!release) return refused('busy');
  try {
    return done(await work());
  } finally {
    release();
  }
}

export const hashPassword = (password: string, network: string): Promise<Outcome<string, 'busy'>> =>
  inTurn(network, () => hashOf(password));

let dummy: Promise<string> | undefined;

/**
 * Tells whether the password fits. For an unknown account (`null`) a dummy is verified all the same, so
 * that the time of the answer does not tell who has one.
 */
export const passwordHolds = (
  password: string,
  stored: string | null,
  network: string,
): Promise<Outcome<boolean, 'busy'>> =>
  inTurn(network, async () => {
    dummy ??= hashOf('an account that does not exist');
    const fits = await verify(stored ?? (await dummy), prepared(password));
    return fits && stored !== null;
  });
