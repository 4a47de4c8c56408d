import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { proposeBatch } from '@/features/settlements/commands';
import { getWaiting } from '@/features/settlements/plan-queries';
import { sendBackBatch, takeBackBatch } from '@/features/settlements/return-commands';
import { fen, type Fen } from '@/lib/money';
import { releaseRequest } from './decision-commands';
import { listAdvances } from './queries';
import { endAdvance, proposeLevel } from './request-commands';

/** Tests payments that wait although they must not be paid as they are: of an ended advance, and of what was recovered since. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let programmeId = '';
let state: CaseState;
let voucherId = '';

const city = 'qingyang';
const maker = () => life.official('finance1', city);
const checker = () => life.official('finance2', city);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  const rules = { settlement: { clause: '22', cycle: 'batch' as const, advancePercent: '50' } };
  programmeId = await openOwnProgramme(database, life, {
    slug: 'paid-ahead',
    budgetFen: 1_000_000_000n,
    rules,
  });
  ({ state, voucherId } = await cases.issued('paid-ahead'));
  await life.hold(state, voucherId, fen(800_000n));
});

afterAll(() => database.close());

async function level(amountFen: Fen) {
  const payeeId = life.world.vendors[0]?.id ?? '';
  const { id } = await as(maker(), proposeLevel, { programmeId, payeeId, amountFen });
  await as(checker(), releaseRequest, { requestId: id });
}

const account = async () => {
  const [row] = (await listAdvances(actorOf(maker()), undefined)).rows;
  if (!row) throw new Error('There is no advance.');
  return row;
};

const endAccount = async () =>
  as(maker(), endAdvance, { advanceId: (await account()).id, reason: '期满。' });

const waiting = () => getWaiting(actorOf(maker()), { programme: undefined, through: undefined });

/** Makes the batch that the page shows, with its number of payments and its sum. */
async function batchAsShown(): Promise<string> {
  const shown = await waiting();
  const { id } = await as(maker(), proposeBatch, {
    payments: shown.payableCount,
    totalFen: shown.payableFen.toString(),
  });
  expect(await cases.breaks()).toBe(0);
  return id;
}

async function paidBatch(): Promise<void> {
  const id = await batchAsShown();
  await life.releaseBatch(city, id);
  await life.payAll(city, id, life.day);
}

async function redeemed(amountFen: Fen): Promise<string> {
  const hold = await life.hold(state, voucherId, amountFen);
  const redemption = await life.redeem(hold, amountFen, life.day);
  await life.confirm(state, redemption);
  await life.verify(state, redemption);
  const [row] = await database.superuser<{ entry: string }[]>`
    select capture_entry_id as entry from redemptions where id = ${redemption}`;
  return row?.entry ?? '';
}

it('an advance that the city has ended is not paid, although its payment waits for another batch', async () => {
  await level(fen(300_000n));
  const first = await batchAsShown();
  await as(checker(), sendBackBatch, { batchId: first, reason: '该服务商不再预拨。' });
  expect((await waiting()).payableFen).toBe(300_000n);
  await endAccount();
  const shown = await waiting();
  expect(shown).toMatchObject({ payableCount: 1, payableFen: 0n });
  expect(await account()).toMatchObject({ balanceFen: 300_000n, onTheWayFen: 300_000n });
  const second = await batchAsShown();
  expect(await account()).toMatchObject({ balanceFen: 0n, onTheWayFen: 0n });
  await life.releaseBatch(city, second);
  expect(await cases.breaks()).toBe(0);
});

it('a payment of nothing whose redemption was recovered stops no other payee, and goes on once that is netted', async () => {
  await level(fen(300_000n));
  await paidBatch();
  const entry = await redeemed(fen(40_000n));
  await endAccount();
  const covered = await batchAsShown();
  const recovery = await life.proposeRecovery(
    city,
    { entryId: entry, amountFen: fen(40_000n) },
    fen(40_000n),
  );
  await life.releaseRecovery(city, recovery);
  await as(maker(), takeBackBatch, { batchId: covered });
  expect(await waiting()).toMatchObject({ payableCount: 0 });
  expect(await perform(maker(), proposeBatch, {})).toMatchObject({ code: 'nothing_to_settle' });
  await redeemed(fen(100_000n));
  expect(await waiting()).toMatchObject({ payableCount: 2, payableFen: 0n });
  const both = await batchAsShown();
  await life.releaseBatch(city, both);
  expect(await cases.breaks()).toBe(0);
  // Of the 300,000 that it holds, 40,000 were drawn for what was recovered, and 60,000 for the rest of what it got.
  expect(await account()).toMatchObject({ balanceFen: 200_000n });
});
