import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '@/db/client';
import { clearAttempts } from '@/server/attempts';
import { knownDevice } from '@/server/known-device';

/** Limits wrong guesses within five minutes: at an account from one network or known device, and in all. */
const guessesEach = 10;
const guessesInAll = 50;

/** Returns the name under which attempts at an account are counted. It does not contain the address. */
export const accountKey = (email: string) => createHash('sha256').update(email).digest('hex');

const atAccount = (email: string) => `account:${accountKey(email)}`;
const fromNetwork = (email: string, network: string) => `guess:${accountKey(email)}:${network}`;
const atDevice = (device: string) => `device:${device}`;

/**
 * Returns the counters of a guess. A browser in which the account's owner has signed in before has a counter
 * of its own, so that no stranger can shut the owner out there. All other guesses count by network, for the
 * one account and for all accounts. The limit of an account over all networks is more than one network can
 * use up.
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
 * Deletes the guesses that keep the owner of an account out: those at the account, and those from the owner's
 * network and device. They were guesses at a password that has been replaced. What a network has guessed at
 * all accounts stays counted.
 */
export async function forgetGuesses(tx: Tx, email: string, network: string): Promise<void> {
  const device = await knownDevice(email);
  await clearAttempts(tx, atAccount(email));
  await clearAttempts(tx, fromNetwork(email, network));
  if (device !== undefined) await clearAttempts(tx, atDevice(device));
}
