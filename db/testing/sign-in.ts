import type { z } from 'zod';
import { demoPassword } from '@/demo/base';
import { actorOf, perform } from '@/demo/act';
import {
  createAccount,
  openSession,
  prepareAccount,
  proveIdentity,
} from '@/features/people/account-commands';
import type { createAccountInput } from '@/features/people/input';
import type { Grant } from '@/server/gate';

/**
 * Sends the sign-in form, as its action does: checks the password first, then runs the transaction.
 */
export async function signIn(email: string, password = demoPassword) {
  const input = { email, password, next: '' };
  const proven = await proveIdentity(actorOf(null), input);
  if (!proven.ok) return proven;
  const open = (grant: Grant<'session.open'>) => openSession(grant, input, proven.value);
  return perform(null, open, undefined);
}

/**
 * Signs in, and fails the test where that fails.
 * @returns the session id
 */
export async function sessionOf(email: string): Promise<string> {
  const opened = await signIn(email);
  if (!opened.ok) throw new Error(`${email}: ${opened.code}`);
  return opened.value.sid;
}

/** Sends the sign-up form, as its action does. */
export async function signUp(input: z.output<typeof createAccountInput>) {
  const prepared = await prepareAccount(actorOf(null), input);
  if (!prepared.ok) return prepared;
  const create = (grant: Grant<'account.create'>) => createAccount(grant, input, prepared.value);
  return perform(null, create, undefined);
}
