import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { promisedStates } from '@/features/applications/domain/lifecycle';
import { promisedRowStates } from '@/features/awards/domain/lifecycle';
import { releasedBudgets } from '@/features/ledger/proof-queries';
import { noCity, type ProofRecord, type RowKind, type RowValues } from './domain/records';

/** Asks the database; every question is a page, so that no answer is large and no transaction need stay open. */
export type Ask = <R extends Record<string, unknown>>(query: SQL) => Promise<readonly R[]>;

/** Asks each question in a transaction of its own. */
export const askThrough =
  (within: <T>(work: (reading: { tx: Tx }) => Promise<T>) => Promise<T>): Ask =>
  async <R extends Record<string, unknown>>(query: SQL) => {
    const rows: readonly unknown[] = await within(({ tx }) => tx.execute(query));
    return rows as readonly R[];
  };

/** The chain to read: a city, or null for the events that belong to no city. */
export type Chain = { cityId: string | null; slug: string | null };

const pageRows = 2_000;
const chainId = (cityId: string | null) => cityId ?? noCity;

/** Returns SQL for an instant as it is sealed: in UTC, to the microsecond. */
const instant = (column: SQL) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Returns SQL for the values of a row in the order in which `app.entry_text` and `app.event_text` seal them. The columns are read
 * one by one and not through those functions, which somebody with the database could have changed.
 */
const entryValues = sql`json_build_array('entry', e.city_id::text, e.id::text, e.kind, e.amount_fen::text,
  e.account_id::text, e.hold_id::text, e.vendor_id::text, e.actor_id::text, e.client_id::text,
  e.idempotency_key, e.fingerprint, e.outcome, ${instant(sql`e.at`)}, e.of_entry_id::text)`;
const eventValues = sql`json_build_array('event', a.city_id::text, a.id::text, ${instant(sql`a.at`)}, a.actor_id::text,
  a.actor_name, a.actor_role, a.action, a.subject_kind, a.subject_id::text, a.application_id::text,
  a.voucher_id::text, a.organisation_id::text, a.version_id::text, a.data::text)`;

type Page = Record<string, unknown>;

/** Reads a list page by page: each page begins after the last row of the one before. */
async function* pages<R extends Page>(
  ask: Ask,
  query: (after: R | undefined) => SQL,
): AsyncGenerator<R> {
  let after: R | undefined;
  for (;;) {
    const rows = await ask<R>(sql`${query(after)} limit ${pageRows}`);
    yield* rows;
    after = rows.at(-1);
    if (!after || rows.length < pageRows) return;
  }
}

type SealRow = {
  number: number;
  kind: RowKind;
  rows: number;
  total: number;
  previous: string;
  hash: string;
  ranAfter: string | null;
};
type SealedRow = {
  kind: RowKind;
  id: string;
  seal: number;
  position: number;
  hash: string;
  values: RowValues | null;
};

const sealsOf = (ask: Ask, city: string) =>
  pages<SealRow>(
    ask,
    (after) => sql`
      select number::int as number, kind, rows, total::int as total, previous_hash as previous, hash,
        ${instant(sql`ran_after`)} as "ranAfter"
      from seals where city_id = ${city}::uuid and number > ${after?.number ?? 0} order by seals.number`,
  );

/** Reads the sealed rows, and for each the row that it is about; null where that is gone. */
const sealedRowsOf = (ask: Ask, city: string) =>
  pages<SealedRow>(
    ask,
    // The page is cut before it is joined, so that each takes as long as the one before.
    (after) => sql`
      with page as materialized (
        select kind, row_id, seal, position, row_hash from sealed_rows
        where city_id = ${city}::uuid and (seal, position) > (${after?.seal ?? 0}, ${after?.position ?? 0})
        order by seal, position limit ${pageRows})
      select s.kind, s.row_id::text as id, s.seal::int as seal, s.position, s.row_hash as hash,
        case when e.id is not null then ${entryValues} when a.id is not null then ${eventValues} end as values
      from page s
      left join ledger.entries e on s.kind = 'entry' and e.id = s.row_id
      left join audit_events a on s.kind = 'event' and a.id = s.row_id
      order by s.seal, s.position`,
  );

type Candidate = { id: string; values: RowValues | null };

/** Reads every row of a kind, with its values where it has no seal. */
const candidatesOf = (ask: Ask, kind: RowKind, cityId: string | null) => {
  const place = cityId === null ? sql`is null` : sql`= ${cityId}::uuid`;
  const [table, alias, values] =
    kind === 'entry'
      ? [sql`ledger.entries`, sql`e`, entryValues]
      : [sql`audit_events`, sql`a`, eventValues];
  return pages<Candidate>(
    ask,
    (after) => sql`
      with page as materialized (
        select id from ${table} where city_id ${place} and id > ${after?.id ?? noCity}::uuid
        order by id limit ${pageRows})
      select p.id::text as id, case when s.row_id is null then ${values} end as values
      from page p join ${table} ${alias} on ${alias}.id = p.id
      left join sealed_rows s on s.kind = ${kind} and s.row_id = p.id
      order by p.id`,
  );
};

/** Reads a chain: its seals with their rows, what waits to be sealed, and the heads that were published of it. */
export async function* chainRecords(
  ask: Ask,
  { cityId, slug }: Chain,
): AsyncGenerator<ProofRecord> {
  const city = chainId(cityId);
  const [run] = await ask<{ ranAt: string | null }>(
    sql`select ${instant(sql`ran_at`)} as "ranAt" from seal_chains where city_id = ${city}::uuid`,
  );
  yield { is: 'chain', city, slug, ranAt: run?.ranAt ?? null };
  const rules = await ask<Record<'kind', string> & Record<RuleColumn, number>>(sql`
    select kind, granted, held, spent, returned, hold_claimed as claimed, hold_captured as captured,
      hold_released as released, hold_reversed as reversed, pool, payable from ledger.rules order by kind`);
  for (const rule of rules) yield { is: 'rule', ...rule };
  const rows = sealedRowsOf(ask, city);
  let row = await rows.next();
  for await (const seal of sealsOf(ask, city)) {
    yield { is: 'seal', ...seal };
    for (; !row.done && row.value.seal <= seal.number; row = await rows.next()) {
      yield { is: 'row', ...row.value };
    }
  }
  for (; !row.done; row = await rows.next()) yield { is: 'row', ...row.value };
  for (const kind of ['entry', 'event'] as const) {
    for await (const { values } of candidatesOf(ask, kind, kind === 'entry' ? city : cityId)) {
      if (values) yield { is: 'unsealed', kind, values };
    }
  }
  const heads = pages<{ day: string; seal: number; hash: string; total: number }>(
    ask,
    (after) => sql`
      select day::text as day, seal::int as seal, hash, total::int as total from published_heads
      where city_id = ${city}::uuid and day > ${after?.day ?? '1800-01-01'}::date order by published_heads.day`,
  );
  for await (const head of heads) yield { is: 'head', ...head };
}

type RuleColumn =
  | 'granted'
  | 'held'
  | 'spent'
  | 'returned'
  | 'claimed'
  | 'captured'
  | 'released'
  | 'reversed'
  | 'pool'
  | 'payable';

/** Returns the queries for the counters of a city and what they are compared with, each in the order of its ids. */
const bookQueries = (city: string): Readonly<Record<string, (after: SQL) => SQL>> => ({
  account: (after) => sql`
    select id::text as id, pool_id::text as pool, granted_fen::text as granted, held_fen::text as held,
      spent_fen::text as spent, returned_fen::text as returned
    from ledger.accounts where city_id = ${city}::uuid and accounts.id > ${after} order by accounts.id`,
  hold: (after) => sql`
    select id::text as id, amount_fen::text as amount, claimed_fen::text as claimed, captured_fen::text as captured,
      released_fen::text as released, reversed_fen::text as reversed
    from ledger.holds where city_id = ${city}::uuid and holds.id > ${after} order by holds.id`,
  pool: (after) => sql`
    select id::text as id, parent_id::text as parent, budget_fen::text as budget, committed_fen::text as committed,
      promised_fen::text as promised, allotted_fen::text as allotted
    from ledger.pools where city_id = ${city}::uuid and pools.id > ${after} order by pools.id`,
  line: (after) => sql`
    select entry_id::text as id, entry_id::text as entry, settlement_id::text as settlement, amount_fen::text as amount
    from ledger.settlement_lines where city_id = ${city}::uuid and entry_id > ${after} order by settlement_lines.entry_id`,
  movement: (after) => sql`
    select id::text as id, advance_id::text as advance, kind, settlement_id::text as settlement, amount_fen::text as amount
    from ledger.advance_entries where city_id = ${city}::uuid and advance_entries.id > ${after} order by advance_entries.id`,
  advance: (after) => sql`
    select id::text as id, balance_fen::text as balance
    from ledger.advances where city_id = ${city}::uuid and advances.id > ${after} order by advances.id`,
  payment: (after) => sql`
    select id::text as id, state, amount_fen::text as amount
    from payments where city_id = ${city}::uuid and payments.id > ${after} order by payments.id`,
  promise: (after) => sql`
    select p.id::text as id, p.id::text as "case", p.pool_id::text as pool, p.amount_fen::text as amount
    from (
      select id, promise_pool_id as pool_id, approved_fen as amount_fen from applications
      where city_id = ${city}::uuid and promise_pool_id is not null and approved_fen is not null
        and state = any (${sql.param([...promisedStates])}::text[])
      union all
      select id, programme_id, amount_fen from award_rows
      where city_id = ${city}::uuid and state = any (${sql.param([...promisedRowStates])}::text[])) p
    where p.id > ${after} order by p.id`,
  budget: (after) => sql`
    select b.id::text as id, b.id::text as pool, b.budget_fen::text as amount
    from (${releasedBudgets(city)}) b where b.id > ${after} order by b.id`,
});

/** Reads the counters of a city and everything that they are compared with. */
export async function* bookRecords(ask: Ask, cityId: string): AsyncGenerator<ProofRecord> {
  for (const [is, query] of Object.entries(bookQueries(cityId))) {
    const rows = pages<{ id: string }>(ask, (after) => query(sql`${after?.id ?? noCity}::uuid`));
    for await (const row of rows) yield { is, ...row } as ProofRecord;
  }
}
