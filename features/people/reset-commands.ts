import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db/client';
import { notifySelf } from '@/features/notifications/commands';
import { isDemonstrationAddress } from '@/lib/demonstration';
import { maskEmail } from '@/lib/mask';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import type { Actor } from '@/server/actor';
import { takeAttempt } from '@/server/attempts';
import type { Grant } from '@/server/gate';
import { inTurn } from '@/server/passwords';
import { senderNetwork } from '@/server/request';
import { accountKey, forgetGuesses } from './guess-limits';
import type * as inputs from './input';
import { findReset } from './queries';
import { hashResetToken } from './reset-token';
import { actAs } from './session-commands';

/** Limits mails within an hour, to one address from one network and in all, and the requests of one network. */
const mailsEach = 3;
const mailsInAll = 10;
const askingsOfNetwork = 20;

/**
 * Counts a request before it is handled, whether or not the address is known, so that the limits do not show
 * who has an account. Addresses of the demonstration get no mails and have published passwords, in
 * demonstration mode or not. Refusing them reveals nothing, because the address alone shows what it is.
 */
export async function prepareForgotten(
  _actor: Actor<'password.reset'>,
  { email }: z.output<typeof inputs.forgotPasswordInput>,
): Promise<Outcome<null, 'demo_password' | 'too_many_this_hour'>> {
  if (isDemonstrationAddress(email)) return refused('demo_password', {}, 'email');
  const network = await senderNetwork();
  const account = accountKey(email);
  const limits = [
    { key: `reset:${account}:${network}`, atMost: mailsEach },
    { key: `reset:${account}`, atMost: mailsInAll },
    { key: `reset-network:${network}`, atMost: askingsOfNetwork },
  ];
  const taken = await takeAttempt(db(), limits, '1 hour');
  return taken ? done(null) : refused('too_many_this_hour');
}

/**
 * Requests a link by mail. The account is looked up by the worker and not here
 * (features/jobs/password-reset.ts): so the same is done, in the same time, for a known, a closed and an
 * unknown address.
 */
export async function requestLink(
  { tx, record }: Grant<'password.reset'>,
  { email }: z.output<typeof inputs.forgotPasswordInput>,
): Promise<Outcome<null, never>> {
  const id = randomUUID();
  const payload = { id, email, askedAt: new Date().toISOString() };
  await tx.execute(
    sql`select app.enqueue('send_password_reset', ${JSON.stringify(payload)}::jsonb)`,
  );
  await record({
    action: 'password.reset_requested',
    subject: { kind: 'password_reset', id },
    data: { address: maskEmail(email) },
  });
  return done(null);
}

/** Limits the uses of links within five minutes from one network. */
const usesOfNetwork = 50;

type LinkRefusal = 'link_unusable' | 'too_many_attempts' | 'busy';

/** Hashes the new password before its transaction, for a link that can be used. Each attempt is counted. */
export async function prepareNewPassword(
  _actor: Actor<'password.reset'>,
  { token, password }: z.output<typeof inputs.newPasswordInput>,
): Promise<Outcome<{ passwordHash: string }, LinkRefusal>> {
  const network = await senderNetwork();
  return inTurn(network, async ({ hash }) => {
    const limit = { key: `new-password:${network}`, atMost: usesOfNetwork };
    if (!(await takeAttempt(db(), [limit], '5 minutes'))) return refused('too_many_attempts');
    if (!(await findReset(token))) return refused('link_unusable');
    return done({ passwordHash: await hash(password) });
  });
}

type Owner = { user_id: string; name: string; email: string };

/**
 * Sets the new password of a link's owner, once. Ends all sessions of the account, including those of a
 * person who should not have them. The owner is notified, and signs in with the new password.
 */
export async function setNewPassword(
  { tx, now, record }: Grant<'password.reset'>,
  { token }: z.output<typeof inputs.newPasswordInput>,
  { passwordHash }: { passwordHash: string },
): Promise<Outcome<null, 'link_unusable'>> {
  const [owner] = await tx.execute<Owner>(
    sql`select * from app.finish_password_reset(${hashResetToken(token)}, ${passwordHash})`,
  );
  if (!owner) return refused('link_unusable');
  const { user_id: userId, name, email } = owner;
  await actAs(tx, userId);
  await forgetGuesses(tx, email, await senderNetwork());
  await record({
    action: 'password.reset',
    subject: { kind: 'user', id: userId },
    as: { userId, name },
  });
  await notifySelf(tx, 'password_changed', { at: now.toISOString(), path: paths.settings() });
  return done(null);
}
