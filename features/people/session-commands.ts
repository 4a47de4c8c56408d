import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { memberships, sessions, users } from '@/db/schema/people';
import { done, refused, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { userOf } from '@/lib/server/actor';
import type { Grant, RecordedRefusal } from '@/lib/server/gate';
import { hashPassword, passwordHolds } from '@/lib/server/passwords';
import { requestLocale, senderAddress, senderDevice } from '@/lib/server/request';
import { currentSession, hashSessionId, makeSessionId } from '@/lib/server/session';
import { active } from './active';
import { homeOf, safePath } from './domain';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;

const hours = (count: number) => count * 60 * 60 * 1000;
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Row security lets one write only under one's own name: from here on this is the writer. */
const actAs = (tx: Tx, userId: string) =>
  tx.execute(sql`select set_config('app.user', ${userId}, true)`);

/**
 * Makes an account. The address is a name to sign in by, not a proof of anything. The constraint
 * `users_email_unique` stands for `email_taken` where two come at the same moment.
 */
export async function createAccount(
  grant: Grant<'account.create'>,
  input: Input<'createAccountInput'>,
): Promise<Outcome<{ sid: string; home: string }, 'email_taken' | 'too_many_attempts'>> {
  const { tx } = grant;
  const key = `sign-up:${await senderAddress()}`;
  const count = (by: Tx) => by.execute(sql`select app.record_attempt(${key})`);
  if ((await countAttempts(tx, key, '1 hour')) >= 20) return refused('too_many_attempts');
  const [taken] = await tx.execute(sql`select 1 from app.find_login(${input.email})`);
  if (taken) {
    // Counted although it is refused: else one could ask for any number of addresses.
    const refusal: RecordedRefusal<'email_taken'> = {
      ...refused('email_taken'),
      leaveTrace: async (outer) => {
        await count(outer);
      },
    };
    return refusal;
  }
  await count(tx);
  const userId = randomUUID();
  await actAs(tx, userId);
  await tx.insert(users).values({
    id: userId,
    email: input.email,
    name: input.name,
    passwordHash: await hashPassword(input.password),
    locale: await requestLocale(),
  });
  await grant.record({
    action: 'account.created',
    subject: { kind: 'user', id: userId },
    as: { userId, name: input.name },
  });
  const opened = await openSessionFor(grant, userId);
  return done({ ...opened, home: safePath(input.next) ?? opened.home });
}

async function countAttempts(tx: Tx, key: string, since: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select app.count_attempts(${key}, ${since}::interval) as n`,
  );
  return row?.n ?? 0;
}

type Login = { user_id: string; name: string; password_hash: string; disabled: boolean };

/**
 * Signs somebody in: ten wrong guesses in five minutes close an account for that long, fifty an
 * address. The answer and its time are the same for a wrong password and an unknown address.
 */
export async function openSession(
  grant: Grant<'session.open'>,
  input: Input<'openSessionInput'>,
): Promise<Outcome<{ sid: string; home: string }, 'credentials_wrong' | 'too_many_attempts'>> {
  const { tx } = grant;
  const account = `account:${hashToken(input.email)}`;
  const address = `address:${await senderAddress()}`;
  const tooMany =
    (await countAttempts(tx, account, '5 minutes')) >= 10 ||
    (await countAttempts(tx, address, '5 minutes')) >= 50;
  if (tooMany) return refused('too_many_attempts');
  const [login] = await tx.execute<Login>(sql`select * from app.find_login(${input.email})`);
  const holds = await passwordHolds(
    input.password,
    login && !login.disabled ? login.password_hash : null,
  );
  if (!login || !holds) {
    const refusal: RecordedRefusal<'credentials_wrong'> = {
      ...refused('credentials_wrong'),
      leaveTrace: async (outer) => {
        await outer.execute(
          sql`select app.record_attempt(${account}), app.record_attempt(${address})`,
        );
      },
    };
    return refusal;
  }
  await tx.execute(sql`select app.clear_attempts(${account})`);
  await actAs(tx, login.user_id);
  await grant.record({
    action: 'session.opened',
    subject: { kind: 'user', id: login.user_id },
    as: { userId: login.user_id, name: login.name },
  });
  const opened = await openSessionFor(grant, login.user_id);
  return done({ ...opened, home: safePath(input.next) ?? opened.home });
}

/** Opens a session for a person already known, in their first place. */
export async function openSessionFor(
  { tx }: Pick<Grant, 'tx'>,
  userId: string,
): Promise<{ sid: string; home: string }> {
  const places = await tx
    .select({ id: memberships.id, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), active))
    .orderBy(memberships.createdAt)
    .limit(2);
  const sid = makeSessionId();
  // Sessions run on real time: the demonstration clock must not sign people out.
  const now = new Date();
  await tx.insert(sessions).values({
    idHash: hashSessionId(sid),
    userId,
    membershipId: places[0]?.id ?? null,
    device: await senderDevice(),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + hours(12)),
  });
  return { sid, home: homeOf((places[0]?.role as Role | undefined) ?? null) };
}

export async function closeSession(grant: Grant<'session.close'>): Promise<Outcome<null, never>> {
  const session = await currentSession();
  if (session) await revoke(grant, session.idHash);
  await grant.record({
    action: 'session.closed',
    subject: { kind: 'user', id: userOf(grant.actor) },
  });
  return done(null);
}

const revoke = ({ tx, actor }: Grant, idHash: string) =>
  tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(sessions.idHash, idHash),
        eq(sessions.userId, userOf(actor)),
        isNull(sessions.revokedAt),
      ),
    );

/** Signs out another device of one's own. */
export async function revokeSession(
  grant: Grant<'account.edit'>,
  input: Input<'sessionInput'>,
): Promise<Outcome<null, never>> {
  await revoke(grant, input.idHash);
  await grant.record({
    action: 'session.revoked',
    subject: { kind: 'user', id: userOf(grant.actor) },
  });
  return done(null);
}

/** Goes on as what one is in another place. */
export async function switchMembership(
  grant: Grant<'membership.switch'>,
  input: Input<'membershipInput'>,
): Promise<Outcome<{ home: string }, 'membership_unknown'>> {
  const { tx, actor } = grant;
  const session = await currentSession();
  const [membership] = await tx
    .select()
    .from(memberships)
    .where(
      and(eq(memberships.id, input.membershipId), eq(memberships.userId, userOf(actor)), active),
    );
  if (!membership || !session) return refused('membership_unknown');
  await tx
    .update(sessions)
    .set({ membershipId: membership.id })
    .where(and(eq(sessions.idHash, session.idHash), eq(sessions.userId, userOf(actor))));
  await grant.record({
    action: 'membership.switched',
    subject: { kind: 'membership', id: membership.id },
  });
  return done({ home: homeOf(membership.role as Role) });
}
