import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { verifyRedemption } from '@/features/redemptions/decision-commands';
import { fen } from '@/lib/money';
import { proposeBatch, releaseBatch } from './commands';
import { markFailed, markPaid, requeuePayment } from './payment-commands';
import { getBatchFiles, getPaymentFile } from './file-queries';
import { getBatch, getStatement } from './queries';
import { sendBackBatch, takeBackBatch } from './return-commands';

/**
 * Tests two people who act on one batch, and the same payment twice: there is always one outcome and one posting, and the
 * other person gets the reason.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;

const official = (local: string) => life.official(local, 'qingyang');
const hashOf = async (batchId: string) =>
  (await getBatchFiles(actorOf(official('finance2')), batchId))?.hash ?? '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

describe('a settlement', () => {
  /** Proposes a batch as both finance officers at once. The one who did not make it then releases it. */
  async function batched() {
    const pair = [official('finance1'), official('finance2')] as const;
    const proposals = await Promise.all(pair.map((person) => perform(person, proposeBatch, {})));
    expect(codesOf(proposals)).toEqual(['done', 'nothing_to_settle']);
    const made = proposals.findIndex((outcome) => outcome.ok);
    const [maker, checker] = made === 0 ? pair : ([pair[1], pair[0]] as const);
    const proposal = proposals[made];
    const batchId = proposal?.ok ? proposal.value.id : '';
    const release = { batchId, fileSha256: await hashOf(batchId) };
    expect(await perform(maker, releaseBatch, release)).toMatchObject({ code: 'same_person' });
    expect(await perform(checker, releaseBatch, release)).toMatchObject({ ok: true });
    return { batchId, maker };
  }
  const paymentOf = async (batchId: string, state: string) => {
    const [row] = await database.superuser<{ id: string }[]>`
      select id from payments where batch_id = ${batchId} and state = ${state}`;
    return row?.id ?? '';
  };

  it('is made by one person and released by another; a failed payment is paid once after its correction', async () => {
    const { state, voucherId } = await cases.issued();
    const hold = await life.hold(state, voucherId, fen(900_000n));
    const redemption = await life.redeem(hold, fen(900_000n), life.day);
    await life.confirm(state, redemption);
    const pair = [official('finance1'), official('finance2')] as const;
    const verdicts = await Promise.all(
      pair.map((person) => perform(person, verifyRedemption, { redemptionId: redemption })),
    );
    expect(codesOf(verdicts)).toEqual(['done', 'state_changed']);
    const first = await batched();
    await life.payAll('qingyang', first.batchId, life.day, true);
    const failed = { paymentId: await paymentOf(first.batchId, 'failed') };
    expect(await perform(first.maker, requeuePayment, failed)).toMatchObject({ ok: true });
    const second = await batched();
    const paidOn = life.dateOf(life.day);
    const payment = { ...failed, paidOn, bankReference: 'ICBC-1' };
    const pay = () => perform(second.maker, markPaid, payment);
    expect(codesOf(await Promise.all([pay(), pay()]))).toEqual(['done', 'state_changed']);
    expect(
      await cases.count(`payments where batch_id = $1 and state = 'paid'`, second.batchId),
    ).toBe(1);
    expect(
      await cases.count('ledger.entries where account_id = $1 and kind = $2', voucherId, 'capture'),
    ).toBe(1);
    expect(await cases.breaks()).toBe(0);
  });

  const stateOf = async (table: string, id: string) => {
    const [row] = await database.superuser.unsafe<{ state: string }[]>(
      `select state from ${table} where id = $1`,
      [id],
    );
    return row?.state;
  };

  it('is sent back by the second person or taken back by its maker, and still paid only once', async () => {
    const { redemption, voucherId } = await cases.verified(fen(800_000n));
    const [maker, other] = [official('finance1'), official('finance2')] as const;
    const reason = '收款账户待核实。';
    const first = await life.batch('qingyang');
    const seen = await hashOf(first);
    expect(await perform(maker, sendBackBatch, { batchId: first, reason })).toMatchObject({
      code: 'own_batch',
    });
    expect(await perform(other, takeBackBatch, { batchId: first })).toMatchObject({
      code: 'not_maker',
    });
    // Release, return and withdrawal at the same time: only one succeeds.
    const outcomes = await Promise.all([
      perform(other, sendBackBatch, { batchId: first, reason }),
      perform(maker, takeBackBatch, { batchId: first }),
      perform(other, sendBackBatch, { batchId: first, reason }),
    ]);
    expect(codesOf(outcomes)).toEqual(['done', 'state_changed', 'state_changed']);
    const late = { batchId: first, fileSha256: seen };
    expect(await perform(other, releaseBatch, late)).toMatchObject({
      code: 'state_changed',
    });
    const second = await life.batch('qingyang');
    expect(await perform(other, sendBackBatch, { batchId: second, reason })).toMatchObject({
      ok: true,
    });
    const view = await getBatch(actorOf(maker), second);
    expect(view).toMatchObject({ state: 'sent_back', returnReason: reason, payments: [] });
    expect(view?.events.map(({ action }) => action)).toEqual([
      'settlement.proposed',
      'payment.requeued',
      'settlement.sent_back',
    ]);
    expect(await getPaymentFile(actorOf(maker), second, 0)).toBeUndefined();
    expect(await stateOf('redemptions', redemption)).toBe('batched');
    const third = await life.batch('qingyang');
    expect(await perform(maker, takeBackBatch, { batchId: third })).toMatchObject({ ok: true });
    const last = await life.batch('qingyang');
    await life.releaseBatch('qingyang', last);
    expect(await perform(other, sendBackBatch, { batchId: last, reason })).toMatchObject({
      code: 'state_changed',
    });
    await life.payAll('qingyang', last, life.day);
    expect(await stateOf('redemptions', redemption)).toBe('paid');
    const lines = `ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
      where e.account_id = $1`;
    expect(await cases.count(lines, voucherId)).toBe(1);
    expect(await cases.breaks()).toBe(0);
  });

  it('is listed to its payee with the others, the newest first', async () => {
    const made: string[] = [];
    for (const amount of [100_000n, 200_000n, 300_000n]) {
      await cases.verified(fen(amount));
      const batchId = await life.batch('qingyang');
      const [row] = await database.superuser<{ reference: string }[]>`
        select reference from payments where batch_id = ${batchId}`;
      made.unshift(row?.reference ?? '');
    }
    const operator = life.world.vendors[0]?.operator;
    if (!operator) throw new Error('The base has no vendor.');
    const { rows } = await getStatement(actorOf<'statement.read'>(operator), undefined);
    expect(rows.slice(0, 3).map(({ reference }) => reference)).toEqual(made);
  });

  it('that was paid and returned by the bank is paid again in a later batch, and counted once', async () => {
    const { redemption } = await cases.verified(fen(500_000n));
    const finance = official('finance1');
    const first = await life.batch('qingyang');
    await life.releaseBatch('qingyang', first);
    const paid = { paymentId: await paymentOf(first, 'pending') };
    const reason = '账户已注销，退汇。';
    expect(await perform(finance, requeuePayment, paid)).toMatchObject({ code: 'state_changed' });
    await life.payAll('qingyang', first, life.day);
    const paidOut = () =>
      cases.count(
        `(select 1 from payments where state = 'paid' and payee_id =
        (select vendor_id from redemptions where id = $1)) p`,
        redemption,
      );
    const before = await paidOut();
    const bounce = () => perform(finance, markFailed, { ...paid, reason });
    expect(codesOf(await Promise.all([bounce(), bounce()]))).toEqual(['done', 'state_changed']);
    expect(await stateOf('redemptions', redemption)).toBe('batched');
    expect(await stateOf('settlement_batches', first)).toBe('closed');
    expect(await paidOut()).toBe(before - 1);
    expect(await cases.breaks()).toBe(0);
    expect(await perform(finance, requeuePayment, paid)).toMatchObject({ ok: true });
    const second = await life.batch('qingyang');
    await life.releaseBatch('qingyang', second);
    await life.payAll('qingyang', second, life.day);
    expect(await stateOf('redemptions', redemption)).toBe('paid');
    expect(await paidOut()).toBe(before);
    const view = await getBatch(actorOf(finance), first);
    expect(view?.events.map(({ action }) => action)).toEqual([
      'settlement.proposed',
      'settlement.released',
      'payment.paid',
      'payment.bounced',
      'payment.requeued',
    ]);
    expect(view?.events.at(-2)?.data).toMatchObject({ reason });
    expect(await cases.breaks()).toBe(0);
  });

  it('that failed is paid in full where what its payee owes equals what it gets, and nets both', async () => {
    const { redemption } = await cases.verified(fen(600_000n));
    const finance = official('finance1');
    const first = await life.batch('qingyang');
    await life.releaseBatch('qingyang', first);
    await life.payAll('qingyang', first, life.day, true);
    const paymentId = await paymentOf(first, 'failed');
    const [captured] = await database.superuser<{ id: string }[]>`
      select capture_entry_id as id from redemptions where id = ${redemption}`;
    const entry = { entryId: captured?.id ?? '', amountFen: fen(600_000n) };
    const recovery = await life.proposeRecovery('qingyang', entry, fen(200_000n));
    await life.releaseRecovery('qingyang', recovery);
    const { redemption: later } = await cases.verified(fen(200_000n));
    expect(await perform(finance, requeuePayment, { paymentId })).toMatchObject({ ok: true });
    const second = await life.batch('qingyang');
    const view = await getBatch(actorOf(finance), second);
    expect(view).toMatchObject({ totalFen: 600_000n, payments: [{ id: paymentId }] });
    const lines = view?.payments[0]?.lines.map(({ kind, amountFen }) => `${kind} ${amountFen}`);
    expect(lines?.sort()).toEqual(['capture 200000', 'capture 600000', 'reverse -200000']);
    await life.releaseBatch('qingyang', second);
    await life.payAll('qingyang', second, life.day);
    expect(await stateOf('redemptions', redemption)).toBe('paid');
    expect(await stateOf('redemptions', later)).toBe('paid');
    expect(await stateOf('recoveries', recovery)).toBe('settled');
    expect(await cases.breaks()).toBe(0);
  });
});
