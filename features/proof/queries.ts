import 'server-only';
import { and, asc, count, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cities } from '@/db/schema/people';
import { dayEnds, proofChecks, proofFindings, publishedHeads, seals } from '@/db/schema/proof';
import { endOfDay, type IsoDate } from '@/lib/dates';
import { pageOf, pageSize } from '@/lib/keyset';
import { isId } from '@/lib/query';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { isLate } from './domain/days';
import { readDayCursor, readHeadCursor } from './domain/head-cursor';
import { readFigures, reconcile, type Identity } from './domain/reconciliation';
import { noCity } from './domain/records';

const mostFindingsShown = 100;

/** What page shows the thing that a finding is about, and its id there. */
export type FindingPage = {
  kind: 'voucher' | 'redemption' | 'batch' | 'budget' | 'case' | 'claim';
  id: string;
} | null;

export type OpenFinding = typeof proofFindings.$inferSelect & { page: FindingPage };

type PageRow = { id: string; kind: NonNullable<FindingPage>['kind']; target: string };

/** Finds the pages on which the city sees the things of its findings: a hold's is that of its voucher, a payment's its batch. */
async function pagesOf(tx: Tx, cityId: string, ids: readonly string[]) {
  const rows = await tx.execute<PageRow>(sql`
    with wanted as (select unnest(${sql.param(ids.filter(isId))}::uuid[]) as id)
    select w.id::text as id, 'voucher' as kind, v.id::text as target
      from wanted w join vouchers v on v.id = w.id and v.city_id = ${cityId}::uuid
    union all select w.id::text, 'voucher', h.voucher_id::text
      from wanted w join holds h on h.id = w.id and h.city_id = ${cityId}::uuid
    union all select w.id::text, 'redemption', r.id::text
      from wanted w join redemptions r on r.id = w.id and r.city_id = ${cityId}::uuid
    union all select w.id::text, 'claim', c.id::text
      from wanted w join claims c on c.id = w.id and c.city_id = ${cityId}::uuid
    union all select w.id::text, 'batch', p.batch_id::text
      from wanted w join payments p on p.id = w.id and p.city_id = ${cityId}::uuid
      where p.batch_id is not null
    union all select w.id::text, 'voucher', e.account_id::text
      from wanted w join ledger.entries e on e.id = w.id and e.city_id = ${cityId}::uuid
    union all select w.id::text, 'case', a.application_id::text
      from wanted w join audit_events a on a.id = w.id and a.city_id = ${cityId}::uuid
      where a.application_id is not null
    union all select w.id::text, 'budget', coalesce(l.parent_id, l.id)::text
      from wanted w join ledger.pools l on l.id = w.id and l.city_id = ${cityId}::uuid`);
  return new Map(
    rows.map(({ id, kind, target }): [string, FindingPage] => [id, { kind, id: target }]),
  );
}

async function listFindings(tx: Tx, cityId: string) {
  const open = and(eq(proofFindings.cityId, cityId), isNull(proofFindings.goneAt));
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(proofFindings).where(open);
  const rows = await tx
    .select()
    .from(proofFindings)
    .where(open)
    .orderBy(asc(proofFindings.id))
    .limit(mostFindingsShown);
  const pages = await pagesOf(
    tx,
    cityId,
    rows.map(({ subject }) => subject),
  );
  return { count: n, rows: rows.map((row) => ({ ...row, page: pages.get(row.subject) ?? null })) };
}

export type DayEnd = { day: IsoDate; takenAt: Date; late: boolean; identities: Identity[] };

const toDayEnd = (row: typeof dayEnds.$inferSelect): DayEnd => ({
  day: row.day,
  takenAt: row.takenAt,
  late: isLate(endOfDay(row.day), row.takenAt),
  identities: reconcile(readFigures(row.figures)),
});

async function listDays(tx: Tx, cityId: string, cursor: string | undefined) {
  const before = readDayCursor(cursor);
  const rows = await tx
    .select()
    .from(dayEnds)
    .where(and(eq(dayEnds.cityId, cityId), before ? lt(dayEnds.day, before) : undefined))
    .orderBy(desc(dayEnds.day))
    .limit(pageSize + 1);
  const page = pageOf(rows, pageSize, (row) => [row.day]);
  return { ...page, rows: page.rows.map(toDayEnd) };
}

/** Loads a day that is closed; without a day the last one. */
async function getDay(tx: Tx, cityId: string, day: IsoDate | undefined) {
  const [row] = await tx
    .select()
    .from(dayEnds)
    .where(and(eq(dayEnds.cityId, cityId), day ? eq(dayEnds.day, day) : undefined))
    .orderBy(desc(dayEnds.day))
    .limit(1);
  return row && toDayEnd(row);
}

/**
 * Loads what the city's auditors and finance officers see of the proof: the last checks, open differences, the chain and the days.
 * @param asked the day to show in full; the last one without
 */
export function getProof(
  actor: Actor<'ledger.read'>,
  { day: asked, cursor }: { day: IsoDate | undefined; cursor: string | undefined },
) {
  return inScope(actor, async ({ tx }) => {
    const city = cityOf(actor);
    const checks = await tx.select().from(proofChecks).where(eq(proofChecks.cityId, city));
    const findings = await listFindings(tx, city);
    const [head] = await tx
      .select()
      .from(seals)
      .where(eq(seals.cityId, city))
      .orderBy(desc(seals.number))
      .limit(1);
    const heads = await tx
      .select()
      .from(publishedHeads)
      .where(eq(publishedHeads.cityId, city))
      .orderBy(desc(publishedHeads.day))
      .limit(7);
    const day = await getDay(tx, city, asked);
    if (asked && !day) return undefined;
    return { checks, findings, head, heads, day, days: await listDays(tx, city, cursor) };
  });
}

export type Head = {
  /** The city, or the nil id for the events of no city. */
  chain: string;
  city: { slug: string; 'zh-CN': string; en: string } | null;
  day: IsoDate;
  seal: number;
  hash: string;
  rows: number;
  publishedAt: Date;
};

/** Lists published heads, the newest day first; a page ends at a day and a chain. */
export function listHeads(
  actor: Actor<'public.read'>,
  {
    city,
    cursor,
    limit = pageSize,
  }: { city?: string | undefined; cursor?: string | undefined; limit?: number },
): Promise<{ rows: Head[]; nextCursor: string | null }> {
  return inScope(actor, async ({ tx }) => {
    const last = readHeadCursor(cursor);
    const isAfter =
      last &&
      or(
        lt(publishedHeads.day, last.day),
        and(eq(publishedHeads.day, last.day), gt(publishedHeads.cityId, last.chain)),
      );
    const rows = await tx
      .select({
        head: publishedHeads,
        slug: cities.slug,
        nameZh: cities.nameZh,
        nameEn: cities.nameEn,
      })
      .from(publishedHeads)
      .leftJoin(cities, eq(cities.id, publishedHeads.cityId))
      .where(and(city === undefined ? undefined : eq(cities.slug, city), isAfter))
      .orderBy(desc(publishedHeads.day), asc(publishedHeads.cityId))
      .limit(limit + 1);
    const page = pageOf(rows, limit, ({ head }) => [head.day, head.cityId]);
    return {
      ...page,
      rows: page.rows.map(({ head, slug, nameZh, nameEn }) => ({
        chain: head.cityId,
        city:
          head.cityId === noCity
            ? null
            : { slug: slug ?? '', 'zh-CN': nameZh ?? '', en: nameEn ?? '' },
        day: head.day,
        seal: head.seal,
        hash: head.hash,
        rows: head.total,
        publishedAt: head.publishedAt,
      })),
    };
  });
}
