import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities, organisations } from '@/db/schema/people';
import { accreditations } from '@/db/schema/vendors';
import type { Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/scope';

export type ListedVendor = { id: string; name: string; nameEn: string | null; chips: string[] };

/** The vendors a city accredits on the portal's day. */
export function listedVendors(tx: Tx, cityId: string): Promise<ListedVendor[]> {
  return tx
    .select({
      id: organisations.id,
      name: organisations.name,
      nameEn: organisations.nameEn,
      chips: accreditations.chips,
    })
    .from(accreditations)
    .innerJoin(organisations, eq(organisations.id, accreditations.vendorId))
    .where(
      and(
        eq(accreditations.cityId, cityId),
        eq(accreditations.state, 'listed'),
        gt(accreditations.expiresAt, sql`app.now()`),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(500);
}

/** Every accreditation, with its city, for the public directory. */
export function listAccreditations(actor: Actor<'public.read'>) {
  return inScope(actor, ({ tx }) =>
    tx
      .select({
        id: accreditations.id,
        vendorId: organisations.id,
        name: organisations.name,
        nameEn: organisations.nameEn,
        region: organisations.region,
        cityZh: cities.nameZh,
        cityEn: cities.nameEn,
        state: accreditations.state,
        items: accreditations.items,
        chips: accreditations.chips,
        expiresAt: accreditations.expiresAt,
      })
      .from(accreditations)
      .innerJoin(organisations, eq(organisations.id, accreditations.vendorId))
      .innerJoin(cities, eq(cities.id, accreditations.cityId))
      .orderBy(asc(organisations.name), asc(cities.slug))
      .limit(500),
  );
}
