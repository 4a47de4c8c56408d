import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { fen } from '@/lib/money';
import { done } from '@/lib/result';
import { executeSweep } from '@/server/gate';
import { expireHolds } from '@/features/redemptions/hold-commands';
import { expireVouchers } from '@/features/vouchers/commands';
import { runSweeps } from './sweeps';

/** Tests sweeps that run at the same time as other sweeps, and as users who work. */
let database: TestDatabase;
let life: Life;
let city = '';
let voucherId = '';
let start = 0;
let state: CaseState;

const holdsIn = async (state: string): Promise<number> => {
  const [row] = await database.superuser<{ n: number }[]>`
    select count(*)::int as n from holds where state = ${state} and voucher_id = ${voucherId}`;
  return row?.n ?? -1;
};
const numberOf = async (query: string): Promise<number> => {
  const [row] = await database.superuser.unsafe<{ n: number }[]>(
    `select count(*)::int as n from ${query}`,
  );
  return row?.n ?? -1;
};

const expiredEvents = () =>
  numberOf(`audit_events where action = 'hold.expired' and voucher_id = '${voucherId}'`);

/** Moves the clock without running a sweep. */
const wait = (days: number) =>
  setClock(database.superuser, new Date(testStart.getTime() + (start + days) * 86_400_000));

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  city = life.world.cities.get('qingyang') ?? '';
  await life.setDay(start);
  const owner = life.world.startups[0]?.owner;
  if (!owner) throw new Error('The base has no start-up.');
  state = await life.draft(owner, 'qingyang-compute-2024', 100_000, {
    citySlug: 'qingyang',
    day: start,
  });
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay((start += 14));
  await life.propose(state);
  voucherId = await life.release(state);
});

afterAll(() => database.close());

/** Puts holds on the voucher that are all due half a year later. */
async function holdsDue(count: number): Promise<string[]> {
  await wait(0);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    ids.push(await life.hold(state, voucherId, fen(100_000n)));
  }
  await wait(200);
  return ids;
}

/** Returns a promise to wait for, and the function that resolves it. */
function signal(): [Promise<void>, () => void] {
  let give: (() => void) | undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return [given, () => give?.()];
}

/** Locks one row as a user's open transaction would, until the returned function is called. */
async function atWork(query: string): Promise<() => Promise<void>> {
  const [ended, end] = signal();
  const [isLocked, locked] = signal();
  const work = database.owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    await tx.unsafe(query);
    locked();
    await ended;
  });
  await isLocked;
  return async () => {
    end();
    await work;
  };
}

it('do everything once when several come at the same time, and none counts as failed', async () => {
  await holdsDue(20);
  await Promise.all([runSweeps(), runSweeps(), runSweeps()]);
  expect(await holdsIn('expired')).toBe(20);
  expect(await expiredEvents()).toBe(20);
  expect(await numberOf('ledger.breaks')).toBe(0);
});

it('pass over rows that a user has locked, and handle them in a later run', async () => {
  const holdIds = await holdsDue(20);
  const finish = await atWork(`select 1 from holds where id = '${holdIds[3] ?? ''}' for update`);
  expect(await executeSweep(city, expireHolds)).toEqual(done({ count: 19 }));
  expect([await holdsIn('expired'), await holdsIn('open')]).toEqual([39, 1]);
  await finish();
  expect(await executeSweep(city, expireHolds)).toEqual(done({ count: 1 }));
  expect(await expiredEvents()).toBe(40);

  await wait(450);
  const leave = await atWork(`select 1 from vouchers where id = '${voucherId}' for update`);
  expect(await executeSweep(city, expireVouchers)).toEqual(done({ count: 0 }));
  await leave();
  expect(await executeSweep(city, expireVouchers)).toEqual(done({ count: 1 }));
});

it('one that starts while another has been running for some time leaves the city to it', async () => {
  const [long, end] = signal();
  const first = executeSweep(city, async () => {
    await long;
    return done({ count: 1 });
  });
  await expect(runSweeps()).resolves.toBeUndefined();
  end();
  expect(await first).toEqual(done({ count: 1 }));
}, 240_000);
