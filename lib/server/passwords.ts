import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's second argon2id profile: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const prepared = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(prepared(password), cost);

let dummy: Promise<string> | undefined;

/**
 * Whether the password fits. For an unknown account (`null`) a dummy is verified all the same, so
 * that the time of the answer does not tell who has one.
 */
export async function passwordHolds(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('an account that does not exist');
  const fits = await verify(stored ?? (await dummy), prepared(password));
  return fits && stored !== null;
}
