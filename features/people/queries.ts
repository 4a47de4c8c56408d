import 'server-only';
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import {
  bankAccounts,
  cities,
  memberships,
  organisations,
  sessions,
  users,
} from '@/db/schema/people';
import type { Role } from '@/lib/roles';
import { cityOf, organisationOf, userOf, type Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/scope';

export type Colleague = {
  membershipId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
};

const colleagueColumns = {
  membershipId: memberships.id,
  name: users.name,
  email: users.email,
  role: sql<Role>`${memberships.role}`,
  since: memberships.createdAt,
};

/** Who works for the actor's organisation. */
export function listColleagues(actor: Actor<'organisation.read'>): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns)
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(eq(memberships.organisationId, organisationOf(actor)), isNull(memberships.endedAt)),
      )
      .orderBy(asc(memberships.createdAt))
      .limit(200),
  );
}

/** Who works for the actor's city. */
export function listOfficials(actor: Actor<'people.manage'>): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns)
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.cityId, cityOf(actor)), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.role), asc(memberships.createdAt))
      .limit(200),
  );
}

/** Who works for a city, for the platform. */
export function listCityPeople(
  actor: Actor<'platform.read'>,
  cityId: string,
): Promise<Colleague[]> {
  return inScope(actor, ({ tx }) =>
    tx
      .select(colleagueColumns)
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.cityId, cityId), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.role))
      .limit(200),
  );
}

/** The actor's organisation with its bank account. */
export function getOwnOrganisation(actor: Actor) {
  return inScope(actor, async ({ tx }) => {
    const id = organisationOf(actor);
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, id));
    const [bank] = await tx.select().from(bankAccounts).where(eq(bankAccounts.organisationId, id));
    if (!organisation) throw new Error('The actor’s organisation is not there.');
    return { ...organisation, bank: bank ?? null };
  });
}

/** The devices one is signed in on. */
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

export type MyPlace = { membershipId: string; role: Role; zh: string | null; en: string | null };

/** Everything one is, everywhere. */
export function listMyPlaces(actor: Actor<'account.read'>): Promise<MyPlace[]> {
  return inScope(actor, ({ tx }) =>
    tx
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
      .where(and(eq(memberships.userId, userOf(actor)), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.createdAt))
      .limit(50),
  );
}

/** All cities: public. */
export function listCities(actor: Actor) {
  return inScope(actor, ({ tx }) => tx.select().from(cities).orderBy(asc(cities.slug)).limit(500));
}

type InvitationRow = {
  email: string;
  role: Role;
  city_id: string | null;
  organisation_name: string | null;
  expired: boolean;
  accepted: boolean;
};

/** What an invitation says, for whoever holds its link. */
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
    usable: !row.expired && !row.accepted,
    placeZh: city?.nameZh ?? row.organisation_name ?? '',
    placeEn: city?.nameEn ?? row.organisation_name ?? '',
  };
}
