import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';

/**
 * Tests parts of a programme's pool: what is committed in a part is also committed in the pool above it, or
 * in neither.
 */
let database: TestDatabase;
let many: Sql;
let city = '';
let otherCity = '';
let holder = '';

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  city = world.cities.get('qingyang') ?? '';
  otherCity = world.cities.get('shenzhen') ?? '';
  holder = world.startups[0]?.id ?? '';
  many = postgres(process.env.DATABASE_URL ?? '', { max: 40, onnotice: () => undefined });
});

afterAll(async () => {
  await many.end();
  await database.close();
});

/** Runs as the portal does: its own role, one transaction, one city. */
const within = <T>(
  sql: Sql,
  scope: { city?: string; organisation?: string },
  work: (tx: TransactionSql) => Promise<T>,
) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.user', '', true), set_config('app.city', ${scope.city ?? ''}, true),
      set_config('app.organisation', ${scope.organisation ?? ''}, true),
      set_config('app.platform', '', true), set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;
const inCity = <T>(work: (tx: TransactionSql) => Promise<T>, sql: Sql = database.app) =>
  within(sql, { city }, work);

const setBudget = (pool: string, budget: bigint, sql?: Sql) =>
  inCity((tx) => tx`select ledger.set_budget(${city}, ${pool}, ${budget.toString()}::bigint)`, sql);
const setSubBudget = (parent: string, pool: string, budget: bigint, sql?: Sql) =>
  inCity(
    (tx) =>
      tx`select ledger.set_sub_budget(${city}, ${parent}, ${pool}, ${budget.toString()}::bigint)`,
    sql,
  );

async function openPools(budget: bigint, parts: readonly bigint[]) {
  const parent = randomUUID();
  await setBudget(parent, budget);
  const children = parts.map(() => randomUUID());
  for (const [at, child] of children.entries()) {
    await setSubBudget(parent, child, parts[at] ?? 0n);
  }
  return { parent, children };
}

async function openAccount(pool: string): Promise<string> {
  const id = randomUUID();
  await inCity(
    (tx) =>
      tx`select ledger.open_account(${city}, ${pool}, ${id}, ${holder}, app.now() + interval '1 year')`,
  );
  return id;
}

const post = (kind: string, amount: bigint, account: string, sql?: Sql): Promise<string> =>
  inCity(async (tx) => {
    const [entry] = await tx<{ outcome: string }[]>`select outcome from ledger.post(${city},
      ${randomUUID()}, 'print', ${kind}, ${amount.toString()}::bigint, ${account}, null, null, null)`;
    return entry?.outcome ?? '';
  }, sql);

async function poolOf(id: string) {
  const [row] = await database.superuser<Record<'budget' | 'committed' | 'allotted', string>[]>`
    select budget_fen::text as budget, committed_fen::text as committed, allotted_fen::text as allotted
    from ledger.pools where id = ${id}`;
  const { budget = '-1', committed = '-1', allotted = '-1' } = row ?? {};
  return {
    budget: BigInt(budget),
    committed: BigInt(committed),
    allotted: BigInt(allotted),
  };
}
const committed = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await poolOf(id)).committed));
const breaks = () => inCity((tx) => tx`select thing, id from ledger.journal_breaks`);

const constraint = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof postgres.PostgresError ? (error.constraint_name ?? error.code) : '?',
  );

describe('twenty at once', () => {
  const issueAll = async (pools: readonly string[], amount: bigint) => {
    const accounts = await Promise.all(pools.map((pool) => openAccount(pool)));
    const outcomes = await Promise.all(accounts.map((id) => post('issue', amount, id, many)));
    return outcomes.filter((outcome) => outcome === 'posted').length;
  };
  const times = (n: number, pool: string) => Array.from({ length: n }, () => pool);

  it('never issue more than a nearly empty sub-pool has', async () => {
    const { parent, children } = await openPools(1_000n, [70n]);
    const [child = ''] = children;
    expect(await issueAll(times(20, child), 10n)).toBe(7);
    expect(await committed(parent, child)).toEqual([70n, 70n]);
    expect(await breaks()).toEqual([]);
  });

  it('never issue more than a nearly empty parent has, and leave no trace in the part', async () => {
    const { parent, children } = await openPools(500n, [500n]);
    const [child = ''] = children;
    expect(await post('issue', 440n, await openAccount(parent))).toBe('posted');
    expect(await issueAll(times(20, child), 10n)).toBe(6);
    expect(await committed(parent, child)).toEqual([500n, 60n]);
    expect(await breaks()).toEqual([]);
  });

  it('from two parts and the whole together, overspend none of the three', async () => {
    const { parent, children } = await openPools(200n, [100n, 100n]);
    const [first = '', second = ''] = children;
    const pools = [...times(12, first), ...times(12, second), ...times(12, parent)];
    expect(await issueAll(pools, 10n)).toBe(20);
    const [all = 0n, one = 0n, two = 0n] = await committed(parent, first, second);
    expect(all).toBe(200n);
    expect(one <= 100n && two <= 100n && one + two <= all).toBe(true);
    expect(await breaks()).toEqual([]);
  });

  it('raise the budgets of twenty parts, and together stay within the whole', async () => {
    const { parent, children } = await openPools(
      100n,
      Array.from({ length: 20 }, () => 0n),
    );
    const results = await Promise.all(
      children.map((child) => constraint(setSubBudget(parent, child, 10n, many))),
    );
    expect(results.filter((result) => result === 'done')).toHaveLength(10);
    expect(new Set(results)).toEqual(new Set(['done', 'pools_allotted_within_budget']));
    expect(await poolOf(parent)).toMatchObject({ allotted: 100n });
  });

  it('a budget that is cut meanwhile is never exceeded: the cut or the issue is refused', async () => {
    const { parent, children } = await openPools(200n, [200n]);
    const [child = ''] = children;
    const accounts = await Promise.all(times(20, child).map((pool) => openAccount(pool)));
    const cuts = [50n, 100n, 150n].map((budget) =>
      constraint(setSubBudget(parent, child, budget, many)),
    );
    await Promise.all([...accounts.map((id) => post('issue', 10n, id, many)), ...cuts]);
    const { budget, committed: sum } = await poolOf(child);
    expect(sum <= budget).toBe(true);
    expect(await breaks()).toEqual([]);
  });
});

it('returns expired money to the part and to the whole', async () => {
  const { parent, children } = await openPools(100n, [50n]);
  const [child = ''] = children;
  const account = await openAccount(child);
  await post('issue', 40n, account);
  await database.superuser`update ledger.accounts set valid_to = app.now() where id = ${account}`;
  expect(await post('expire', 25n, account)).toBe('posted');
  expect(await committed(parent, child)).toEqual([15n, 15n]);
});

describe('strangers', () => {
  it.each([
    ['another city', () => ({ city: otherCity })],
    ['an organisation', () => ({ organisation: holder })],
    ['nobody', () => ({})],
  ])('%s cannot set the budget of a part', async (_, scope) => {
    const { parent, children } = await openPools(100n, [50n]);
    for (const of of [city, otherCity]) {
      for (const pool of [children[0] ?? '', randomUUID()]) {
        const attempt = within(
          database.app,
          scope(),
          (tx) => tx`select ledger.set_sub_budget(${of}, ${parent}, ${pool}, 60)`,
        );
        // LG403: not the caller's city. 23503: for the caller's own city, the parent is not one of its pools.
        expect(['LG403', '23503']).toContain(
          await attempt.then(
            () => 'done',
            (error: unknown) => (error instanceof postgres.PostgresError ? error.code : '?'),
          ),
        );
      }
    }
    expect(await poolOf(parent)).toMatchObject({ allotted: 50n });
  });

  it('no part belongs to two pools, has parts of its own, or is set as a programme’s pool', async () => {
    const { parent, children } = await openPools(100n, [50n]);
    const [child = ''] = children;
    const other = await openPools(100n, []);
    expect(await constraint(setSubBudget(other.parent, child, 10n))).toBe('LG403');
    expect(await constraint(setSubBudget(child, randomUUID(), 10n))).toBe('LG404');
    expect(await constraint(setSubBudget(randomUUID(), randomUUID(), 10n))).toBe(
      'pools_parent_in_city',
    );
    expect(await constraint(setSubBudget(parent, parent, 10n))).toBe('LG403');
    expect(await constraint(setBudget(child, 90n))).toBe('LG403');
    expect(await poolOf(child)).toMatchObject({ budget: 50n });
  });

  it.each([
    'select ledger.commit_pool(gen_random_uuid(), 1)',
    'update ledger.pools set allotted_fen = 0',
    'update ledger.pools set parent_id = null',
  ])('the portal itself cannot: %s', async (statement) => {
    await expect(inCity((tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

it('shows a part or a whole that was changed by hand', async () => {
  const { parent, children } = await openPools(100n, [50n]);
  const [child = ''] = children;
  await post('issue', 10n, await openAccount(child));
  for (const [id, damage, repair, seen] of [
    [child, 'committed_fen = committed_fen + 1', 'committed_fen = committed_fen - 1', 2],
    [parent, 'committed_fen = committed_fen + 1', 'committed_fen = committed_fen - 1', 1],
    [parent, 'allotted_fen = allotted_fen - 1', 'allotted_fen = allotted_fen + 1', 1],
    [child, 'budget_fen = budget_fen + 1', 'budget_fen = budget_fen - 1', 1],
  ] as const) {
    await database.superuser.unsafe(`update ledger.pools set ${damage} where id = '${id}'`);
    expect(await breaks()).toHaveLength(seen);
    await database.superuser.unsafe(`update ledger.pools set ${repair} where id = '${id}'`);
    expect(await breaks()).toEqual([]);
  }
});
