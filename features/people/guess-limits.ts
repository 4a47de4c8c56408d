import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '@/db/client';
import { clearAttempts } from '@/server/attempts';
import { knownDevice } from '@/server/known-device';

/** Bounds wrong guesses within five minutes: at an account from one network or known device, and in all. */
const guessesEach = 10;
const guessesInAll = 50;

/** Names an account where attempts are counted, without keeping its address there. */
export const accountKey = (email: string) => createHash('sha256').update(email).digest('hex');

const atAccount = (email: string) => `account:${accountKey(email)}`;
const fromNetwork = (email: string, network: string) => `guess:${accountKey(email)}:${network}`;
const atDevice = (device: string) => `device:${device}`;

/**
 * Says what a guess counts under. A browser that the account's owner has signed in with before counts for
 * itself alone, so that no stranger shuts the owner out there; everybody else by network, at one account
 * and at all. The limit of the account over all networks is more than one network can use up.
 */
export async function guessLimits(email: string, network: string) {
  const device = await knownDevice(email);
  if (device !== undefined) return [{ key: atDevice(device), atMost: guessesEach }] as const;
  return [
    { key: fromNetwork(email, network), atMost: guessesEach },
    { key: atAccount(email), atMost: guessesInAll },
    { key: `network:${network}`, atMost: guessesInAll },
  ] as const;
}

/**
 * Forgets the guesses that keep the owner of an account out: those at the account, and those from where its owner is.
 * The password they were guesses at is gone. What a network has guessed at all accounts goes on counting.
 */
export async function forgetGuesses(tx: Tx, email: string, network: string): Promise<void> {
  const device = await knownDevice(email);
  await clearAttempts(tx, atAccount(email));
  await clearAttempts(tx, fromNetwork(email, network));
  if (device !== undefined) await clearAttempts(tx, atDevice(device));
}
