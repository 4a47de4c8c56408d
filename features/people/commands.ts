import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { organisationContacts } from '@/db/schema/organisations';
import { cities, memberships, organisations, sessions, users } from '@/db/schema/people';
import { startOfDay } from '@/lib/dates';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { currentSession } from '@/server/session';
import { homeOf } from './domain';
import type * as inputs from './input';

type Input<K extends keyof typeof inputs> = z.output<(typeof inputs)[K]>;

/** Registers a start-up or a vendor. The user who registers it becomes the first person responsible for it. */
export async function registerOrganisation(
  grant: Grant<'organisation.register'>,
  input: Input<'registerOrganisationInput'>,
): Promise<Outcome<{ home: string }, 'credit_code_taken' | 'registered_in_future'>> {
  const { tx, actor, now } = grant;
  const { contactName, contactPhone, ...registration } = input;
  if (startOfDay(input.registeredOn) > now) {
    return refused('registered_in_future', {}, 'registeredOn');
  }
  const id = randomUUID();
  await tx.execute(sql`select set_config('app.organisation', ${id}, true)`);
  await tx.insert(organisations).values({ id, ...registration });
  const session = await currentSession();
  await tx.insert(organisationContacts).values({
    organisationId: id,
    name: contactName,
    phone: contactPhone,
    email: session?.email ?? '',
    isMain: true,
  });
  const role = input.kind === 'vendor' ? 'vendor_finance' : 'owner';
  const [membership] = await tx
    .insert(memberships)
    .values({ userId: userOf(actor), role, organisationId: id })
    .returning({ id: memberships.id });
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

/** Ends an official's role. Users cannot end their own, so that no city is left without an administrator. */
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

/** Changes the language of the user's letters. */
export async function changeLocale(
  grant: Grant<'account.edit'>,
  input: Input<'localeInput'>,
): Promise<Outcome<null, never>> {
  const userId = userOf(grant.actor);
  await grant.tx.update(users).set({ locale: input.locale }).where(eq(users.id, userId));
  await grant.record({ action: 'account.edited', subject: { kind: 'user', id: userId } });
  return done(null);
}
