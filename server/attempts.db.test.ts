import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { clearAttempts, forgetAttempt, takeAttempt } from './attempts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.superuser`delete from sign_in_attempts`;
});

const account = { key: 'account', atMost: 10 };
const network = { key: 'network', atMost: 15 };
const take = (...limits: { key: string; atMost: number }[]) =>
  takeAttempt(db(), limits, '5 minutes');
const counted = async (key: string) =>
  (await database.superuser`select 1 from sign_in_attempts where key = ${key}`).length;

it('lets ten of thirty through that come in parallel over many connections', async () => {
  const taken = await Promise.all(Array.from({ length: 30 }, () => take(account)));
  expect(taken.filter(Boolean)).toHaveLength(10);
  expect(await counted('account')).toBe(10);
});

it('counts under all of its keys or under none, in whatever order they are named', async () => {
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0 ? take(account, network) : take(network, account),
    ),
  );
  expect(taken.filter(Boolean)).toHaveLength(10);
  expect([await counted('account'), await counted('network')]).toEqual([10, 10]);
  const others = await Promise.all(
    Array.from({ length: 10 }, (_, n) => take({ key: `other ${n}`, atMost: 10 }, network)),
  );
  expect(others.filter(Boolean)).toHaveLength(5);
  expect(await counted('network')).toBe(15);
});

it('takes one attempt back, or all under a key', async () => {
  await take(account, network);
  const second = (await take(account, network)) ?? [];
  await forgetAttempt(db(), second);
  expect([await counted('account'), await counted('network')]).toEqual([1, 1]);
  await clearAttempts(db(), 'account');
  expect([await counted('account'), await counted('network')]).toEqual([0, 1]);
});

it('outlasts a transaction that is rolled back, unless it was taken in it', async () => {
  const undone = db().transaction(async (tx) => {
    await takeAttempt(tx, [account], '5 minutes');
    await takeAttempt(db(), [network], '5 minutes');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect([await counted('account'), await counted('network')]).toEqual([0, 1]);
});

it('does not count attempts outside the time, and deletes those older than a day', async () => {
  for (let n = 0; n < 10; n += 1) await take(account);
  expect(await take(account)).toBeUndefined();
  await database.superuser`update sign_in_attempts set at = at - interval '5 minutes 1 second'`;
  expect(await take(account)).toBeDefined();
  await database.superuser`update sign_in_attempts set at = at - interval '1 day'`;
  await take(network);
  expect([await counted('account'), await counted('network')]).toEqual([0, 1]);
});
