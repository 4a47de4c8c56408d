import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { fen, type Fen } from '@/lib/money';
import { proposeBatch } from './commands';
import { getWaiting } from './plan-queries';
import { getBatch } from './queries';
import { takeBackBatch } from './return-commands';

/**
 * Tests that a batch keeps to the cycle of each programme: what was verified in a period that has not ended waits, whoever
 * makes the batch and for whichever programme, and a payment never takes more than that.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let monthly: string;

const slug = 'qingyang-monthly-2026';
const usual = 'qingyang-compute-2024';
const finance = () => life.official('finance1', 'qingyang');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  monthly = await openOwnProgramme(database, life, {
    slug,
    budgetFen: 100_000_000n,
    rules: { settlement: { clause: '8', cycle: 'monthly' } },
  });
});

afterAll(() => database.close());

type Award = { state: CaseState; voucherId: string };

/** Issues a voucher in each of these programmes, on the same day. */
async function issue(programmes: readonly string[]): Promise<Award[]> {
  const states: CaseState[] = [];
  for (const [at, programme] of programmes.entries()) {
    const owner = life.world.startups[at]?.owner;
    if (!owner) throw new Error('The base has too few start-ups.');
    const options = { citySlug: 'qingyang', day: life.day };
    const state = await life.draft(owner, programme, 100_000, options);
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
    await life.pass(state);
    states.push(state);
  }
  for (const state of states) await life.publish([state]);
  await life.setDay(life.day + 14);
  const awards: Award[] = [];
  for (const state of states) {
    await life.propose(state);
    awards.push({ state, voucherId: await life.release(state) });
  }
  return awards;
}

/** Redeems a part of an award; the city has not verified it yet. */
async function redeem({ state, voucherId }: Award, amountFen: Fen): Promise<string> {
  const hold = await life.hold(state, voucherId, amountFen);
  const id = await life.redeem(hold, amountFen, life.day);
  await life.confirm(state, id);
  return id;
}

const stateOf = async (id: string) => {
  const [row] = await database.superuser<{ state: string }[]>`
    select state from redemptions where id = ${id}`;
  return row?.state;
};
const sharesOf = async (programme?: string) => {
  const { programmes } = await getWaiting(actorOf(finance()), { programme });
  return Object.fromEntries(
    programmes.map(({ id, ready, waiting, through, nextOn }) => [
      id === monthly ? 'monthly' : 'usual',
      [ready.amountFen, waiting.amountFen, through, nextOn],
    ]),
  );
};
const propose = (input: Parameters<typeof proposeBatch>[1]) =>
  perform(finance(), proposeBatch, input);
async function made(input: Parameters<typeof proposeBatch>[1]) {
  const outcome = await propose(input);
  if (!outcome.ok) throw new Error(outcome.code);
  const batch = await getBatch(actorOf(finance()), outcome.value.id);
  if (!batch) throw new Error('The batch is not found.');
  return batch;
}

it('contains what was verified before the present period, and nothing later', async () => {
  const [other, own] = await issue([usual, slug]);
  if (!other || !own) throw new Error('Nothing was issued.');
  const first = await redeem(own, fen(200_000n));
  const second = await redeem(own, fen(150_000n));
  const third = await redeem(other, fen(300_000n));
  await life.verify(own.state, first);
  await life.verify(other.state, third);
  expect(await sharesOf()).toEqual({
    monthly: [0n, 200_000n, '2026-05-31', '2026-07-01'],
    usual: [300_000n, 0n, '2026-06-15', null],
  });

  // On the last day of the period, one programme has nothing and a batch of all pays the other.
  await life.setDay(dayOf('2026-06-30'));
  expect(await propose({ programmeId: monthly })).toMatchObject({
    code: 'cycle_not_ended',
    values: { on: '2026-07-01' },
  });
  const early = await made({});
  expect(early).toMatchObject({ totalFen: 300_000n, programme: null, through: null });
  expect([await stateOf(first), await stateOf(third)]).toEqual(['verified', 'batched']);
  expect(await propose({})).toMatchObject({ code: 'cycle_not_ended' });
  // A day after the end of a cycle is not what holds the rest back.
  const far = { through: '2026-12-31' };
  expect(await propose(far)).toMatchObject({ code: 'cycle_not_ended' });

  // What is reversed of an amount that waits, waits with it, and takes nothing from a payment of another programme.
  await perform(finance(), takeBackBatch, { batchId: early.id });
  const [captured] = await database.superuser<{ id: string }[]>`
    select capture_entry_id as id from redemptions where id = ${first}`;
  const entry = { entryId: captured?.id ?? '', amountFen: fen(200_000n) };
  const recovery = await life.proposeRecovery('qingyang', entry, fen(80_000n));
  await life.releaseRecovery('qingyang', recovery);
  expect((await sharesOf()).monthly).toEqual([0n, 120_000n, '2026-05-31', '2026-07-01']);
  expect(await propose({ programmeId: monthly })).toMatchObject({ code: 'cycle_not_ended' });
  // The batch names no day that its programmes did not all reach.
  expect(await made(far)).toMatchObject({ totalFen: 300_000n, through: null });

  // From the first day of the next period it is paid, less what was reversed; what is verified on that day waits again.
  await life.setDay(dayOf('2026-07-01'));
  await life.verify(own.state, second);
  expect((await sharesOf(monthly)).monthly).toEqual([
    120_000n,
    150_000n,
    '2026-06-30',
    '2026-08-01',
  ]);
  const batch = await made({ programmeId: monthly, payments: 1, totalFen: '120000' });
  expect(batch).toMatchObject({ totalFen: 120_000n, through: '2026-06-30' });
  expect(batch.programme).not.toBeNull();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['batched', 'verified']);

  // A batch of another programme does not take the payment that waits, nor does an earlier last day.
  await perform(finance(), takeBackBatch, { batchId: batch.id });
  const city = life.world.cities.get('qingyang') ?? '';
  const [programme] = await database.superuser<{ id: string }[]>`
    select id from programmes where slug = ${usual} and city_id = ${city}`;
  expect(await propose({ programmeId: programme?.id })).toMatchObject({
    code: 'nothing_to_settle',
  });
  expect(await made({ programmeId: monthly })).toMatchObject({ totalFen: 120_000n });
  await life.setDay(dayOf('2026-08-01'));
  expect(await propose({ programmeId: monthly, through: '2026-06-30' })).toMatchObject({
    code: 'nothing_through',
  });
  // A later last day than the cycle lets changes nothing.
  const last = await made({ programmeId: monthly, through: '2026-12-31' });
  expect(last).toMatchObject({ totalFen: 150_000n, through: '2026-07-31' });
  expect(await stateOf(second)).toBe('batched');
  expect(await cases.breaks()).toBe(0);
});

it('is refused for a programme of another city', async () => {
  const [foreign] = await database.superuser<{ id: string }[]>`
    select id from programmes where slug = 'shenzhen-training-2026'`;
  expect(await propose({ programmeId: foreign?.id })).toMatchObject({ code: 'programme_unknown' });
});
