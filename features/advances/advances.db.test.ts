import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { fundingByTwo, openOwnProgramme } from '@/db/testing/own-programme';
import { requeuePayment, markFailed } from '@/features/settlements/payment-commands';
import { getBatch } from '@/features/settlements/queries';
import { sendBackBatch } from '@/features/settlements/return-commands';
import { getPayeeStatement, readStatementFilter } from '@/features/settlements/statement-queries';
import { readSums } from '@/features/proof/day-commands';
import { reconcile } from '@/features/proof/domain/reconciliation';
import { fen, type Fen } from '@/lib/money';
import { constraintOf } from '@/server/database-errors';
import { inScope } from '@/server/scope';
import { declineRequest, releaseRequest } from './decision-commands';
import { getAdvance, getRequest, listAdvances, listOwnAdvances } from './queries';
import { endAdvance, proposeLevel, proposeReturn } from './request-commands';

/**
 * Tests one advance from its level to its last fen: what each batch draws, pays in and pays, whatever becomes of its payments. After
 * each step the books have no break.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let programmeId = '';
let vendor: Person;
let payeeId = '';
let state: CaseState;
let voucherId = '';
const slug = 'advance-compute';

const official = (local: string, city = 'qingyang') => life.official(local, city);
const [maker, checker] = [() => official('finance1'), () => official('finance2')];
const today = () => life.dateOf(life.day);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  programmeId = await openOwnProgramme(database, life, {
    slug,
    budgetFen: 1_000_000_000n,
    rules: {
      settlement: { clause: '22', cycle: 'batch', advancePercent: '50' },
      funding: fundingByTwo,
    },
  });
  const found = life.world.vendors[0];
  if (!found) throw new Error('The base has no vendor.');
  vendor = found.operator;
  payeeId = found.id;
  ({ state, voucherId } = await cases.issued(slug));
  // What is expected: ¥8,000 authorised for the vendor.
  await life.hold(state, voucherId, fen(800_000n));
});

afterAll(() => database.close());

/** Redeems an amount at the vendor, and verifies it. */
async function redeemed(amountFen: Fen): Promise<string> {
  const hold = await life.hold(state, voucherId, amountFen);
  const redemption = await life.redeem(hold, amountFen, life.day);
  await life.confirm(state, redemption);
  await life.verify(state, redemption);
  return redemption;
}

const level = (amountFen: Fen, person = maker()) =>
  perform(person, proposeLevel, { programmeId, payeeId, amountFen });
const latestRequest = async () => {
  const [row] = await database.superuser<{ id: string }[]>`
    select id from advance_requests order by id desc limit 1`;
  return row?.id ?? '';
};
const account = async () => {
  const [row] = (await listAdvances(actorOf(maker()), undefined)).rows;
  if (!row) throw new Error('There is no advance.');
  return row;
};

/** Returns what the payments of a batch are: their amounts, and their movements with their signs. */
async function batchOf(batchId: string) {
  const batch = await getBatch(actorOf(maker()), batchId);
  return batch?.payments.map(({ amountFen, lines, moves, state: is }) => {
    const parts = [...lines, ...moves].reduce((sum, row) => sum + row.amountFen, 0n);
    expect(parts).toBe(amountFen);
    return {
      is,
      amountFen,
      moves: moves.map(({ kind, amountFen: moved }) => `${kind} ${moved.toString()}`),
    };
  });
}

async function paid(batchId: string) {
  await life.releaseBatch('qingyang', batchId);
  await life.payAll('qingyang', batchId, life.day);
}

const statement = async () => {
  const year = readStatementFilter({ period: '2026' });
  const found = await getPayeeStatement(actorOf(maker()), payeeId, year, true);
  return found?.totals;
};

describe('the level of an advance', () => {
  it('is at most the percent of what is expected, and only where the rules say so', async () => {
    expect(await level(fen(400_001n))).toMatchObject({ code: 'advance_above' });
    const [other] = await database.superuser<{ id: string }[]>`
      select id from programmes where slug = 'qingyang-compute-2024'`;
    const elsewhere = { programmeId: other?.id ?? '', payeeId, amountFen: fen(1n) };
    expect(await perform(maker(), proposeLevel, elsewhere)).toMatchObject({
      code: 'advance_not_in_rules',
    });
    const owner = life.world.startups[0]?.owner.organisationId ?? '';
    const nobody = { programmeId, payeeId: owner, amountFen: fen(1n) };
    expect(await perform(maker(), proposeLevel, nobody)).toMatchObject({
      code: 'vendor_not_listed',
    });
    const foreign = official('finance1', 'shenzhen');
    expect(await level(fen(1n), foreign)).toMatchObject({ code: 'programme_unknown' });
  });

  it('is proposed once, by two makers at once', async () => {
    const both = await Promise.all([level(fen(300_000n)), level(fen(300_000n), checker())]);
    expect(codesOf(both)).toEqual(['advance_waiting', 'done']);
    const requestId = await latestRequest();
    const seen = await getRequest(actorOf(maker()), requestId);
    expect(seen).toMatchObject({ openFen: 800_000n, unsettledFen: 0n, percent: '50' });
    const [first, second] = seen?.mine ? [maker(), checker()] : [checker(), maker()];
    expect(await perform(first, releaseRequest, { requestId })).toMatchObject({
      code: 'request_own',
    });
    const foreign = official('finance1', 'shenzhen');
    expect(await perform(foreign, releaseRequest, { requestId })).toMatchObject({
      code: 'request_unknown',
    });
    expect(await getRequest(actorOf(foreign), requestId)).toBeUndefined();
    const declined = await perform(second, declineRequest, { requestId, answer: '额度偏低。' });
    expect(declined).toMatchObject({ ok: true });
    expect(await perform(second, releaseRequest, { requestId })).toMatchObject({
      code: 'request_decided',
    });
  });

  it('is released by another person than its maker, whatever code writes the row', async () => {
    await as(maker(), proposeLevel, { programmeId, payeeId, amountFen: fen(400_000n) });
    const requestId = await latestRequest();
    const alone =
      await database.superuser`update advance_requests set state = 'released', decided_by = proposed_by,
        decided_at = app.now() where id = ${requestId}`
        .then(() => undefined)
        .catch((error: unknown) => constraintOf(error));
    expect(alone).toBe('advance_requests_four_eyes');
    const released = await Promise.all([
      perform(checker(), releaseRequest, { requestId }),
      perform(checker(), releaseRequest, { requestId }),
    ]);
    expect(codesOf(released)).toEqual(['done', 'request_decided']);
    expect(await account()).toMatchObject({ levelFen: 400_000n, balanceFen: 0n, running: true });
    expect(await cases.breaks()).toBe(0);
  });
});

describe('a batch', () => {
  it('pays the advance first, once, although it is sent back and its payment fails', async () => {
    const first = await life.batch('qingyang');
    const expected = { is: 'pending', amountFen: 400_000n, moves: ['advance 400000'] };
    expect(await batchOf(first)).toEqual([expected]);
    const reason = '请补充依据。';
    await as(checker(), sendBackBatch, { batchId: first, reason });
    expect(await cases.breaks()).toBe(0);
    const second = await life.batch('qingyang');
    expect(await batchOf(second)).toEqual([expected]);
    await life.releaseBatch('qingyang', second);
    const [payment] = (await getBatch(actorOf(maker()), second))?.payments ?? [];
    const paymentId = payment?.id ?? '';
    await as(maker(), markFailed, { paymentId, reason: '账号有误' });
    expect(await account()).toMatchObject({ balanceFen: 400_000n, onTheWayFen: 400_000n });
    expect(await cases.breaks()).toBe(0);
    await as(maker(), requeuePayment, { paymentId });
    const third = await life.batch('qingyang');
    expect(await batchOf(third)).toEqual([expected]);
    await paid(third);
    expect(await account()).toMatchObject({ balanceFen: 400_000n, onTheWayFen: 0n });
    expect(await cases.count('ledger.advance_entries')).toBe(1);
    expect(await cases.breaks()).toBe(0);
    expect(await statement()).toMatchObject({
      amounts: { paid: 400_000n, advanced: 400_000n, drawn: 0n },
      closingFen: 0n,
    });
  });

  it.each([
    ['a sum below the level', 150_000n, ['draw -150000', 'refill 150000']],
    ['a sum above it', 500_000n, ['draw -400000', 'refill 400000']],
    ['the level', 400_000n, ['draw -400000', 'refill 400000']],
  ])('draws on the advance and pays it up again: %s', async (_, amount, moves) => {
    await redeemed(fen(amount));
    expect((await statement())?.closingFen).toBe(amount);
    const batchId = await life.batch('qingyang');
    expect(await batchOf(batchId)).toEqual([{ is: 'pending', amountFen: amount, moves }]);
    expect(await cases.breaks()).toBe(0);
    await paid(batchId);
    expect(await account()).toMatchObject({ balanceFen: 400_000n });
    expect((await statement())?.closingFen).toBe(0n);
    expect(await cases.breaks()).toBe(0);
  });

  it('draws an ended advance down without paying, and is closed by its release', async () => {
    const { id } = await account();
    const foreign = official('finance1', 'shenzhen');
    const end = { advanceId: id, reason: '政策期满。' };
    expect(await perform(foreign, endAdvance, end)).toMatchObject({ code: 'advance_unknown' });
    const early = { advanceId: id, paidOn: today(), bankReference: 'ICBC-9', amountFen: fen(1n) };
    expect(await perform(maker(), proposeReturn, early)).toMatchObject({ code: 'advance_running' });
    const ends = await Promise.all([
      perform(maker(), endAdvance, end),
      perform(checker(), endAdvance, end),
    ]);
    expect(codesOf(ends)).toEqual(['advance_ended', 'done']);
    const redemption = await redeemed(fen(250_000n));
    const batchId = await life.batch('qingyang');
    expect(await batchOf(batchId)).toEqual([
      { is: 'pending', amountFen: 0n, moves: ['draw -250000'] },
    ]);
    await as(checker(), sendBackBatch, { batchId, reason: '暂缓。' });
    const again = await life.batch('qingyang');
    expect(await batchOf(again)).toMatchObject([{ amountFen: 0n, moves: ['draw -250000'] }]);
    await life.releaseBatch('qingyang', again);
    expect(await getBatch(actorOf(maker()), again)).toMatchObject({
      state: 'closed',
      payments: [{ state: 'paid', amountFen: 0n }],
    });
    expect(await cases.count(`redemptions where id = $1 and state = 'paid'`, redemption)).toBe(1);
    const [payment] = (await getBatch(actorOf(maker()), again))?.payments ?? [];
    const bounced = { paymentId: payment?.id ?? '', reason: '退回' };
    expect(await perform(maker(), markFailed, bounced)).toMatchObject({ code: 'state_changed' });
    expect(await account()).toMatchObject({ balanceFen: 150_000n, running: false });
    expect((await statement())?.closingFen).toBe(0n);
    expect(await cases.breaks()).toBe(0);
  });

  it('nets a debt before it draws, and draws to zero', async () => {
    const [row] = await life.paidRedemptions('qingyang');
    if (!row) throw new Error('Nothing is paid.');
    const recovery = await life.proposeRecovery('qingyang', row, fen(60_000n));
    await life.releaseRecovery('qingyang', recovery);
    expect(await cases.breaks()).toBe(0);
    const { id } = await account();
    const returned = { advanceId: id, paidOn: today(), bankReference: 'ICBC-77' };
    const over = { ...returned, amountFen: fen(150_001n) };
    expect(await perform(maker(), proposeReturn, over)).toMatchObject({ code: 'return_above' });
    await as(maker(), proposeReturn, { ...returned, amountFen: fen(50_000n) });
    const requestId = await latestRequest();
    expect(await perform(maker(), releaseRequest, { requestId })).toMatchObject({
      code: 'request_own',
    });
    await as(checker(), releaseRequest, { requestId });
    expect(await account()).toMatchObject({ balanceFen: 100_000n });
    expect(await cases.breaks()).toBe(0);
    await redeemed(fen(300_000n));
    const batchId = await life.batch('qingyang');
    expect(await batchOf(batchId)).toEqual([
      { is: 'pending', amountFen: 140_000n, moves: ['draw -100000'] },
    ]);
    await paid(batchId);
    expect(await account()).toMatchObject({ balanceFen: 0n });
    expect((await statement())?.closingFen).toBe(0n);
    expect(await cases.breaks()).toBe(0);
  });
});

describe('an advance', () => {
  it('is shown with every movement to the city and to its vendor, and to nobody else', async () => {
    const { id } = await account();
    const shown = await getAdvance(actorOf(maker()), id, undefined);
    expect(shown?.movements.rows.map(({ kind }) => kind)).toEqual([
      ...['draw', 'return', 'draw'],
      ...['refill', 'draw', 'refill', 'draw', 'refill', 'draw', 'advance'],
    ]);
    const balance = shown?.movements.rows.reduce((sum, { signedFen }) => sum + signedFen, 0n);
    expect(balance).toBe(shown?.balanceFen);
    const own = await listOwnAdvances(actorOf(vendor), undefined);
    expect(own.movements.rows.map((row) => row.id)).toEqual(
      shown?.movements.rows.map((row) => row.id),
    );
    expect(own.accounts).toMatchObject([{ id, balanceFen: 0n }]);
    const another = life.world.vendors[1]?.operator;
    if (!another) throw new Error('The base has one vendor.');
    expect((await listOwnAdvances(actorOf(another), undefined)).accounts).toEqual([]);
    const foreign = official('finance1', 'shenzhen');
    expect(await getAdvance(actorOf(foreign), id, undefined)).toBeUndefined();
    expect((await listAdvances(actorOf(foreign), undefined)).rows).toEqual([]);
  });

  it('does not change what is committed, nor what funders bear: each settled line once', async () => {
    const [sums] = await database.superuser<{ settled: bigint; borne: bigint; paid: bigint }[]>`
      select (select sum(amount_fen) from ledger.settlement_lines) as settled,
        (select sum(amount_fen) from ledger.funder_entries) as borne,
        (select sum(amount_fen) from payments) as paid`;
    // Redeemed 150, 500, 400, 250 and 300 thousand, less 60 recovered; 400 paid in advance, of which 50 came back.
    expect(Number(sums?.settled)).toBe(1_540_000);
    expect(Number(sums?.borne)).toBe(1_540_000);
    expect(Number(sums?.paid)).toBe(1_540_000 - 350_000 + 400_000);
  });

  it('is in the sums of the day, from both sides', async () => {
    const city = life.world.cities.get('qingyang') ?? '';
    const figures = await inScope(actorOf(maker()), ({ tx }) => readSums(tx, city));
    expect(figures).toMatchObject({ advanced: 1_350_000n, drawn: 1_300_000n, paidBack: 50_000n });
    expect(reconcile(figures).filter(({ differenceFen }) => differenceFen !== 0n)).toEqual([]);
  });

  const undone = new Error('undone');

  it.each([
    [
      `update ledger.advance_entries set amount_fen = amount_fen + 1 where kind = 'refill'`,
      ['advance', 'payment'],
    ],
    [
      `update ledger.advance_entries set amount_fen = amount_fen + 1 where kind = 'return'`,
      ['advance', 'advance_return'],
    ],
    [
      `update ledger.advance_entries set settlement_id = uuidv7() where kind = 'draw'`,
      ['advance_draw', 'payment'],
    ],
    [
      `update ledger.advance_entries set settlement_id = uuidv7() where kind = 'advance'`,
      ['advance_payment', 'payment'],
    ],
    ['update ledger.advances set balance_fen = 1', ['advance']],
    ['update ledger.advances set level_fen = level_fen + 1', ['advance_level']],
    [
      `update advance_requests set amount_fen = amount_fen + 1 where kind = 'return'`,
      ['advance_return'],
    ],
  ])('is named where a row of it was changed: %s', async (damage, things) => {
    let found: string[] = [];
    const attempt = database.superuser.begin(async (tx) => {
      await tx`select set_config('app.city', ${life.world.cities.get('qingyang') ?? ''}, true)`;
      await tx.unsafe(damage);
      const rows = await tx<
        { thing: string }[]
      >`select distinct thing from ledger.breaks order by 1`;
      found = rows.map(({ thing }) => thing);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    expect(found).toEqual(things);
  });
});
