import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
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

/** Computes what the ledger must do, a second time and without SQL. */
class Model {
  granted = 0n;
  held = 0n;
  spent = 0n;
  returned = 0n;
  committed = 0n;
  frozen = false;
  expired = false;
  readonly holds = new Map<
    string,
    {
      vendor: string;
      amount: bigint;
      claimed: bigint;
      captured: bigint;
      released: bigint;
      captures: { id: string; amount: bigint; reversed: bigint }[];
      expired: boolean;
    }
  >();

  constructor(readonly budget: bigint) {}

  get available() {
    return this.granted - this.held - this.spent - this.returned;
  }

  /** Returns why a posting must be declined, or undefined. */
  objection({ kind, amount, hold: id, vendor, of }: Posting): string | undefined {
    const hold = id ? this.holds.get(id) : undefined;
    const needsHold = ['claim', 'unclaim', 'capture', 'release', 'reverse'].includes(kind);
    if (needsHold && hold?.vendor !== vendor) return 'no_hold';
    if (kind === 'reverse') {
      const capture = hold?.captures.find((one) => one.id === of);
      if (!capture) return 'no_entry';
      if (capture.reversed + amount > capture.amount) return 'exceeds_captured';
    }
    if (this.frozen && ['hold', 'claim', 'capture'].includes(kind)) return 'frozen';
    if (kind === 'hold' && this.expired) return 'expired';
    if (kind === 'claim' && hold?.expired) return 'hold_expired';
    if (kind === 'expire' && !this.expired) return 'not_due';
    if (hold) {
      const open = hold.amount - hold.claimed - hold.captured - hold.released;
      if (['unclaim', 'capture'].includes(kind) && amount > hold.claimed) return 'exceeds_claimed';
      if (['claim', 'release'].includes(kind) && amount > open) return 'exceeds_hold';
    }
    if (['hold', 'expire', 'clawback'].includes(kind) && amount > this.available)
      return 'insufficient';
    if (kind === 'issue' && this.committed + amount > this.budget) return 'budget_exhausted';
    return undefined;
  }

  apply({ kind, amount, hold: id, vendor, of, holdExpired = false }: Posting, entryId: string) {
    if (kind === 'hold' && id && vendor) {
      const none = { claimed: 0n, captured: 0n, released: 0n, captures: [] };
      this.holds.set(id, { vendor, amount, ...none, expired: holdExpired });
    }
    const hold = id ? this.holds.get(id) : undefined;
    if (kind === 'issue') {
      this.granted += amount;
      this.committed += amount;
    }
    if (kind === 'hold') this.held += amount;
    if (kind === 'claim' && hold) hold.claimed += amount;
    if (kind === 'unclaim' && hold) hold.claimed -= amount;
    if (kind === 'capture' && hold) {
      hold.claimed -= amount;
      hold.captured += amount;
      hold.captures.push({ id: entryId, amount, reversed: 0n });
      this.held -= amount;
      this.spent += amount;
    }
    if (kind === 'release' && hold) {
      hold.released += amount;
      this.held -= amount;
    }
    if (kind === 'reverse') {
      const capture = hold?.captures.find((one) => one.id === of);
      if (capture) capture.reversed += amount;
      this.spent -= amount;
    }
    if (kind === 'expire' || kind === 'clawback') {
      this.returned += amount;
      this.committed -= amount;
    }
  }
}

const amounts = fc.bigInt({ min: 1n, max: 120n });
const kinds = ['claim', 'unclaim', 'capture', 'release', 'reverse'] as const;
const steps = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant('issue' as const), amount: amounts }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('hold' as const),
        amount: amounts,
        vendor: fc.nat(1),
        late: fc.boolean(),
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constantFrom(...kinds),
        amount: amounts,
        hold: fc.nat(3),
        vendor: fc.nat(1),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('expire' as const, 'clawback' as const),
        amount: amounts,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('freeze' as const, 'end' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), at: fc.nat(30) }) },
  ),
  { minLength: 8, maxLength: 24 },
);

it('agrees with a model of it over random sequences, and always explains every balance', async () => {
  let sequences = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.bigInt({ min: 0n, max: 400n }), async (sequence, budget) => {
      const { account } = await openAccount(budget);
      const model = new Model(budget);
      const posted: { posting: Posting; entry: Entry }[] = [];
      const holdIds: string[] = [];
      for (const step of sequence) {
        if (step.do === 'freeze') {
          model.frozen = !model.frozen;
          await within(
            database.app,
            { city },
            (tx) => tx`select ledger.set_frozen(${city}, ${account}, ${model.frozen})`,
          );
          continue;
        }
        if (step.do === 'end') {
          model.expired = true;
          await database.superuser`update ledger.accounts set valid_to = app.now() - interval '1 second' where id = ${account}`;
          continue;
        }
        if (step.do === 'again') {
          const before = posted[step.at % Math.max(1, posted.length)];
          const outcome = `repeated:${before?.entry.outcome ?? ''}`;
          if (before) expect(await post(before.posting)).toEqual({ ...before.entry, outcome });
          continue;
        }
        if (!('amount' in step)) continue;
        const posting: Posting = {
          key: randomUUID(),
          kind: step.do,
          amount: step.amount,
          account,
          ...('vendor' in step && { vendor: vendors[step.vendor] ?? null }),
          ...(step.do === 'hold' && { hold: randomUUID(), holdExpired: step.late }),
          ...('hold' in step && { hold: holdIds[step.hold] ?? randomUUID() }),
        };
        const captures = model.holds.get(posting.hold ?? '')?.captures ?? [];
        if (posting.kind === 'reverse') {
          posting.of = captures[Number(posting.amount) % Math.max(1, captures.length)]?.id ?? null;
        }
        const why = model.objection(posting);
        const entry = await post(posting);
        expect(entry.outcome).toBe(why ? `declined:${why}` : 'posted');
        if (!why) model.apply(posting, entry.id);
        if (!why && posting.kind === 'hold') holdIds.push(posting.hold ?? '');
        posted.push({ posting, entry });
        const { granted, held, spent, returned, committed } = model;
        expect(await counters(account)).toEqual({ granted, held, spent, returned, committed });
        expect(model.available >= 0n && committed <= budget).toBe(true);
      }
      sequences += 1;
    }),
    { numRuns: 300 },
  );
  expect(sequences).toBeGreaterThanOrEqual(300);
  expect(await breaks()).toEqual([]);
});

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
    // What the random sequences above owe to this vendor is settled first.
    const vendor = vendors[2] ?? '';
    await settle(vendor);
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
