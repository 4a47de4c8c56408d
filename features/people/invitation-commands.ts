import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities, invitations, memberships, organisations, users } from '@/db/schema/people';
import { mailAddress } from '@/features/notifications/commands';
import { say } from '@/lib/bilingual';
import { maskEmail } from '@/lib/mask';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { cityOf, organisationOf, roleOf, userOf, type Actor } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { active } from './active';
import { endsAfter, homeOf, invitableRoles, type EndRefusal } from './domain';
import type * as inputs from './input';
import { enterMembership } from './session-commands';
import { roleNames } from '@/lib/role-messages';

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

type Place = { cityId: string } | { organisationId: string };

const newToken = () => randomBytes(24).toString('base64url');
const afterThreeDays = (now: Date) => new Date(now.getTime() + 72 * 60 * 60 * 1000);

async function send(
  { tx, actor }: Grant,
  invitation: { email: string; role: Role; placeName: string; token: string },
): Promise<void> {
  const locale = await requestLocaleOr('zh-CN');
  await mailAddress(tx, { email: invitation.email, locale }, 'invitation', {
    place: invitation.placeName,
    inviter: actor.name,
    role: roleNames(locale)[invitation.role],
    path: paths.invitation(invitation.token),
  });
}

async function invite(
  grant: Grant,
  to: { email: string; role: Role; place: Place; placeName: string; endsAt?: Date | null },
): Promise<void> {
  const { tx, actor, now, record } = grant;
  const token = newToken();
  const [row] = await tx
    .insert(invitations)
    .values({
      tokenHash: hashToken(token),
      email: to.email,
      role: to.role,
      ...to.place,
      invitedBy: userOf(actor),
      expiresAt: afterThreeDays(now),
      endsAt: to.endsAt ?? null,
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error('The invitation was not written.');
  await send(grant, { ...to, token });
  await record({
    action: 'member.invited',
    subject: { kind: 'invitation', id: row.id },
    ...to.place,
    data: { role: to.role, address: maskEmail(to.email) },
  });
}

export type OwnerInvitation = {
  organisationId: string;
  email: string;
  /** The values of the mail besides its link. */
  values: Record<string, string>;
};

/**
 * Invites the owners of firms that the city awarded before they joined the portal. Leaves out a firm that has
 * an owner meanwhile, and ends an earlier invitation. The caller records the event.
 * @returns how many mails are sent
 */
export async function inviteOwners(
  { tx }: Pick<Grant, 'tx'>,
  invited: readonly OwnerInvitation[],
): Promise<number> {
  if (invited.length === 0) return 0;
  const rows = invited.map(({ organisationId, email, values }) => {
    const token = newToken();
    return {
      organisation: organisationId,
      email,
      token_hash: hashToken(token),
      values: { ...values, path: paths.invitation(token) },
    };
  });
  const [row] = await tx.execute<{ sent: number }>(
    sql`select app.invite_award_owners('award_invitation', ${JSON.stringify(rows)}::jsonb) as sent`,
  );
  await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
  return row?.sent ?? 0;
}

/** The most invitations that one organisation may have open at a time, because they send mails to strangers. */
const mostPending = 20;

/** Matches invitations that are neither accepted nor withdrawn. One that has expired can be sent again. */
const open = (organisationId: string) =>
  and(
    eq(invitations.organisationId, organisationId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );

/** Matches invitations that can still be accepted. */
const pending = (organisationId: string, now: Date) =>
  and(open(organisationId), gt(invitations.expiresAt, now));

/** Locks the actor's organisation, so that of two invitations at one moment the second sees the first. */
async function holdOwn({ tx, actor }: Grant) {
  const id = organisationOf(actor);
  const [own] = await tx
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('no key update');
  if (!own) throw new Error(`No organisation ${id}.`);
  return own;
}

/** Checks whether the user with the address works there already, so that an invitation is not needed. */
async function isColleague(
  tx: Tx,
  own: { id: string; kind: string },
  { email, role }: { email: string; role: string },
): Promise<boolean> {
  const [colleague] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, own.id),
        eq(users.email, email),
        // At a vendor a person may have both roles; in a start-up only one.
        own.kind === 'vendor' ? eq(memberships.role, role) : undefined,
        active,
      ),
    );
  return colleague !== undefined;
}

type InviteRefusal = 'role_not_yours' | 'colleague_already' | 'too_many_invitations' | EndRefusal;

/**
 * Invites a person into the user's own organisation: once, for 72 hours, for this address only. An earlier
 * invitation of the same address ends.
 */
export async function inviteColleague(
  grant: Grant<'member.invite'>,
  input: z.output<typeof inputs.inviteInput>,
): Promise<Outcome<null, InviteRefusal>> {
  const { tx, actor, now } = grant;
  const { email, role } = input;
  if (!invitableRoles(roleOf(actor)).includes(role)) return refused('role_not_yours');
  const end = endsAfter(role, input.endsOn, now);
  if (!end.ok) return end;
  const own = await holdOwn(grant);
  if (await isColleague(tx, own, input)) return refused('colleague_already', {}, 'email');
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(open(own.id), eq(invitations.email, email)));
  const waiting = await tx.$count(invitations, pending(own.id, now));
  if (waiting >= mostPending) return refused('too_many_invitations', { maximum: mostPending });
  const place = { organisationId: own.id };
  await invite(grant, { email, role, place, placeName: own.name, endsAt: end.value });
  return done(null);
}

/** Withdraws an invitation. Its link is no longer valid. */
export async function revokeInvitation(
  grant: Grant<'member.invite'>,
  input: z.output<typeof inputs.invitationInput>,
): Promise<Outcome<null, 'invitation_unknown'>> {
  const { tx, actor, now } = grant;
  const [row] = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(openInvitation(actor, input.invitationId))
    .returning({ id: invitations.id, email: invitations.email, role: invitations.role });
  if (!row) return refused('invitation_unknown');
  await grant.record({
    action: 'invitation.revoked',
    subject: { kind: 'invitation', id: row.id },
    data: { role: row.role, address: maskEmail(row.email) },
  });
  return done(null);
}

const openInvitation = (actor: Actor, id: string) =>
  and(eq(invitations.id, id), open(organisationOf(actor)));

type RenewRefusal =
  'invitation_unknown' | 'end_past' | 'colleague_already' | 'too_many_invitations';

/**
 * Sends an invitation again, also one that has expired, for another 72 hours and with a new link. The old
 * link is no longer valid. Rejected for the same reasons as a new invitation.
 */
export async function renewInvitation(
  grant: Grant<'member.invite'>,
  input: z.output<typeof inputs.invitationInput>,
): Promise<Outcome<null, RenewRefusal>> {
  const { tx, actor, now } = grant;
  const own = await holdOwn(grant);
  const [row] = await tx
    .select()
    .from(invitations)
    .where(openInvitation(actor, input.invitationId))
    .for('update');
  if (!row) return refused('invitation_unknown');
  if (row.endsAt && row.endsAt <= now) return refused('end_past');
  if (await isColleague(tx, own, row)) return refused('colleague_already');
  const others = await tx.$count(
    invitations,
    and(pending(own.id, now), ne(invitations.id, row.id)),
  );
  if (others >= mostPending) return refused('too_many_invitations', { maximum: mostPending });
  const token = newToken();
  await tx
    .update(invitations)
    .set({
      tokenHash: hashToken(token),
      invitedBy: userOf(actor),
      expiresAt: afterThreeDays(now),
    })
    .where(eq(invitations.id, row.id));
  const { email, role } = row;
  await send(grant, { email, role: role as Role, placeName: own.name, token });
  await grant.record({
    action: 'invitation.renewed',
    subject: { kind: 'invitation', id: row.id },
    data: { role, address: maskEmail(email) },
  });
  return done(null);
}

/** Invites an official into the user's own city. */
export async function inviteOfficial(
  grant: Grant<'people.manage'>,
  input: z.output<typeof inputs.inviteOfficialInput>,
): Promise<Outcome<null, 'role_not_yours'>> {
  const cityId = cityOf(grant.actor);
  if (!invitableRoles('city_admin').includes(input.role)) return refused('role_not_yours');
  const placeName = await cityName(grant.tx, cityId);
  if (placeName === undefined) throw new Error(`No city ${cityId}.`);
  await invite(grant, { ...input, place: { cityId }, placeName });
  return done(null);
}

async function cityName(tx: Tx, cityId: string): Promise<string | undefined> {
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  if (!city) return undefined;
  return say({ 'zh-CN': city.nameZh, en: city.nameEn }, await requestLocaleOr('zh-CN'));
}

/** Appoints a city's first administrator, for the platform. That administrator invites all others. */
export async function appointCityAdmin(
  grant: Grant<'platform.manage'>,
  input: z.output<typeof inputs.appointInput>,
): Promise<Outcome<null, 'city_unknown'>> {
  const placeName = await cityName(grant.tx, input.cityId);
  if (placeName === undefined) return refused('city_unknown');
  await invite(grant, {
    email: input.email,
    role: 'city_admin',
    place: { cityId: input.cityId },
    placeName,
  });
  return done(null);
}

export async function acceptInvitation(
  grant: Grant<'invitation.accept'>,
  input: z.output<typeof inputs.tokenInput>,
): Promise<Outcome<{ home: string }, 'invitation_unusable' | 'agencies_apart'>> {
  const { tx } = grant;
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.accept_invitation(${hashToken(input.token)}) as id`,
  );
  if (!row?.id) return refused('invitation_unusable');
  await grant.record({
    action: 'invitation.accepted',
    subject: { kind: 'membership', id: row.id },
  });
  await enterMembership(grant, row.id);
  const [membership] = await tx.select().from(memberships).where(eq(memberships.id, row.id));
  return done({ home: homeOf((membership?.role as Role | undefined) ?? null) });
}
