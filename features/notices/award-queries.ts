import 'server-only';
import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { noticeItems, notices } from '@/db/schema/reviews';
import type { Bilingual } from '@/lib/bilingual';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { fen, type Fen } from '@/lib/money';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

export type Award = {
  id: string;
  organisationName: string;
  amountFen: Fen;
  /** When the notice ended, or, for a programme without applications, when the voucher was issued. */
  awardedAt: Date;
  /** Null for a programme without applications, because its awards have no notice. */
  noticeId: string | null;
  reference: string;
  city: Bilingual;
};

/** The filter in the address of the page. */
export const awardFilter = z.object({ city: z.string().optional(), cursor: idCursor() });
export type AwardFilter = z.output<typeof awardFilter>;

/** Lists awards whose notice ended without a valid objection. */
async function clearedAwards(tx: Tx, filter: AwardFilter): Promise<Award[]> {
  const before = decodeIdCursor(filter.cursor);
  const found = await tx
    .select({
      id: noticeItems.id,
      organisationName: noticeItems.organisationName,
      amountFen: noticeItems.amountFen,
      awardedAt: notices.endsAt,
      noticeId: notices.id,
      reference: notices.reference,
      cityZh: cities.nameZh,
      cityEn: cities.nameEn,
    })
    .from(noticeItems)
    .innerJoin(notices, eq(notices.id, noticeItems.noticeId))
    .innerJoin(cities, eq(cities.id, notices.cityId))
    .where(
      and(
        eq(noticeItems.outcome, 'cleared'),
        // What a list awards is listed by its vouchers, once they are issued.
        isNotNull(noticeItems.applicationId),
        filter.city ? eq(cities.slug, filter.city) : undefined,
        before ? lt(noticeItems.id, before) : undefined,
      ),
    )
    .orderBy(desc(noticeItems.id))
    .limit(pageSize + 1);
  return found.map(({ cityZh, cityEn, ...row }) => ({
    ...row,
    city: { 'zh-CN': cityZh, en: cityEn },
  }));
}

/** Lists awards without an application, as far as they are public. */
async function automaticAwards(tx: Tx, filter: AwardFilter): Promise<Award[]> {
  const before = decodeIdCursor(filter.cursor) ?? null;
  const found = await tx.execute<{
    id: string;
    organisation_name: string;
    amount_fen: string;
    issued_at: string;
    reference: string;
    city_zh: string;
    city_en: string;
  }>(sql`select id, organisation_name, amount_fen::text, issued_at::text, reference, city_zh, city_en
    from app.public_awards(${filter.city ?? null}, ${before}::uuid, ${pageSize + 1})`);
  return found.map((row) => ({
    id: row.id,
    organisationName: row.organisation_name,
    amountFen: fen(BigInt(row.amount_fen)),
    awardedAt: new Date(row.issued_at),
    noticeId: null,
    reference: row.reference,
    city: { 'zh-CN': row.city_zh, en: row.city_en },
  }));
}

/** Lists a page of awards, with and without an application, the newest first. Ids are in the order of time. */
export function listAwards(
  actor: Actor<'public.read'>,
  filter: AwardFilter,
): Promise<{ rows: Award[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const all = [...(await clearedAwards(tx, filter)), ...(await automaticAwards(tx, filter))];
    all.sort((a, b) => (a.id < b.id ? 1 : -1));
    return pageOf(all.slice(0, pageSize + 1), pageSize, (row) => [row.id]);
  });
}
