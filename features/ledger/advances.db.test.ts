import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';

/** Attacks the functions that move advances as the portal's role calls them, without any command before them. */
let database: TestDatabase;
let city = '';
let stranger = '';
let programmeId = '';
let payeeId = '';
let advanceId = '';

type Row = Record<string, string | boolean>;

/** Runs a query as the portal's role for a city. Returns its rows, or the code and the constraint of the error. */
async function asCity(place: string, query: string, ...values: (string | null)[]) {
  return database.app
    .begin(async (tx) => {
      await tx`select set_config('app.city', ${place}, true)`;
      return { rows: [...(await tx.unsafe<Row[]>(query, values))] };
    })
    .catch((error: unknown) => {
      const { code, constraint_name: constraint } = error as {
        code: string;
        constraint_name?: string;
      };
      return { code, constraint };
    });
}

const client = randomUUID();
const settlement = randomUUID();
type How = { key?: string; place?: string; of?: string | null; at?: string };
const move = (kind: string, amount: bigint, how: How = {}) => {
  const { key = randomUUID(), place = city, of = randomUUID(), at = advanceId } = how;
  return asCity(
    place,
    'select kind from ledger.advance($1::uuid, $2, $3::uuid, $4, $5::bigint, $6::uuid)',
    ...[client, key, at, kind, amount.toString(), of],
  );
};
const level = (amount: bigint, place = city, programme = programmeId) =>
  asCity(
    place,
    'select ledger.set_advance($1::uuid, $2::uuid, $3::uuid, $4::bigint)::text as id',
    ...[place, programme, payeeId, amount.toString()],
  );
const balance = async () => {
  const [row] = await database.superuser<{ balance: string }[]>`
    select balance_fen::text as balance from ledger.advances where id = ${advanceId}`;
  return row?.balance;
};

beforeAll(async () => {
  database = await freshDatabase();
  const life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  city = life.world.cities.get('qingyang') ?? '';
  stranger = life.world.cities.get('shenzhen') ?? '';
  payeeId = life.world.vendors[0]?.id ?? '';
  const [pool] = await database.superuser<{ id: string }[]>`
    select id from ledger.pools where city_id = ${city} and parent_id is null order by id limit 1`;
  programmeId = pool?.id ?? '';
  const opened = await level(100n);
  advanceId = String('rows' in opened ? opened.rows[0]?.id : '');
});

afterAll(() => database.close());

describe('an advance in the ledger', () => {
  it('stays between zero and its level', async () => {
    expect(await move('advance', 101n)).toMatchObject({ constraint: 'advances_within_level' });
    expect(await move('draw', 1n)).toMatchObject({ constraint: 'advances_not_negative' });
    expect(await move('advance', 100n, { of: settlement })).toEqual({
      rows: [{ kind: 'advance' }],
    });
    expect(await move('refill', 1n)).toMatchObject({ constraint: 'advances_within_level' });
    expect(await level(99n)).toMatchObject({ constraint: 'advances_within_level' });
    expect(await level(0n)).toMatchObject({ constraint: 'advances_level_positive' });
    expect(await balance()).toBe('100');
  });

  it('moves once for a payment, and once under a key', async () => {
    const key = randomUUID();
    expect(await move('draw', 10n, { key, of: settlement })).toHaveProperty('rows');
    expect(await move('draw', 10n, { of: settlement })).toMatchObject({
      constraint: 'advance_entries_once',
    });
    expect(await move('draw', 10n, { key })).toMatchObject({ code: 'LG422' });
    expect(await balance()).toBe('90');
    const own = randomUUID();
    const both = await Promise.all([1, 2].map(() => move('draw', 90n, { of: own })));
    expect(both.filter((one) => 'rows' in one)).toHaveLength(1);
    expect(await balance()).toBe('0');
  });

  it.each([
    ['an amount below zero', () => move('draw', -1n), 'LG400'],
    ['an unknown kind', () => move('gift', 1n), 'LG400'],
    ['a draw without a payment', () => move('draw', 1n, { of: null }), 'LG400'],
    ['a return in a payment', () => move('return', 1n), 'LG400'],
    ['an unknown advance', () => move('draw', 1n, { at: randomUUID() }), 'LG404'],
    ['another city', () => move('advance', 1n, { place: stranger }), 'LG403'],
    ['a level of another city’s programme', () => level(1n, stranger), 'LG404'],
    [
      'an end by another city',
      () => asCity(stranger, 'select ledger.end_advance($1::uuid, $2::uuid)', city, advanceId),
      'LG403',
    ],
    [
      'an end of another city’s advance',
      () => asCity(stranger, 'select ledger.end_advance($1::uuid, $2::uuid)', stranger, advanceId),
      'LG404',
    ],
  ])('refuses %s', async (_, attempt, code) => {
    expect(await attempt()).toMatchObject({ code });
  });

  it('is paid into no more once it has ended, and can still be drawn', async () => {
    expect(await move('advance', 40n)).toHaveProperty('rows');
    const end = 'select ledger.end_advance($1::uuid, $2::uuid)';
    expect(await asCity(city, end, city, advanceId)).toHaveProperty('rows');
    expect(await asCity(city, end, city, advanceId)).toMatchObject({ code: 'LG404' });
    expect(await move('advance', 1n)).toMatchObject({ code: 'LG409' });
    expect(await move('refill', 1n)).toMatchObject({ code: 'LG409' });
    expect(await move('draw', 30n)).toHaveProperty('rows');
    expect(await move('return', 10n, { of: null })).toHaveProperty('rows');
    expect(await balance()).toBe('0');
  });

  it.each([
    'update ledger.advances set balance_fen = 5',
    'insert into ledger.advance_entries (city_id) values (null)',
    'update ledger.advance_entries set amount_fen = 1',
    'delete from ledger.advance_entries',
  ])('is changed by nothing else: %s', async (query) => {
    expect(await asCity(city, query)).toMatchObject({ code: '42501' });
  });
});
