import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { memberships, sessions } from '@/db/schema/people';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { senderDevice } from '@/server/request';
import { currentSession, hashSessionId, makeSessionId } from '@/server/session';
import { active } from './active';
import { homeOf } from './domain';
import type * as inputs from './input';

const hours = (count: number) => count * 60 * 60 * 1000;

/**
 * Sets the user in whose name the transaction writes from here on, because row security lets users write only
 * their own rows.
 */
export const actAs = (tx: Tx, userId: string) =>
  tx.execute(sql`select set_config('app.user', ${userId}, true)`);

/** Ends the session that this browser had until now, because its cookie is about to be replaced. */
async function endSessionAtHand({ tx, record }: Pick<Grant, 'tx' | 'record'>): Promise<void> {
  const session = await currentSession();
  if (!session) return;
  const { idHash, userId, name } = session;
  await actAs(tx, userId);
  if (!(await revoke(tx, userId, idHash))) return;
  await record({
    action: 'session.closed',
    subject: { kind: 'user', id: userId },
    as: { userId, name },
  });
}

/**
 * Opens a session for a person already identified, in their first role. The transaction writes as this person
 * from here on. Ends the session that the browser had before.
 */
export async function openSessionFor(
  grant: Pick<Grant, 'tx' | 'record'>,
  userId: string,
): Promise<{ sid: string; home: string }> {
  const { tx } = grant;
  await endSessionAtHand(grant);
  await actAs(tx, userId);
  const places = await tx
    .select({ id: memberships.id, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), active))
    .orderBy(memberships.createdAt)
    .limit(2);
  const sid = makeSessionId();
  // Sessions use real time: the demonstration clock must not sign people out.
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
  const { tx, actor } = grant;
  const session = await currentSession();
  const ended = session && (await revoke(tx, userOf(actor), session.idHash));
  if (!ended) return repeated(null);
  await grant.record({
    action: 'session.closed',
    subject: { kind: 'user', id: userOf(actor) },
  });
  return done(null);
}

/** Ends a session of this person that has not ended yet. @returns whether there was one */
async function revoke(tx: Tx, userId: string, idHash: string): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(sessions.idHash, idHash),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, new Date()),
      ),
    )
    .returning({ idHash: sessions.idHash });
  return ended.length > 0;
}

/** Signs the user out on another device. */
export async function revokeSession(
  grant: Grant<'account.edit'>,
  input: z.output<typeof inputs.sessionInput>,
): Promise<Outcome<null, 'session_unknown'>> {
  const userId = userOf(grant.actor);
  if (!(await revoke(grant.tx, userId, input.idHash))) return refused('session_unknown');
  await grant.record({
    action: 'session.revoked',
    subject: { kind: 'user', id: userId },
  });
  return done(null);
}

/** Makes the session at hand, if there is one, act in the role of a membership from now on. */
export async function enterMembership({ tx, actor }: Grant, membershipId: string): Promise<void> {
  const session = await currentSession();
  if (!session) return;
  await tx
    .update(sessions)
    .set({ membershipId })
    .where(and(eq(sessions.idHash, session.idHash), eq(sessions.userId, userOf(actor))));
}

/** Gives the user who registers an organisation its first membership, and switches the session to it. */
export async function joinAsFounder(
  grant: Grant<'organisation.register'>,
  organisationId: string,
  role: 'owner' | 'vendor_finance' | 'operator_admin',
): Promise<void> {
  const [membership] = await grant.tx
    .insert(memberships)
    .values({ userId: userOf(grant.actor), role, organisationId })
    .returning({ id: memberships.id });
  if (!membership) throw new Error('The membership was not written.');
  await enterMembership(grant, membership.id);
}

/** Switches the session to another membership of the user. */
export async function switchMembership(
  grant: Grant<'membership.switch'>,
  input: z.output<typeof inputs.membershipInput>,
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
  await enterMembership(grant, membership.id);
  await grant.record({
    action: 'membership.switched',
    subject: { kind: 'membership', id: membership.id },
  });
  return done({ home: homeOf(membership.role as Role) });
}
