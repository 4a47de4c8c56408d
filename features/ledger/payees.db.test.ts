import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';

/** Tests what a city owes to a payee, or a payee to the city: captures, reversals, repayments, write-offs and settlements. */
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
  many = postgres(process.env.DATABASE_URL ?? '', { max: 32, onnotice: () => undefined });
});

afterAll(async () => {
  await many.end();
  await database.close();
});

type Scope = { city?: string; organisation?: string };

const within = <T>(sql: Sql, scope: Scope, work: (tx: TransactionSql) => Promise<T>) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.user', '', true), set_config('app.city', ${scope.city ?? ''}, true),
      set_config('app.organisation', ${scope.organisation ?? ''}, true),
      set_config('app.platform', '', true), set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

type Place = { account: string; hold: string; vendor: string };
type Entry = { id: string; outcome: string };

/** Kinds that concern the voucher alone. */
const unheld = ['issue', 'clawback'];
const nowhere = { hold: null, vendor: null };

async function post(
  kind: string,
  amount: bigint,
  place: Place,
  { of = null, sql = database.app }: { of?: string | null; sql?: Sql } = {},
): Promise<Entry> {
  const { account } = place;
  const { hold, vendor } = unheld.includes(kind) ? nowhere : place;
  const [entry] = await within(
    sql,
    { city },
    (tx) => tx<Entry[]>`
    select id, outcome from ledger.post(${city}, ${randomUUID()}, 'print', ${kind},
      ${amount.toString()}::bigint, ${account}, ${hold}, ${vendor}, app.now() + interval '90 days', ${of}::uuid)`,
  );
  if (!entry) throw new Error('The ledger did not answer.');
  return entry;
}

/** Opens a pool with one voucher of 10,000 fen, all of it held for the vendor. */
async function openPlace(vendor: string, budget = 20_000n): Promise<Place & { pool: string }> {
  const [pool, account, hold] = [randomUUID(), randomUUID(), randomUUID()];
  await within(database.app, { city }, async (tx) => {
    await tx`select ledger.set_budget(${city}, ${pool}, ${budget.toString()}::bigint)`;
    await tx`select ledger.open_account(${city}, ${pool}, ${account}, ${holder}, app.now() + interval '1 year')`;
  });
  const place = { pool, account, hold, vendor };
  await post('issue', 10_000n, place);
  await post('hold', 10_000n, place);
  return place;
}

async function capture(amount: bigint, place: Place): Promise<string> {
  await post('claim', amount, place);
  return (await post('capture', amount, place)).id;
}

const settle = (vendor: string, id: string = randomUUID(), sql: Sql = database.app) =>
  within(sql, { city }, (tx) =>
    tx<{ total: string }[]>`select ledger.settle(${city}, ${id}, ${vendor})::text as total`.then(
      ([row]) => BigInt(row?.total ?? '-1'),
    ),
  );

const breaks = () =>
  within(database.app, { city }, (tx) => tx`select * from ledger.journal_breaks`);

const committed = async (pool: string) => {
  const [row] = await database.superuser<{ n: string }[]>`
    select committed_fen::text as n from ledger.pools where id = ${pool}`;
  return BigInt(row?.n ?? '-1');
};

describe('what a payee owes', () => {
  it('is repaid, and the next settlement pays in full', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const first = await capture(500n, place);
    expect(await settle(vendor)).toBe(500n);
    const { id: of } = await post('reverse', 300n, place, { of: first });
    expect((await post('repay', 301n, place, { of })).outcome).toBe('declined:exceeds_owed');
    expect((await post('repay', 300n, place, { of })).outcome).toBe('posted');
    expect((await post('repay', 1n, place, { of })).outcome).toBe('declined:exceeds_owed');
    expect(await settle(vendor)).toBe(0n);
    await capture(70n, place);
    expect(await settle(vendor)).toBe(70n);
  });

  it('that a settlement has netted can be neither repaid nor written off', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const first = await capture(500n, place);
    await settle(vendor);
    const { id: of } = await post('reverse', 200n, place, { of: first });
    await capture(900n, place);
    expect(await settle(vendor)).toBe(700n);
    expect((await post('repay', 1n, place, { of })).outcome).toBe('declined:netted');
    expect((await post('write_off', 1n, place, { of })).outcome).toBe('declined:netted');
  });

  it('is netted with a payment that waits, as soon as that is larger', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const first = await capture(500n, place);
    const payment = randomUUID();
    expect(await settle(vendor, payment)).toBe(500n);
    const reversal = await post('reverse', 500n, place, { of: first });
    // Nothing would be left to pay, so both wait.
    expect(await settle(vendor, payment)).toBe(0n);
    expect(await settle(vendor)).toBe(0n);
    await capture(30n, place);
    expect(await settle(vendor)).toBe(0n);
    expect(await settle(vendor, payment)).toBe(30n);
    expect((await post('repay', 1n, place, { of: reversal.id })).outcome).toBe('declined:netted');
  });

  it('that is written off is borne by the pool, and refused where the pool has no room', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor, 10_100n);
    const first = await capture(500n, place);
    await settle(vendor);
    const { id: of } = await post('reverse', 500n, place, { of: first });
    expect((await post('write_off', 101n, place, { of })).outcome).toBe(
      'declined:budget_exhausted',
    );
    expect((await post('write_off', 100n, place, { of })).outcome).toBe('posted');
    expect(await committed(place.pool)).toBe(10_100n);
    // The clawback frees 500 of the budget, so that more can be written off.
    expect((await post('clawback', 500n, place)).outcome).toBe('posted');
    expect((await post('write_off', 400n, place, { of })).outcome).toBe('posted');
    expect(await committed(place.pool)).toBe(10_000n);
  });

  it('cannot be reduced through another hold, another capture or an entry that was declined', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const other = await openPlace(vendor);
    const first = await capture(500n, place);
    const { id: of } = await post('reverse', 500n, place, { of: first });
    const declined = await post('reverse', 1n, place, { of: first });
    expect(declined.outcome).toBe('declined:exceeds_captured');
    await capture(500n, other);
    for (const entry of [first, declined.id, randomUUID(), null]) {
      const repaid = await post('repay', 1n, place, { of: entry });
      expect(repaid.outcome).toBe('declined:no_entry');
    }
    expect((await post('repay', 1n, other, { of })).outcome).toBe('declined:no_entry');
    expect((await post('reverse', 1n, other, { of: first })).outcome).toBe('declined:no_entry');
  });

  it('is posted by nobody but the city: not by the payee, not by the holder, not by another city', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const first = await capture(500n, place);
    await settle(vendor);
    const { id: of } = await post('reverse', 500n, place, { of: first });
    for (const scope of [{ organisation: vendor }, { organisation: holder }, { city: otherCity }]) {
      for (const kind of ['repay', 'write_off', 'reverse']) {
        const forged = within(
          database.app,
          scope,
          (tx) => tx`select ledger.post(${city}, ${randomUUID()}, 'print', ${kind}, 1,
            ${place.account}, ${place.hold}, ${vendor}, null, ${of}::uuid)`,
        );
        await expect(forged).rejects.toMatchObject({ code: 'LG403' });
      }
    }
  });
});

describe('at the same moment', () => {
  it('repayments never exceed what is owed', async () => {
    const vendor = randomUUID();
    const place = await openPlace(vendor);
    const first = await capture(500n, place);
    await settle(vendor);
    const { id: of } = await post('reverse', 500n, place, { of: first });
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        post(at % 2 ? 'repay' : 'write_off', 60n, place, { of, sql: many }),
      ),
    );
    expect(answers.filter(({ outcome }) => outcome === 'posted')).toHaveLength(8);
    expect(await settle(vendor)).toBe(0n);
  });

  it('a settlement and a repayment of the same debt come one after the other', async () => {
    for (let round = 0; round < 8; round += 1) {
      const vendor = randomUUID();
      const place = await openPlace(vendor);
      const first = await capture(500n, place);
      await settle(vendor);
      const { id: of } = await post('reverse', 200n, place, { of: first });
      await capture(700n, place);
      const [total, repaid] = await Promise.all([
        settle(vendor, randomUUID(), many),
        post('repay', 200n, place, { of, sql: many }),
      ]);
      // Either the debt was netted and nothing is repaid, or it was repaid and everything is paid out.
      expect([total, repaid.outcome]).toEqual(
        repaid.outcome === 'posted' ? [700n, 'posted'] : [500n, 'declined:netted'],
      );
      expect(await settle(vendor)).toBe(0n);
    }
    expect(await breaks()).toEqual([]);
  });

  it('two reversals of one capture never exceed it', async () => {
    const place = await openPlace(randomUUID());
    const of = await capture(500n, place);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => post('reverse', 90n, place, { of, sql: many })),
    );
    expect(answers.filter(({ outcome }) => outcome === 'posted')).toHaveLength(5);
  });
});

it('a payment takes no lines of another payee', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const payment = randomUUID();
  await capture(500n, await openPlace(one));
  await capture(500n, await openPlace(two));
  expect(await settle(one, payment)).toBe(500n);
  await expect(settle(two, payment)).rejects.toMatchObject({ code: 'LG403' });
});

it('the proof shows a reversal whose capture was changed, and a pool that hides a loss', async () => {
  const vendor = randomUUID();
  const place = await openPlace(vendor);
  const first = await capture(500n, place);
  await settle(vendor);
  const { id: of } = await post('reverse', 500n, place, { of: first });
  const written = await post('write_off', 500n, place, { of });
  const things = async (damage: string) => {
    const undone = new Error('undone');
    let found: unknown[] = [];
    const attempt = database.superuser.begin(async (tx) => {
      await tx`select set_config('app.city', ${city}, true)`;
      await tx.unsafe(damage);
      const rows = await tx<{ thing: string }[]>`
        select distinct thing from ledger.journal_breaks where city_id = ${city} order by thing`;
      found = rows.map(({ thing }) => thing);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    return found;
  };
  expect(await things('select 1')).toEqual([]);
  const shrink = `update ledger.entries set amount_fen = 400 where id = '${first}'`;
  expect(await things(shrink)).toEqual(['account', 'following', 'hold', 'settlement_line']);
  expect(
    await things(`update ledger.entries set of_entry_id = '${first}' where id = '${written.id}'`),
  ).toEqual(['following']);
  expect(
    await things(
      `update ledger.pools set committed_fen = committed_fen - 500 where id = '${place.pool}'`,
    ),
  ).toEqual(['pool']);
});
