import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';

let database: TestDatabase;
let many: Sql;
let city = '';
let otherCity = '';
let holder = '';
let vendors: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  city = world.cities.get('qingyang') ?? '';
  otherCity = world.cities.get('shenzhen') ?? '';
  holder = world.startups[0]?.id ?? '';
  vendors = world.vendors.slice(0, 4).map((vendor) => vendor.id);
  many = postgres(process.env.DATABASE_URL ?? '', { max: 64, onnotice: () => undefined });
});

afterAll(async () => {
  await many.end();
  await database.close();
});

type Scope = { city?: string; organisation?: string };

/** Runs as the portal does: its own role, one transaction, one scope. */
const within = <T>(sql: Sql, scope: Scope, work: (tx: TransactionSql) => Promise<T>) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.user', '', true), set_config('app.city', ${scope.city ?? ''}, true),
      set_config('app.organisation', ${scope.organisation ?? ''}, true),
      set_config('app.platform', '', true), set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

type Posting = {
  key?: string;
  print?: string;
  kind: string;
  amount: bigint;
  account: string;
  hold?: string | null;
  vendor?: string | null;
  holdExpired?: boolean;
  /** The entry that it undoes. */
  of?: string | null;
};
type Entry = { id: string; outcome: string };

function postIn(tx: TransactionSql, posting: Posting): Promise<Entry> {
  const { key = randomUUID(), kind, amount, account, hold = null, vendor = null } = posting;
  const { of = null } = posting;
  const expires = posting.holdExpired ? '-1 hour' : '90 days';
  return tx<
    Entry[]
  >`select id, outcome from ledger.post(${city}, ${key}, ${posting.print ?? 'print'},
    ${kind}, ${amount.toString()}::bigint, ${account}, ${hold}, ${vendor}, app.now() + ${expires}::interval, ${of}::uuid)`.then(
    ([entry]) => {
      if (!entry) throw new Error('The ledger did not answer.');
      return entry;
    },
  );
}

const post = (posting: Posting, sql = database.app) =>
  within(sql, { city }, (tx) => postIn(tx, posting));

async function openAccount(budget: bigint): Promise<{ pool: string; account: string }> {
  const [pool, account] = [randomUUID(), randomUUID()];
  await within(database.app, { city }, async (tx) => {
    await tx`select ledger.set_budget(${city}, ${pool}, ${budget.toString()}::bigint)`;
    await tx`select ledger.open_account(${city}, ${pool}, ${account}, ${holder}, app.now() + interval '1 year')`;
  });
  return { pool, account };
}

const counters = async (account: string) => {
  const [row] =
    await database.superuser`select a.granted_fen::text as granted, a.held_fen::text as held,
      a.spent_fen::text as spent, a.returned_fen::text as returned, p.committed_fen::text as committed
    from ledger.accounts a join ledger.pools p on p.id = a.pool_id where a.id = ${account}`;
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [name, BigInt(value as string)]),
  );
};

const breaks = () =>
  within(database.app, { city }, (tx) => tx`select * from ledger.journal_breaks`);

describe('sixty-four at once', () => {
  it('never hold more than one voucher has', async () => {
    const { account } = await openAccount(1_000n);
    await post({ kind: 'issue', amount: 1_000n, account });
    const entries = await Promise.all(
      Array.from({ length: 64 }, () =>
        post(
          { kind: 'hold', amount: 30n, account, hold: randomUUID(), vendor: vendors[0] ?? null },
          many,
        ),
      ),
    );
    const outcomes = entries.map((entry) => entry.outcome);
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(33);
    expect(outcomes.filter((outcome) => outcome === 'declined:insufficient')).toHaveLength(31);
    expect(await counters(account)).toMatchObject({ held: 990n });
  });

  it('post once under one key, and all get the same entry', async () => {
    const { account } = await openAccount(1_000n);
    const key = randomUUID();
    const entries = await Promise.all(
      Array.from({ length: 64 }, () => post({ key, kind: 'issue', amount: 10n, account }, many)),
    );
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(1);
    expect(await counters(account)).toMatchObject({ granted: 10n, committed: 10n });
  });

  it('never issue more than the budget, over many vouchers of one pool', async () => {
    const { pool, account } = await openAccount(500n);
    const accounts = [account];
    for (let n = 1; n < 64; n += 1) {
      const id = randomUUID();
      await within(
        database.app,
        { city },
        (tx) =>
          tx`select ledger.open_account(${city}, ${pool}, ${id}, ${holder}, app.now() + interval '1 year')`,
      );
      accounts.push(id);
    }
    const entries = await Promise.all(
      accounts.map((id) => post({ kind: 'issue', amount: 20n, account: id }, many)),
    );
    expect(entries.filter((entry) => entry.outcome === 'posted')).toHaveLength(25);
    expect(await counters(account)).toMatchObject({ committed: 500n });
  });
});

it('refuses a key that was used for something else', async () => {
  const { account } = await openAccount(1_000n);
  const key = randomUUID();
  await post({ key, kind: 'issue', amount: 10n, account, print: 'ten' });
  await expect(
    post({ key, kind: 'issue', amount: 11n, account, print: 'eleven' }),
  ).rejects.toMatchObject({
    code: 'LG422',
  });
  const other = await openAccount(1_000n);
  await expect(
    post({ key, kind: 'issue', amount: 10n, account: other.account, print: 'elsewhere' }),
  ).rejects.toMatchObject({ code: 'LG422' });
  expect(await counters(account)).toMatchObject({ granted: 10n });
});

describe('strangers', () => {
  it.each([
    ['another city', () => ({ city: otherCity })],
    ['an organisation that has nothing to do with it', () => ({ organisation: vendors[1] ?? '' })],
    ['nobody', () => ({})],
  ])('%s cannot post anything to a voucher', async (_, scope) => {
    const { account } = await openAccount(1_000n);
    await post({ kind: 'issue', amount: 100n, account });
    for (const kind of ['issue', 'hold', 'claim', 'capture', 'release', 'expire', 'clawback']) {
      const attempt = within(database.app, scope(), (tx) =>
        postIn(tx, { kind, amount: 1n, account, hold: randomUUID(), vendor: vendors[1] ?? null }),
      );
      await expect(attempt).rejects.toMatchObject({ code: 'LG403' });
    }
    expect(await counters(account)).toMatchObject({ granted: 100n, held: 0n });
  });

  it('its holder may hold and release, and neither issue nor redeem', async () => {
    const { account } = await openAccount(1_000n);
    await post({ kind: 'issue', amount: 100n, account });
    const hold = randomUUID();
    const vendor = vendors[0] ?? null;
    const asHolder = (kind: string) =>
      within(database.app, { organisation: holder }, (tx) =>
        postIn(tx, { kind, amount: 5n, account, hold, vendor }),
      );
    expect(await asHolder('hold')).toMatchObject({ outcome: 'posted' });
    for (const kind of ['issue', 'claim', 'capture', 'reverse', 'expire', 'clawback']) {
      await expect(asHolder(kind)).rejects.toMatchObject({ code: 'LG403' });
    }
    expect(await asHolder('release')).toMatchObject({ outcome: 'posted' });
  });
});

describe('the journal', () => {
  it.each([
    'update ledger.entries set amount_fen = 1',
    'delete from ledger.entries',
    'truncate ledger.entries cascade',
    'update ledger.accounts set granted_fen = granted_fen + 1',
    'update ledger.pools set budget_fen = budget_fen * 2',
    'update ledger.holds set amount_fen = amount_fen + 1',
    'delete from ledger.settlement_lines',
    "update ledger.rules set parties = '{city,holder,vendor}'",
    'alter table ledger.entries disable row level security',
    'drop view ledger.breaks',
  ])('cannot be changed by the portal itself: %s', async (statement) => {
    await expect(
      within(database.app, { city }, (tx) => tx.unsafe(statement)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('shows every balance that was changed by hand', async () => {
    const { account, pool } = await openAccount(1_000n);
    await post({ kind: 'issue', amount: 100n, account });
    const hold = randomUUID();
    await post({ kind: 'hold', amount: 40n, account, hold, vendor: vendors[0] ?? null });
    for (const [thing, id, damage, repair] of [
      [
        'account',
        account,
        'update ledger.accounts set held_fen = held_fen + 1',
        'held_fen = held_fen - 1',
      ],
      [
        'hold',
        hold,
        'update ledger.holds set released_fen = released_fen + 1',
        'released_fen = released_fen - 1',
      ],
      [
        'pool',
        pool,
        'update ledger.pools set committed_fen = committed_fen - 1',
        'committed_fen = committed_fen + 1',
      ],
    ] as const) {
      await database.superuser.unsafe(`${damage} where id = '${id}'`);
      expect(await breaks()).toMatchObject([{ thing, id }]);
      const table = damage.split(' ')[1] ?? '';
      await database.superuser.unsafe(`update ${table} set ${repair} where id = '${id}'`);
      expect(await breaks()).toEqual([]);
    }
  });
});

describe('settlement', () => {
  async function captured(amount: bigint, vendor: string) {
    const { account } = await openAccount(10_000n);
    await post({ kind: 'issue', amount: 1_000n, account });
    const hold = randomUUID();
    for (const kind of ['hold', 'claim']) await post({ kind, amount, account, hold, vendor });
    const { id: of } = await post({ kind: 'capture', amount, account, hold, vendor });
    return { account, hold, of };
  }
  const settle = (vendor: string, id = randomUUID(), sql = database.app) =>
    within(sql, { city }, (tx) =>
      tx<{ total: string }[]>`select ledger.settle(${city}, ${id}, ${vendor})::text as total`.then(
        ([row]) => BigInt(row?.total ?? '0'),
      ),
    );

  it('pays each capture once, however many settle at the same moment', async () => {
    const vendor = vendors[2] ?? '';
    for (const amount of [10n, 20n, 30n]) await captured(amount, vendor);
    const totals = await Promise.all(
      Array.from({ length: 16 }, () => settle(vendor, randomUUID(), many)),
    );
    expect(totals.reduce((sum, total) => sum + total, 0n)).toBe(60n);
    expect(await settle(vendor)).toBe(0n);
  });

  it('lets what a vendor owes wait for the batch that nets it', async () => {
    const vendor = vendors[3] ?? '';
    const { account, hold, of } = await captured(50n, vendor);
    expect(await settle(vendor)).toBe(50n);
    await post({ kind: 'reverse', amount: 50n, account, hold, vendor, of });
    expect(await settle(vendor)).toBe(0n);
    await captured(70n, vendor);
    expect(await settle(vendor)).toBe(20n);
    expect(await breaks()).toEqual([]);
  });

  it('cannot be made by anybody else', async () => {
    await expect(
      within(
        database.app,
        { city: otherCity },
        (tx) => tx`select ledger.settle(${city}, ${randomUUID()}, ${vendors[0] ?? ''})`,
      ),
    ).rejects.toMatchObject({ code: 'LG403' });
  });
});
