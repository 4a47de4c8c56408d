import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { proposeBatch } from '@/features/settlements/commands';
import { markFailed, requeuePayment } from '@/features/settlements/payment-commands';
import { getWaiting } from '@/features/settlements/plan-queries';
import { getBatch } from '@/features/settlements/queries';
import { fen, type Fen } from '@/lib/money';
import { releaseRequest } from './decision-commands';
import { listAdvances } from './queries';
import { endAdvance, proposeLevel } from './request-commands';

/** Tests that the page shows of advances what the batch then does, for one programme and for all. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let programmeId = '';
let otherId = '';
let payeeId = '';
let state: CaseState;
let voucherId = '';

const [maker, checker] = [
  () => life.official('finance1', 'qingyang'),
  () => life.official('finance2', 'qingyang'),
];

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  const rules = { settlement: { clause: '22', cycle: 'batch' as const, advancePercent: '50' } };
  const budgetFen = 1_000_000_000n;
  programmeId = await openOwnProgramme(database, life, { slug: 'paid-ahead', budgetFen, rules });
  otherId = await openOwnProgramme(database, life, { slug: 'also-ahead', budgetFen, rules });
  payeeId = life.world.vendors[0]?.id ?? '';
  ({ state, voucherId } = await cases.issued('paid-ahead'));
  await life.hold(state, voucherId, fen(800_000n));
});

afterAll(() => database.close());

const filter = (programme?: string) => ({ programme, through: undefined });

/** Makes the batch that the page shows, and checks that it is that. Returns its payments. */
async function batchAsShown(programme?: string) {
  const shown = await getWaiting(actorOf(maker()), filter(programme));
  const outcome = await perform(maker(), proposeBatch, {
    ...(programme && { programmeId: programme }),
    payments: shown.payableCount,
    totalFen: shown.payableFen.toString(),
  });
  if (!outcome.ok) throw new Error(outcome.code);
  expect(await cases.breaks()).toBe(0);
  const batch = await getBatch(actorOf(maker()), outcome.value.id);
  return { id: outcome.value.id, shown, payments: batch?.payments ?? [] };
}

async function pay(batchId: string) {
  await life.releaseBatch('qingyang', batchId);
  await life.payAll('qingyang', batchId, life.day);
}

async function level(amountFen: Fen) {
  const proposed = await perform(maker(), proposeLevel, { programmeId, payeeId, amountFen });
  if (!proposed.ok) return proposed;
  return perform(checker(), releaseRequest, { requestId: proposed.value.id });
}

async function redeemed(amountFen: Fen) {
  const hold = await life.hold(state, voucherId, amountFen);
  const redemption = await life.redeem(hold, amountFen, life.day);
  await life.confirm(state, redemption);
  await life.verify(state, redemption);
}

const account = async () => {
  const [row] = (await listAdvances(actorOf(maker()), undefined)).rows;
  if (!row) throw new Error('There is no advance.');
  return row;
};

describe('the page on which a batch is made', () => {
  it('shows the first payment of an advance, in its programme alone', async () => {
    expect(await level(fen(300_000n))).toMatchObject({ ok: true });
    const other = await getWaiting(actorOf(maker()), filter(otherId));
    expect(other.payableCount).toBe(0);
    const { id, shown, payments } = await batchAsShown(programmeId);
    expect(shown.rows).toMatchObject([
      { payeeId, amountFen: 0n, drawnFen: 0n, paidInFen: 300_000n, payFen: 300_000n },
    ]);
    expect(payments).toMatchObject([{ amountFen: 300_000n, lines: [] }]);
    await life.releaseBatch('qingyang', id);
    const paymentId = payments[0]?.id ?? '';
    await as(maker(), markFailed, { paymentId, reason: '账号有误' });
    await as(maker(), requeuePayment, { paymentId });
    // A payment of an advance alone belongs to its programme, although it has no line of it.
    expect((await getWaiting(actorOf(maker()), filter(otherId))).count).toBe(0);
    expect((await getWaiting(actorOf(maker()), filter(programmeId))).payableFen).toBe(300_000n);
  });

  it('draws nothing that the bank has not paid yet', async () => {
    await redeemed(fen(50_000n));
    const { id, shown, payments } = await batchAsShown();
    expect(shown.payableFen).toBe(350_000n);
    expect(payments.map(({ amountFen, moves }) => [amountFen, moves.length])).toEqual(
      expect.arrayContaining([
        [300_000n, 1],
        [50_000n, 0],
      ]),
    );
    await pay(id);
    expect(await account()).toMatchObject({ balanceFen: 300_000n, onTheWayFen: 0n });
  });

  it('pays what a higher level adds, and a level below the balance is refused', async () => {
    expect(await level(fen(299_999n))).toMatchObject({ code: 'advance_below_balance' });
    expect(await level(fen(400_000n))).toMatchObject({ ok: true });
    await redeemed(fen(20_000n));
    const { id, shown, payments } = await batchAsShown();
    expect(shown.rows).toMatchObject([
      { amountFen: 20_000n, drawnFen: 20_000n, paidInFen: 120_000n, payFen: 120_000n },
    ]);
    expect(payments[0]?.moves.map(({ kind }) => kind).sort()).toEqual([
      'advance',
      'draw',
      'refill',
    ]);
    await pay(id);
  });

  it('is made once by two makers at once, and draws once', async () => {
    await redeemed(fen(30_000n));
    const both = await Promise.all(
      [maker(), checker()].map((person) => perform(person, proposeBatch, {})),
    );
    expect(codesOf(both)).toEqual(['done', 'nothing_to_settle']);
    expect(await account()).toMatchObject({ balanceFen: 400_000n });
    expect(await cases.count(`ledger.advance_entries where amount_fen = 30000`)).toBe(2);
    expect(await cases.breaks()).toBe(0);
  });

  it('pays nothing into the advance of a vendor that the city does not list any more', async () => {
    await database.superuser`
      update accreditations set state = 'suspended' where vendor_id = ${payeeId}`;
    expect(await level(fen(400_000n))).toMatchObject({ code: 'vendor_not_listed' });
    await database.superuser`
      update accreditations set state = 'listed' where vendor_id = ${payeeId}`;
    await redeemed(fen(10_000n));
    await database.superuser`
      update accreditations set state = 'suspended' where vendor_id = ${payeeId}`;
    const { shown } = await batchAsShown();
    expect(shown.rows).toMatchObject([{ drawnFen: 10_000n, paidInFen: 0n, payFen: 0n }]);
    expect(await account()).toMatchObject({ balanceFen: 390_000n, running: true });
    await database.superuser`
      update accreditations set state = 'listed' where vendor_id = ${payeeId}`;
  });

  it('draws an advance that ended while its payment waits only when that is paid', async () => {
    const { id } = await account();
    await as(maker(), endAdvance, { advanceId: id, reason: '期满。' });
    // The batch of 30,000 waits for its release: what it pays in is not at the vendor.
    expect(await account()).toMatchObject({ balanceFen: 390_000n, onTheWayFen: 30_000n });
    await redeemed(fen(390_000n));
    const { shown } = await batchAsShown();
    expect(shown.rows).toMatchObject([{ drawnFen: 360_000n, payFen: 30_000n }]);
    expect(await account()).toMatchObject({ balanceFen: 30_000n });
  });
});
