import 'server-only';
import { and, asc, eq, gt, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities, organisations } from '@/db/schema/people';
import { accreditations } from '@/db/schema/vendors';
import { pageCursor } from '@/lib/input/filter';
import { decodeCursor, pageOf, pageSize } from '@/lib/keyset';
import { isId } from '@/lib/query';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Bilingual } from '@/lib/bilingual';

export type ListedVendor = {
  id: string;
  name: string;
  nameEn: string | null;
  chips: string[];
  items: string[];
  listedAt: Date;
};

/** Lists the vendors that a city accredits on the portal's day. */
export function listedVendors(tx: Tx, cityId: string): Promise<ListedVendor[]> {
  return tx
    .select({
      id: organisations.id,
      name: organisations.name,
      nameEn: organisations.nameEn,
      chips: accreditations.chips,
      items: accreditations.items,
      listedAt: accreditations.listedAt,
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

export type AccreditationState = 'listed' | 'suspended' | 'delisted' | 'expired';

/** One vendor's accreditation in one city, as the public sees it. */
export type Accreditation = {
  id: string;
  vendorId: string;
  name: string;
  nameEn: string | null;
  city: Bilingual & { slug: string };
  /** A listing that has run out counts as expired, whatever state the row has. */
  state: AccreditationState;
  items: string[];
  chips: string[];
  listedAt: Date;
  expiresAt: Date;
};

const columns = {
  id: accreditations.id,
  vendorId: organisations.id,
  name: organisations.name,
  nameEn: organisations.nameEn,
  city: { slug: cities.slug, 'zh-CN': cities.nameZh, en: cities.nameEn },
  state: sql<AccreditationState>`case when ${accreditations.state} = 'listed'
    and ${accreditations.expiresAt} <= app.now() then 'expired' else ${accreditations.state} end`,
  items: accreditations.items,
  chips: accreditations.chips,
  listedAt: accreditations.listedAt,
  expiresAt: accreditations.expiresAt,
};

const isShown = ne(accreditations.state, 'delisted');

/** The filter in the address of the page. */
export const vendorFilter = z.object({
  city: z.string().optional(),
  cursor: pageCursor(),
});

export type VendorFilter = z.output<typeof vendorFilter>;

/** Lists a page of accreditations, city by city, without delisted vendors. */
export function listVendors(
  actor: Actor<'public.read'>,
  filter: VendorFilter,
): Promise<{ rows: Accreditation[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const [slug, name, id] = decodeCursor(filter.cursor) ?? [];
    const after =
      typeof slug === 'string' && typeof name === 'string' && typeof id === 'string'
        ? or(
            gt(cities.slug, slug),
            and(eq(cities.slug, slug), gt(organisations.name, name)),
            and(
              eq(cities.slug, slug),
              eq(organisations.name, name),
              sql`${accreditations.id}::text > ${id}`,
            ),
          )
        : undefined;
    const rows = await tx
      .select(columns)
      .from(accreditations)
      .innerJoin(organisations, eq(organisations.id, accreditations.vendorId))
      .innerJoin(cities, eq(cities.id, accreditations.cityId))
      .where(and(isShown, filter.city ? eq(cities.slug, filter.city) : undefined, after))
      .orderBy(asc(cities.slug), asc(organisations.name), asc(accreditations.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.city.slug, row.name, row.id]);
  });
}

/** Returns the ids of the vendors in the directory, for a list of all public pages. */
export async function shownVendorIds(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: accreditations.vendorId })
    .from(accreditations)
    .where(isShown)
    .orderBy(asc(accreditations.vendorId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export type Vendor = {
  id: string;
  name: string;
  nameEn: string | null;
  creditCode: string;
  region: string;
  accreditations: Accreditation[];
};

/** Loads one vendor and its accreditation in every city, without anything about its people. */
export function getVendor(actor: Actor<'public.read'>, id: string): Promise<Vendor | undefined> {
  return inScope(actor, async ({ tx }) => {
    if (!isId(id)) return undefined;
    const [vendor] = await tx
      .select({
        id: organisations.id,
        name: organisations.name,
        nameEn: organisations.nameEn,
        creditCode: organisations.creditCode,
        region: organisations.region,
      })
      .from(organisations)
      .where(and(eq(organisations.id, id), eq(organisations.kind, 'vendor')));
    if (!vendor) return undefined;
    const rows = await tx
      .select(columns)
      .from(accreditations)
      .innerJoin(organisations, eq(organisations.id, accreditations.vendorId))
      .innerJoin(cities, eq(cities.id, accreditations.cityId))
      .where(eq(accreditations.vendorId, id))
      .orderBy(asc(cities.slug))
      .limit(500);
    return { ...vendor, accreditations: rows };
  });
}
