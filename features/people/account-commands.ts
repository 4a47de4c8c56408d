import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db, type Tx } from '@/db/client';
import { users } from '@/db/schema/people';
import { isDemonstrationAddress } from '@/lib/demonstration';
import { done, refused, type Outcome } from '@/lib/result';
import type { Actor } from '@/server/actor';
import { clearAttempts, forgetAttempt, takeAttempt } from '@/server/attempts';
import { mayEnter } from '@/server/demonstration';
import type { Grant } from '@/server/gate';
import { inTurn } from '@/server/passwords';
import { requestLocale, senderNetwork } from '@/server/request';
import { safePath } from './domain';
import { guessLimits } from './guess-limits';
import type * as inputs from './input';
import { actAs, openSessionFor } from './session-commands';

type Opened = { sid: string; home: string };

type Login = { user_id: string; name: string; password_hash: string; disabled: boolean };

async function findLogin(email: string): Promise<Login | undefined> {
  const [login] = await db().execute<Login>(sql`select * from app.find_login(${email})`);
  return login;
}

type SignUpRefusal = 'email_taken' | 'email_reserved' | 'too_many_this_hour' | 'busy';

/**
 * Hashes the password of a new account, before its transaction. Every request is counted, also one for an
 * address that is taken. Otherwise anybody could find out which of many addresses have an account.
 */
export async function prepareAccount(
  _actor: Actor<'account.create'>,
  input: z.output<typeof inputs.createAccountInput>,
): Promise<Outcome<{ passwordHash: string }, SignUpRefusal>> {
  if (isDemonstrationAddress(input.email)) return refused('email_reserved', {}, 'email');
  const network = await senderNetwork();
  return inTurn(network, async ({ hash }) => {
    const limit = { key: `sign-up:${network}`, atMost: 20 };
    if (!(await takeAttempt(db(), [limit], '1 hour'))) return refused('too_many_this_hour');
    if (await findLogin(input.email)) return refused('email_taken');
    return done({ passwordHash: await hash(input.password) });
  });
}

/**
 * Creates an account. The address is a name to sign in by, not a proof of anything. The constraint
 * `users_email_unique` enforces what `email_taken` reports, for two requests at the same moment.
 */
export async function createAccount(
  grant: Grant<'account.create'>,
  input: z.output<typeof inputs.createAccountInput>,
  { passwordHash }: { passwordHash: string },
): Promise<Outcome<Opened, never>> {
  const { tx } = grant;
  const { name, email, next } = input;
  const userId = randomUUID();
  await actAs(tx, userId);
  const locale = await requestLocale();
  await tx.insert(users).values({ id: userId, email, name, passwordHash, locale });
  await grant.record({
    action: 'account.created',
    subject: { kind: 'user', id: userId },
    as: { userId, name },
  });
  const opened = await openSessionFor(grant, userId);
  return done({ ...opened, home: safePath(next) ?? opened.home });
}

/** A user who knows the password, and what is needed to undo the counting of this attempt as a guess. */
export type Proven = {
  readonly userId: string;
  readonly name: string;
  /** The hash that the password was verified against. */
  readonly passwordHash: string;
  readonly attempt: readonly string[];
  readonly counter: string;
};

type SignInRefusal = 'credentials_wrong' | 'too_many_attempts' | 'busy';

/**
 * Verifies a password, before the transaction. The attempt is counted first, and stays counted unless the
 * password is right. The answer and its time are the same for a wrong password, for an unknown or closed
 * account, and for an account of a demonstration that is over.
 */
export async function proveIdentity(
  _actor: Actor<'session.open'>,
  input: z.output<typeof inputs.openSessionInput>,
): Promise<Outcome<Proven, SignInRefusal>> {
  const { email, password } = input;
  const network = await senderNetwork();
  const limits = await guessLimits(email, network);
  return inTurn(network, async ({ holds }) => {
    const attempt = await takeAttempt(db(), limits, '5 minutes');
    if (!attempt) return refused('too_many_attempts');
    const login = await findLogin(email);
    const usable = login && !login.disabled && mayEnter(email) ? login : undefined;
    const right = await holds(password, usable?.password_hash ?? null);
    if (!usable || !right) return refused('credentials_wrong');
    const { user_id: userId, name, password_hash: passwordHash } = usable;
    return done({ userId, name, passwordHash, attempt, counter: limits[0].key });
  });
}

/**
 * Checks whether the verified password is still the account's, and locks it until the session is stored. A
 * new password that is set at the same moment ends all sessions, and must find this one.
 */
async function holdPassword(tx: Tx, { userId, passwordHash }: Proven): Promise<boolean> {
  const held = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash)))
    .for('share');
  return held.length > 0;
}

/** Signs in a user whose password was verified. */
export async function openSession(
  grant: Grant<'session.open'>,
  input: z.output<typeof inputs.openSessionInput>,
  proven: Proven,
): Promise<Outcome<Opened, 'credentials_wrong'>> {
  const { tx } = grant;
  const { userId, name, attempt, counter } = proven;
  await actAs(tx, userId);
  if (!(await holdPassword(tx, proven))) return refused('credentials_wrong');
  await forgetAttempt(tx, attempt);
  await clearAttempts(tx, counter);
  await grant.record({
    action: 'session.opened',
    subject: { kind: 'user', id: userId },
    as: { userId, name },
  });
  const opened = await openSessionFor(grant, userId);
  return done({ ...opened, home: safePath(input.next) ?? opened.home });
}
