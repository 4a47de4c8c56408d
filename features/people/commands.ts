import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { cities, memberships, users } from '@/db/schema/people';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import type * as inputs from './input';

/** Ends an official's role; one cannot end one's own, so no city is left without an administrator. */
export async function endMembership(
  grant: Grant<'people.manage'>,
  input: z.output<typeof inputs.membershipInput>,
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
  input: z.output<typeof inputs.addCityInput>,
): Promise<Outcome<{ slug: string }, 'city_taken'>> {
  const [city] = await grant.tx.insert(cities).values(input).returning({ id: cities.id });
  if (!city) throw new Error('The city was not written.');
  await grant.record({ action: 'city.added', subject: { kind: 'city', id: city.id } });
  return done({ slug: input.slug });
}

/** Changes the language of the user's mails. */
export async function changeLocale(
  grant: Grant<'account.edit'>,
  input: z.output<typeof inputs.localeInput>,
): Promise<Outcome<null, never>> {
  const userId = userOf(grant.actor);
  await grant.tx.update(users).set({ locale: input.locale }).where(eq(users.id, userId));
  await grant.record({ action: 'account.edited', subject: { kind: 'user', id: userId } });
  return done(null);
}
