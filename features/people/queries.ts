import 'server-only';
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import {
  cities,
  invitations,
  memberships,
  organisations,
  sessions,
  users,
} from '@/db/schema/people';
import { isDemonstrationAddress } from '@/lib/demonstration';
import type { Role } from '@/lib/roles';
import { cityOf, organisationOf, userOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { active } from './active';
import { hashResetToken } from './reset-token';
import type { Bilingual } from '@/lib/bilingual';

export type Colleague = {
  membershipId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  /** When the role ends by itself, if it does. */
  endsAt: Date | null;
  /** Whether this is the user. */
  self: boolean;
};

const colleagueColumns = (actor: Actor) => ({
  membershipId: memberships.id,
  name: users.name,
  email: users.email,
  role: sql<Role>`${memberships.role}`,
  since: memberships.createdAt,
  endsAt: memberships.endsAt,
  self: sql<boolean>`${memberships.userId} = ${userOf(actor)}`,
});

/** Lists the people who work for the actor's organisation. */
export function listColleagues(actor: Actor<'organisation.read'>): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns(actor))
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, organisationOf(actor)), active))
      .orderBy(asc(memberships.createdAt))
      .limit(200),
  );
}

/** Lists the people who work for the actor's city. */
export function listOfficials(actor: Actor<'people.manage'>): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns(actor))
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.cityId, cityOf(actor)), active))
      .orderBy(asc(memberships.role), asc(memberships.createdAt))
      .limit(200),
  );
}

/** Lists the people who work for a city, for the platform. */
export function listCityPeople(
  actor: Actor<'platform.read'>,
  cityId: string,
): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns(actor))
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.cityId, cityId), active))
      .orderBy(asc(memberships.role))
      .limit(200),
  );
}

export type PendingInvitation = {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  endsAt: Date | null;
  expired: boolean;
};

/** Lists invitations that are neither accepted nor withdrawn, the newest first. */
export function listInvitations(actor: Actor<'organisation.edit'>): Promise<PendingInvitation[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select({
        id: invitations.id,
        email: invitations.email,
        role: sql<Role>`${invitations.role}`,
        expiresAt: invitations.expiresAt,
        endsAt: invitations.endsAt,
        expired: sql<boolean>`${invitations.expiresAt} <= app.now()`,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.organisationId, organisationOf(actor)),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(50),
  );
}

/** Lists the devices on which the user is signed in. */
export function listSessions(actor: Actor<'account.read'>) {
  return inScope(actor, ({ tx }) =>
    tx
      .select({
        idHash: sessions.idHash,
        device: sessions.device,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, userOf(actor)),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
      .limit(50),
  );
}

export type MyPlace = {
  membershipId: string;
  role: Role;
  /** The city or the organisation; null for a role on the platform. */
  name: Bilingual | null;
};

/** Lists all the user's roles, in every organisation and city. */
export function listMyPlaces(actor: Actor<'account.read'>): Promise<MyPlace[]> {
  return inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        membershipId: memberships.id,
        role: sql<Role>`${memberships.role}`,
        zh: sql<string | null>`coalesce(${cities.nameZh}, ${organisations.name})`,
        en: sql<
          string | null
        >`coalesce(${cities.nameEn}, ${organisations.nameEn}, ${organisations.name})`,
      })
      .from(memberships)
      .leftJoin(cities, eq(cities.id, memberships.cityId))
      .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, userOf(actor)), active))
      .orderBy(asc(memberships.createdAt))
      .limit(50);
    return rows.map(({ zh, en, ...row }) => ({
      ...row,
      name: zh === null ? null : { 'zh-CN': zh, en: en ?? zh },
    }));
  });
}

/** Lists all cities, which are public. */
export function listCities(actor: Actor) {
  return inScope(actor, async ({ tx }) => {
    const rows = await tx.select().from(cities).orderBy(asc(cities.slug)).limit(500);
    return rows.map((city) => ({
      ...city,
      name: { 'zh-CN': city.nameZh, en: city.nameEn },
      bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
    }));
  });
}

/** Names all cities in both languages, to choose from: public. */
export const listCityNames = async (actor: Actor) =>
  (await listCities(actor)).map(({ slug, name }) => ({ slug, ...name }));

type InvitationRow = {
  email: string;
  role: Role;
  city_id: string | null;
  organisation_name: string | null;
  ends_at: string | null;
  usable: boolean;
};

/** Loads what an invitation contains, for the person who has its link. */
export async function findInvitation(token: string) {
  const hash = createHash('sha256').update(token).digest('hex');
  const [row] = await db().execute<InvitationRow>(sql`select * from app.find_invitation(${hash})`);
  if (!row) return null;
  const [city] = row.city_id
    ? await db().select().from(cities).where(eq(cities.id, row.city_id))
    : [];
  return {
    email: row.email,
    role: row.role,
    endsAt: row.ends_at === null ? null : new Date(row.ends_at),
    usable: row.usable,
    place: {
      'zh-CN': city?.nameZh ?? row.organisation_name ?? '',
      en: city?.nameEn ?? row.organisation_name ?? '',
    },
  };
}

/** Loads whose link this is, while a password can be set by it. Does not use the link up. */
export async function findReset(token: string): Promise<{ email: string } | undefined> {
  const [found] = await db().execute<{ email: string }>(
    sql`select email from app.find_password_reset(${hashResetToken(token)})`,
  );
  return found && !isDemonstrationAddress(found.email) ? found : undefined;
}
