import 'server-only';
import { and, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { memberships, organisations } from '@/db/schema/people';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { organisationOf, roleOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { active } from './active';
import { areaOf, endsAfter, invitableRoles, ranksOf, type EndRefusal } from './domain';
import type * as inputs from './input';

type Membership = typeof memberships.$inferSelect;

/**
 * Locks the organisation for this transaction, so that of two owners who leave at the same moment the second
 * sees that the first has gone. The trigger `memberships_last_owner` enforces the same.
 * @returns the actor's own membership, unless it was ended while this waited
 */
async function holdOrganisation({ tx, actor }: Grant): Promise<Membership | undefined> {
  const organisationId = organisationOf(actor);
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('no key update');
  const [own] = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userOf(actor)),
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, roleOf(actor)),
        active,
      ),
    );
  return own;
}

async function colleague(grant: Grant, membershipId: string): Promise<Membership | undefined> {
  const [row] = await grant.tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.id, membershipId),
        eq(memberships.organisationId, organisationOf(grant.actor)),
        active,
      ),
    );
  return row;
}

/**
 * Closes memberships that have ended by their own date, because the database still counts them among the
 * user's roles.
 */
const closeEnded = ({ tx }: Grant, { userId, organisationId }: Membership) =>
  tx
    .update(memberships)
    .set({ endedAt: sql`${memberships.endsAt}` })
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organisationId, organisationId ?? ''),
        isNull(memberships.endedAt),
        lte(memberships.endsAt, sql`app.now()`),
      ),
    );

/** Checks whether nobody else is responsible for the organisation. */
async function isLast({ tx }: Grant, row: Membership): Promise<boolean> {
  const { answering } = ranksOf(row.role as Role) ?? {};
  if (row.role !== answering || !row.organisationId) return false;
  const others = await tx.$count(
    memberships,
    and(
      eq(memberships.organisationId, row.organisationId),
      eq(memberships.role, answering),
      ne(memberships.id, row.id),
      active,
    ),
  );
  return others === 0;
}

/** Returns the address of the page of members, with the name of what was done. */
const membersPage = ({ actor }: Grant, what: 'changed' | 'stepped_down'): string =>
  areaOf(roleOf(actor)).organisationPart('members', { done: what });

/** Notifies one colleague about their own membership, which must still be in force. */
async function tellColleague(
  { tx, actor }: Grant,
  { userId: only, role }: Pick<Membership, 'userId' | 'role'>,
  template: 'membership_ended' | 'ownership_received',
): Promise<void> {
  const organisationId = organisationOf(actor);
  const [own] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!own) throw new Error('The organisation is not there.');
  const values = { organisation: own.name, by: actor.name };
  await notify(
    tx,
    { organisationId, roles: [role as Role], only },
    template,
    template === 'ownership_received'
      ? { ...values, path: areaOf(role as Role).organisation() }
      : values,
  );
}

type ChangeRefusal =
  'membership_unknown' | 'role_not_yours' | 'owner_last' | 'role_held' | EndRefusal;

/** Changes a colleague's role. It applies to their open sessions at once. */
export async function changeRole(
  grant: Grant<'member.manage'>,
  input: z.output<typeof inputs.changeRoleInput>,
): Promise<Outcome<{ to: string }, ChangeRefusal>> {
  const { role } = input;
  if (!invitableRoles(roleOf(grant.actor)).includes(role)) return refused('role_not_yours');
  const end = endsAfter(role, input.endsOn, grant.now);
  if (!end.ok) return end;
  const own = await holdOrganisation(grant);
  const row = await colleague(grant, input.membershipId);
  if (!own || !row) return refused('membership_unknown');
  if (role !== row.role && (await isLast(grant, row))) return refused('owner_last');
  await closeEnded(grant, row);
  await grant.tx
    .update(memberships)
    .set({ role, endsAt: end.value })
    .where(eq(memberships.id, row.id));
  await grant.record({
    action: 'membership.changed',
    subject: { kind: 'membership', id: row.id },
    data: { from: row.role, to: role, endsOn: input.endsOn ?? null },
  });
  return done({ to: membersPage(grant, 'changed') });
}

/** Ends a colleague's membership at once. */
export async function endColleague(
  grant: Grant<'member.manage'>,
  input: z.output<typeof inputs.membershipInput>,
): Promise<Outcome<null, 'membership_unknown' | 'owner_last'>> {
  const own = await holdOrganisation(grant);
  const row = await colleague(grant, input.membershipId);
  if (!own || !row || row.userId === own.userId) return refused('membership_unknown');
  if (await isLast(grant, row)) return refused('owner_last');
  await tellColleague(grant, row, 'membership_ended');
  await endNow(grant, row);
  await grant.record({
    action: 'membership.ended',
    subject: { kind: 'membership', id: row.id },
    data: { role: row.role },
  });
  return done(null);
}

const endNow = ({ tx, now }: Grant, row: Membership) =>
  tx.update(memberships).set({ endedAt: now }).where(eq(memberships.id, row.id));

/** Ends the user's own membership. The last person responsible for the organisation must hand it over first. */
export async function leaveOrganisation(
  grant: Grant<'organisation.leave'>,
): Promise<Outcome<null, 'membership_unknown' | 'owner_last'>> {
  const own = await holdOrganisation(grant);
  if (!own) return refused('membership_unknown');
  if (await isLast(grant, own)) return refused('owner_last');
  await endNow(grant, own);
  await grant.record({
    action: 'membership.left',
    subject: { kind: 'membership', id: own.id },
    data: { role: own.role },
  });
  return done(null);
}

type HandOverRefusal = 'membership_unknown' | 'successor_unfit' | 'owner_last' | 'role_held';

/** Hands the organisation over to a colleague in one step. The user then continues to work for it, or leaves. */
export async function handOver(
  grant: Grant<'member.manage'>,
  input: z.output<typeof inputs.handOverInput>,
): Promise<Outcome<{ to: string }, HandOverRefusal>> {
  const { tx } = grant;
  const ranks = ranksOf(roleOf(grant.actor));
  const own = await holdOrganisation(grant);
  const successor = await colleague(grant, input.membershipId);
  if (!own || !ranks || !successor) return refused('membership_unknown');
  const fits = [ranks.answering, ranks.working].some((role) => role === successor.role);
  if (!fits || successor.userId === own.userId)
    return refused('successor_unfit', {}, 'membershipId');
  for (const row of [successor, own]) await closeEnded(grant, row);
  await tx
    .update(memberships)
    .set({ role: ranks.answering, endsAt: null })
    .where(eq(memberships.id, successor.id));
  const left = input.then === 'leave';
  if (left) await endNow(grant, own);
  else await tx.update(memberships).set({ role: ranks.working }).where(eq(memberships.id, own.id));
  await tellColleague(grant, { ...successor, role: ranks.answering }, 'ownership_received');
  await grant.record({
    action: 'ownership.handed_over',
    subject: { kind: 'membership', id: successor.id },
    data: { left },
  });
  return done({
    to: left ? paths.settings({ done: 'handed_over' }) : membersPage(grant, 'stepped_down'),
  });
}
