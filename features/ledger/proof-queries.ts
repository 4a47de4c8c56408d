import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/** A difference that the views of the ledger show: at what, and by how much. */
export type Break = { thing: string; id: string; difference: Record<string, string> };

/** So many differences are read one by one; more are counted. */
const mostBreaks = 500;

/** The parts of the view that add up the journal of each voucher and hold; they take nearly all of its time. */
const summedThings = ['account', 'hold', 'redemptions', 'funder_share'];

/**
 * Lists what `ledger.breaks` shows of a city, whatever parts that view has.
 * @param only.ids limits the list to these things: a part that finds a thing by its id then reads nothing else
 * @param only.summed limits it to the parts that add up journals, or to all others; the database skips the rest
 */
export async function listBreaks(
  tx: Tx,
  cityId: string,
  { ids, summed }: { ids?: readonly string[] | undefined; summed?: boolean } = {},
): Promise<{ breaks: Break[]; found: number }> {
  const things = sql`any (${sql.param(summedThings)}::text[])`;
  const only = sql.join(
    [
      ...(ids ? [sql`and id = any (${sql.param([...ids])}::uuid[])`] : []),
      ...(summed === undefined
        ? []
        : [summed ? sql`and thing = ${things}` : sql`and not thing = ${things}`]),
    ],
    sql` `,
  );
  const rows = await tx.execute<Break & { found: number }>(sql`
    select thing, id::text as id, count(*) over ()::int as found,
      (select coalesce(jsonb_object_agg(d.key, coalesce(d.value, '')), '{}') from jsonb_each_text(difference) d)
        as difference
    from ledger.breaks where city_id = ${cityId}::uuid ${only}
    order by thing, id limit ${mostBreaks}`);
  return {
    breaks: rows.map(({ thing, id, difference }) => ({ thing, id, difference })),
    found: rows[0]?.found ?? 0,
  };
}

/**
 * Checks whether `ledger.breaks` shows anything of a city. With `ids` the journals of only these vouchers and holds are added up,
 * which takes nearly all of the time where there are many; all other parts are read whole.
 */
export async function hasBreaks(tx: Tx, cityId: string, ids?: readonly string[]): Promise<boolean> {
  const only = ids
    ? sql`and (id = any (${sql.param([...ids])}::uuid[])
        or not thing = any (${sql.param(summedThings)}::text[]))`
    : sql``;
  const [row] = await tx.execute<{ broken: boolean }>(sql`
    select exists (select 1 from ledger.breaks where city_id = ${cityId}::uuid ${only}) as broken`);
  return row?.broken ?? true;
}

/**
 * Lists the vouchers, holds, entries and pools that postings have changed since a moment of the real clock. A posting that is
 * committed later is found by its id, as long as its transaction began after that moment.
 */
export async function listPosted(tx: Tx, cityId: string, since: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with posted as (
      select e.id, e.account_id, e.hold_id from ledger.entries e
      where e.city_id = ${cityId}::uuid and e.id >= app.id_at(${since.toISOString()}::timestamptz))
    select id::text as id from posted
    union select account_id::text from posted
    union select hold_id::text from posted where hold_id is not null
    union select p.id::text from ledger.pools p where p.city_id = ${cityId}::uuid`);
  return rows.map(({ id }) => id);
}

/** Lists some vouchers with their holds, in the order of their ids, so that a check can go round all of them. */
export async function listAccountsAfter(
  tx: Tx,
  cityId: string,
  after: string,
  limit: number,
): Promise<{ ids: string[]; last: string | undefined }> {
  const rows = await tx.execute<{ id: string; holds: string[] }>(sql`
    select a.id::text as id,
      (select coalesce(json_agg(h.id::text), '[]') from ledger.holds h where h.account_id = a.id) as holds
    from ledger.accounts a where a.city_id = ${cityId}::uuid and a.id > ${after}::uuid
    order by a.id limit ${limit}`);
  return {
    ids: rows.flatMap(({ id, holds }) => [id, ...holds]),
    last: rows.length < limit ? undefined : rows.at(-1)?.id,
  };
}

/** Counts what a full check looks at: vouchers, holds, pools and settled lines. */
export async function countBooks(tx: Tx, cityId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select ((select count(*) from ledger.accounts where city_id = ${cityId}::uuid)
      + (select count(*) from ledger.holds where city_id = ${cityId}::uuid)
      + (select count(*) from ledger.pools where city_id = ${cityId}::uuid)
      + (select count(*) from ledger.settlement_lines where city_id = ${cityId}::uuid))::int as n`);
  return row?.n ?? 0;
}

/**
 * Returns SQL for one row with the ledger's sums of a city at the end of a day, to be read in one statement with those of others:
 * what is left of its pools and what its counters say, what the journal says was committed and issued, and what is settled and
 * due of all that was captured. Reversals are counted apart, as `claw_back`, less what was repaid or written off of them. What was
 * paid in advance, drawn and paid back comes from the movements of advances, and `in_advance` from their balances.
 */
export const ledgerSums = (cityId: string): SQL => sql`
  select p."left", j.committed, j.issued, a.held, a.spent, a.returned, a.available, h.redeemed, l.settled, d.due,
    l.claw_back, m.advanced, m.drawn, m.paid_back, v.in_advance
  from
    (select coalesce(sum(budget_fen - committed_fen - promised_fen), 0) as "left"
      from ledger.pools where city_id = ${cityId}::uuid and parent_id is null) p,
    (select coalesce(sum(r.pool * e.amount_fen), 0) as committed, coalesce(sum(r.granted * e.amount_fen), 0) as issued
      from ledger.entries e join ledger.rules r on r.kind = e.kind
      where e.city_id = ${cityId}::uuid and e.outcome = 'posted') j,
    (select coalesce(sum(held_fen), 0) as held, coalesce(sum(spent_fen), 0) as spent,
        coalesce(sum(returned_fen), 0) as returned,
        coalesce(sum(granted_fen - held_fen - spent_fen - returned_fen), 0) as available
      from ledger.accounts where city_id = ${cityId}::uuid) a,
    (select coalesce(sum(captured_fen), 0) as redeemed from ledger.holds where city_id = ${cityId}::uuid) h,
    (select coalesce(sum(s.amount_fen) filter (where r.hold_captured > 0), 0) as settled,
        coalesce(-sum(s.amount_fen) filter (where r.hold_captured = 0), 0) as claw_back
      from ledger.settlement_lines s join ledger.entries e on e.id = s.entry_id
      join ledger.rules r on r.kind = e.kind where s.city_id = ${cityId}::uuid) l,
    (select coalesce(sum(e.amount_fen), 0) as due from ledger.entries e join ledger.rules r on r.kind = e.kind
      where e.city_id = ${cityId}::uuid and e.outcome = 'posted' and r.hold_captured > 0
        and not exists (select 1 from ledger.settlement_lines s where s.entry_id = e.id)) d,
    (select coalesce(sum(signed_fen) filter (where kind in ('advance', 'refill', 'cancel')), 0) as advanced,
        coalesce(sum(amount_fen) filter (where kind = 'draw'), 0) as drawn,
        coalesce(sum(amount_fen) filter (where kind = 'return'), 0) as paid_back
      from ledger.advance_entries where city_id = ${cityId}::uuid) m,
    (select coalesce(sum(balance_fen), 0) as in_advance from ledger.advances where city_id = ${cityId}::uuid) v`;

/** Returns SQL for the budgets of a city's programmes as they were released last; a budget that was never changed is itself. */
export const releasedBudgets = (cityId: string): SQL => sql`
  select p.id, coalesce((select c.to_fen from budget_changes c
      where c.pool_id = p.id and c.state = 'released' order by c.decided_at desc, c.id desc limit 1), p.budget_fen)
    as budget_fen
  from ledger.pools p where p.city_id = ${cityId}::uuid and p.parent_id is null`;
