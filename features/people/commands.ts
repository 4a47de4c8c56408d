import 'server-only';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import {
  bankAccounts,
  cities,
  invitations,
  memberships,
  organisations,
  sessions,
  users,
} from '@/db/schema/people';
import { tellAddress } from '@/features/notifications/commands';
import { startOfDay } from '@/lib/dates';
import { checkBankAccount, checkCnaps } from '@/lib/identifiers';
import { maskEmail } from '@/lib/mask';
import { done, refused, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { cityOf, organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { requestLocale } from '@/lib/server/request';
import { currentSession } from '@/lib/server/session';
import { homeOf, invitableRoles } from './domain';
import type * as inputs from './input';
import { roleNames } from './messages';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;

const hours = (count: number) => count * 60 * 60 * 1000;
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Registers a start-up or a vendor; who registers it becomes its first responsible person. */
export async function registerOrganisation(
  grant: Grant<'organisation.register'>,
  input: Input<'registerOrganisationInput'>,
): Promise<Outcome<{ home: string }, 'credit_code_taken' | 'registered_in_future'>> {
  const { tx, actor, now } = grant;
  if (new Date(`${input.registeredOn}T00:00:00+08:00`) > now) {
    return refused('registered_in_future', {}, 'registeredOn');
  }
  const id = randomUUID();
  await tx.execute(sql`select set_config('app.organisation', ${id}, true)`);
  await tx.insert(organisations).values({ id, ...input });
  const role = input.kind === 'vendor' ? 'vendor_finance' : 'owner';
  const [membership] = await tx
    .insert(memberships)
    .values({ userId: userOf(actor), role, organisationId: id })
    .returning({ id: memberships.id });
  const session = await currentSession();
  if (membership && session) {
    await tx
      .update(sessions)
      .set({ membershipId: membership.id })
      .where(eq(sessions.idHash, session.idHash));
  }
  await grant.record({
    action: 'organisation.registered',
    subject: { kind: 'organisation', id },
    organisationId: id,
    data: { kind: input.kind },
  });
  return done({ home: homeOf(role) });
}

/** Says of a firm that was awarded before it came to the portal what the city's list did not. */
export async function completeOrganisation(
  grant: Grant<'organisation.edit'>,
  input: Input<'completeOrganisationInput'>,
): Promise<Outcome<null, 'organisation_complete' | 'registered_in_future'>> {
  const { tx, actor, now } = grant;
  if (startOfDay(input.registeredOn) > now) {
    return refused('registered_in_future', {}, 'registeredOn');
  }
  const id = organisationOf(actor);
  const [completed] = await tx
    .update(organisations)
    .set(input)
    .where(and(eq(organisations.id, id), eq(organisations.legalRepresentative, '')))
    .returning({ id: organisations.id });
  if (!completed) return refused('organisation_complete');
  await grant.record({
    action: 'organisation.completed',
    subject: { kind: 'organisation', id },
    organisationId: id,
  });
  return done(null);
}

export async function saveBankAccount(
  grant: Grant<'organisation.edit'>,
  input: Input<'bankAccountInput'>,
): Promise<Outcome<null, 'account_name_differs'>> {
  const { tx, actor, now } = grant;
  const organisationId = organisationOf(actor);
  const [own] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  // The treasury pays only into an account in the payee's registered name.
  if (own?.name !== input.accountName) return refused('account_name_differs', {}, 'accountName');
  const number = checkBankAccount(input.accountNumber);
  const cnaps = checkCnaps(input.cnapsCode);
  if (!number.ok || !cnaps.ok) throw new Error('The schema let a wrong account through.');
  const account = {
    accountName: input.accountName,
    accountNumber: number.value,
    bankName: input.bankName,
    cnapsCode: cnaps.value,
    updatedAt: now,
  };
  await tx
    .insert(bankAccounts)
    .values({ organisationId, ...account })
    .onConflictDoUpdate({ target: bankAccounts.organisationId, set: account });
  await grant.record({
    action: 'bank_account.saved',
    subject: { kind: 'organisation', id: organisationId },
    data: { endsIn: number.value.slice(-4) },
  });
  return done(null);
}

type Place = { cityId: string } | { organisationId: string };

async function invite(
  grant: Grant,
  to: { email: string; role: Role; place: Place; placeName: string },
): Promise<void> {
  const { tx, actor, now, record } = grant;
  const token = randomBytes(24).toString('base64url');
  const [row] = await tx
    .insert(invitations)
    .values({
      tokenHash: hashToken(token),
      email: to.email,
      role: to.role,
      ...to.place,
      invitedBy: userOf(actor),
      expiresAt: new Date(now.getTime() + hours(72)),
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error('The invitation was not written.');
  const locale = await requestLocale();
  await tellAddress(tx, { email: to.email, locale }, 'invitation', {
    place: to.placeName,
    inviter: actor.name,
    role: roleNames(locale)[to.role],
    path: `/invitations/${token}`,
  });
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
  /** What the letter says beside its link. */
  values: Record<string, string>;
};

/**
 * Invites the owners of firms that the city awarded before they came to the portal; who has an owner
 * meanwhile is passed over, and an earlier invitation ends. The caller records the event.
 * @returns how many letters go out
 */
export async function inviteOwners(
  { tx }: Pick<Grant, 'tx'>,
  invited: readonly OwnerInvitation[],
): Promise<number> {
  if (invited.length === 0) return 0;
  const rows = invited.map(({ organisationId, email, values }) => {
    const token = randomBytes(24).toString('base64url');
    return {
      organisation: organisationId,
      email,
      token_hash: hashToken(token),
      values: { ...values, path: `/invitations/${token}` },
    };
  });
  const [row] = await tx.execute<{ sent: number }>(
    sql`select app.invite_award_owners('award_invitation', ${JSON.stringify(rows)}::jsonb) as sent`,
  );
  await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
  return row?.sent ?? 0;
}

/** Invites a colleague into one's own organisation: once, for 72 hours, for this address only. */
export async function inviteColleague(
  grant: Grant<'member.invite'>,
  input: Input<'inviteInput'>,
): Promise<Outcome<null, 'role_not_yours'>> {
  const organisationId = organisationOf(grant.actor);
  if (!invitableRoles(grant.actor.role as Role).includes(input.role))
    return refused('role_not_yours');
  const [own] = await grant.tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  await invite(grant, { ...input, place: { organisationId }, placeName: own?.name ?? '' });
  return done(null);
}

/** Invites an official into one's own city. */
export async function inviteOfficial(
  grant: Grant<'people.manage'>,
  input: Input<'inviteInput'>,
): Promise<Outcome<null, 'role_not_yours'>> {
  const cityId = cityOf(grant.actor);
  if (!invitableRoles('city_admin').includes(input.role)) return refused('role_not_yours');
  await invite(grant, { ...input, place: { cityId }, placeName: await cityName(grant.tx, cityId) });
  return done(null);
}

async function cityName(tx: Tx, cityId: string): Promise<string> {
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  return (await requestLocale()) === 'en' ? (city?.nameEn ?? '') : (city?.nameZh ?? '');
}

/** The platform appoints a city's first administrator; everybody else is that person's to invite. */
export async function appointCityAdmin(
  grant: Grant<'platform.manage'>,
  input: Input<'appointInput'>,
): Promise<Outcome<null, never>> {
  const placeName = await cityName(grant.tx, input.cityId);
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
  input: Input<'tokenInput'>,
): Promise<Outcome<{ home: string }, 'invitation_unusable'>> {
  const { tx, actor } = grant;
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.accept_invitation(${hashToken(input.token)}) as id`,
  );
  if (!row?.id) return refused('invitation_unusable');
  await grant.record({
    action: 'invitation.accepted',
    subject: { kind: 'membership', id: row.id },
  });
  const session = await currentSession();
  if (session) {
    await tx
      .update(sessions)
      .set({ membershipId: row.id })
      .where(and(eq(sessions.idHash, session.idHash), eq(sessions.userId, userOf(actor))));
  }
  const [membership] = await tx.select().from(memberships).where(eq(memberships.id, row.id));
  return done({ home: homeOf((membership?.role as Role | undefined) ?? null) });
}

/** Ends an official's role; one cannot end one's own, so no city is left without an administrator. */
export async function endMembership(
  grant: Grant<'people.manage'>,
  input: Input<'membershipInput'>,
): Promise<Outcome<null, 'membership_unknown'>> {
  const { tx, actor, now, record } = grant;
  const [ended] = await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(
      and(
        eq(memberships.id, input.membershipId),
        eq(memberships.cityId, cityOf(actor)),
        ne(memberships.userId, userOf(actor)),
        isNull(memberships.endedAt),
      ),
    )
    .returning({ id: memberships.id, role: memberships.role });
  if (!ended) return refused('membership_unknown');
  await record({
    action: 'membership.ended',
    subject: { kind: 'membership', id: ended.id },
    data: { role: ended.role },
  });
  return done(null);
}

export async function addCity(
  grant: Grant<'platform.manage'>,
  input: Input<'addCityInput'>,
): Promise<Outcome<{ slug: string }, 'city_taken'>> {
  const [city] = await grant.tx.insert(cities).values(input).returning({ id: cities.id });
  if (!city) throw new Error('The city was not written.');
  await grant.record({ action: 'city.added', subject: { kind: 'city', id: city.id } });
  return done({ slug: input.slug });
}

/** The language of the letters one gets. */
export async function changeLocale(
  grant: Grant<'account.edit'>,
  input: Input<'localeInput'>,
): Promise<Outcome<null, never>> {
  const userId = userOf(grant.actor);
  await grant.tx.update(users).set({ locale: input.locale }).where(eq(users.id, userId));
  await grant.record({ action: 'account.edited', subject: { kind: 'user', id: userId } });
  return done(null);
}
