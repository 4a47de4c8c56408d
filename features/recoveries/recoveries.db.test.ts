import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { getVendorRedemption } from '@/features/redemptions/queries';
import { getDesk } from '@/features/reviews/desk-queries';
import { proposeBatch, releaseBatch } from '@/features/settlements/commands';
import { requeuePayment } from '@/features/settlements/payment-commands';
import { getBatch, getStatement } from '@/features/settlements/queries';
import { takeBackBatch } from '@/features/settlements/return-commands';
import { fen, type Fen } from '@/lib/money';
import { constraintOf } from '@/server/database-errors';
import { declineRecovery, proposeRecovery, releaseRecovery } from './commands';
import { declineCredit, enterRepayment, proposeWriteOff, releaseCredit } from './credit-commands';
import type { VoucherChoice } from './domain/lifecycle';
import { getRecovery, listOwnDebts, listRecoveries, listVoucherRecoveries } from './queries';
import { getRecoverable } from './recoverable-queries';

/** Tests how redeemed and paid money is taken back: by two people, and how the payee's debt ends. */
let database: TestDatabase;
let life: Life;
let cases: Cases;

const official = (local: string, city = 'qingyang') => life.official(local, city);
const finance = () => official('finance1');
const other = () => official('finance2');
const vendor = () => {
  const found = life.world.vendors[0];
  if (!found) throw new Error('The base has no vendor.');
  return found;
};

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

/** Lists what the ledger cannot explain, as the city sees it. */
const breaks = () =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.city', ${life.world.cities.get('qingyang') ?? ''}, true)`;
    return tx`select thing, difference from ledger.breaks`;
  });

async function row<T extends object>(query: string, ...values: string[]): Promise<T> {
  const [found] = await database.superuser.unsafe<T[]>(query, values);
  if (!found) throw new Error(`Nothing is found by: ${query}`);
  return found;
}

const captureOf = async (redemption: string) =>
  (
    await row<{ id: string }>(
      'select capture_entry_id id from redemptions where id = $1',
      redemption,
    )
  ).id;
const stateOf = async (redemption: string) =>
  (await row<{ state: string }>('select state from redemptions where id = $1', redemption)).state;
const account = (voucher: string) =>
  row<Record<'spent' | 'returned' | 'free', string>>(
    `select spent_fen::text spent, returned_fen::text returned,
      (granted_fen - held_fen - spent_fen - returned_fen)::text free from ledger.accounts where id = $1`,
    voucher,
  );

async function propose(
  redemption: string,
  amountFen: Fen,
  voucherAfter: VoucherChoice = 'ended',
  who: Person = finance(),
) {
  const entryId = await captureOf(redemption);
  const wish = {
    entryId,
    amountFen,
    voucherAfter,
    ground: '办法第十八条',
    reason: '算力未实际使用。',
  };
  return perform(who, proposeRecovery, wish);
}

/** Proposes and releases a recovery. */
async function recover(redemption: string, amountFen: Fen, voucherAfter: VoucherChoice = 'ended') {
  const proposed = await propose(redemption, amountFen, voucherAfter);
  if (!proposed.ok) throw new Error(proposed.code);
  const { id: recoveryId } = proposed.value;
  expect(await perform(other(), releaseRecovery, { recoveryId })).toMatchObject({ ok: true });
  return recoveryId;
}

/** Makes a batch, releases it and marks it as paid. */
async function payOut(): Promise<string> {
  const batch = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batch);
  await life.payAll('qingyang', batch, life.day);
  return batch;
}

/** Lists the mails that told the vendor of a recovery. */
const mailsTo = async (recoveryId: string) =>
  (
    await database.superuser<{ template: string }[]>`
      select distinct n.template from notifications n join users u on u.id = n.user_id
      join memberships m on m.user_id = u.id join recoveries r on r.payee_id = m.organisation_id
      where r.id = ${recoveryId} and n.values->>'reference' = r.reference`
  ).map(({ template }) => template);

const recoveryOf = async (id: string) => getRecovery(actorOf(finance()), id);
const latestCredit = async () =>
  (await row<{ id: string }>('select id from recovery_credits order by id desc limit 1')).id;

/** Ends every debt and pays everything out, so that each test begins with nothing between the city and the vendor. */
beforeEach(async () => {
  const { rows, owing } = await listRecoveries(actorOf(finance()), {
    state: 'released',
    cursor: undefined,
  });
  for (const { id: recoveryId, owedFen: amountFen } of rows) {
    await perform(finance(), proposeWriteOff, { recoveryId, amountFen, reason: '测试。' });
    await perform(other(), releaseCredit, { creditId: await latestCredit() });
  }
  const proposed = await perform(finance(), proposeBatch, {});
  if (proposed.ok) {
    await life.releaseBatch('qingyang', proposed.value.id);
    await life.payAll('qingyang', proposed.value.id, life.day);
  }
  expect(rows.length > 0 || owing.length === 0).toBe(true);
  expect(await breaks()).toEqual([]);
});

describe('a recovery', () => {
  it('is proposed by one person and decided by another, once', async () => {
    const { redemption } = await cases.verified(fen(400_000n));
    await payOut();
    const proposed = await propose(redemption, fen(400_000n));
    const recoveryId = proposed.ok ? proposed.value.id : '';
    const counted = async (who: Person) => {
      const { waiting } = await getDesk(actorOf<'city.read'>(who));
      return waiting.find(({ kind }) => kind === 'recoveries')?.n;
    };
    expect([await counted(finance()), await counted(other())]).toEqual([0, 1]);
    expect(await perform(finance(), releaseRecovery, { recoveryId })).toMatchObject({
      code: 'same_person',
    });
    const forged = database.superuser`update recoveries
      set state = 'declined', decided_by = proposed_by, decided_at = app.now() where id = ${recoveryId}`;
    await expect(forged).rejects.toMatchObject({ constraint_name: 'recoveries_four_eyes' });
    expect(await propose(redemption, fen(1n)).catch(constraintOf)).toBe('recoveries_one_open');
    const answers = await Promise.all([
      perform(other(), releaseRecovery, { recoveryId }),
      perform(other(), declineRecovery, { recoveryId, answer: '依据不足。' }),
      perform(other(), releaseRecovery, { recoveryId }),
    ]);
    expect(codesOf(answers)).toEqual(['done', 'recovery_decided', 'recovery_decided']);
    expect(await breaks()).toEqual([]);
  });

  it('is told to nobody outside before it is released, nor where it is declined', async () => {
    const { redemption, voucherId } = await cases.verified(fen(100_000n));
    const owner = await row<{ organisation_id: string; user_id: string }>(
      `select m.organisation_id, m.user_id from memberships m join vouchers v
        on v.organisation_id = m.organisation_id where v.id = $1 and m.role = 'owner'`,
      voucherId,
    );
    const holder: Person = {
      ...vendor().operator,
      role: 'owner',
      userId: owner.user_id,
      organisationId: owner.organisation_id,
    };
    const proposed = await propose(redemption, fen(60_000n));
    const recoveryId = proposed.ok ? proposed.value.id : '';
    const seen = async () => [
      (await listOwnDebts(actorOf(vendor().operator))).rows.map(({ id }) => id),
      (await listVoucherRecoveries(actorOf(holder), voucherId)).rows.map(({ id }) => id),
    ];
    const before = await seen();
    expect(before.flat()).not.toContain(recoveryId);
    const answer = '证据不足。';
    expect(await perform(other(), declineRecovery, { recoveryId, answer })).toMatchObject({
      ok: true,
    });
    expect(await seen()).toEqual(before);
    expect(await recoveryOf(recoveryId)).toMatchObject({ state: 'declined', answer, owedFen: 0n });
    expect(await stateOf(redemption)).toBe('verified');
    expect(await breaks()).toEqual([]);
  });

  it('never exceeds what was redeemed and not reversed', async () => {
    const { redemption } = await cases.verified(fen(300_000n));
    await payOut();
    expect(await propose(redemption, fen(300_001n))).toMatchObject({
      code: 'recovery_above',
      field: 'amountFen',
      values: { most: '¥3,000.00' },
    });
    await recover(redemption, fen(100_000n));
    expect(await propose(redemption, fen(200_001n))).toMatchObject({
      code: 'recovery_above',
      values: { most: '¥2,000.00' },
    });
    expect(await stateOf(redemption)).toBe('paid');
    await recover(redemption, fen(200_000n));
    expect(await stateOf(redemption)).toBe('reversed');
    expect(await propose(redemption, fen(1n))).toMatchObject({ code: 'recovery_above' });
    expect(await breaks()).toEqual([]);
  });

  it('gives the amount back to the voucher, or to the budget, as it was decided', async () => {
    const { redemption, voucherId } = await cases.verified(fen(200_000n));
    await payOut();
    const before = await account(voucherId);
    await recover(redemption, fen(50_000n), 'restored');
    expect(await account(voucherId)).toMatchObject({
      spent: String(BigInt(before.spent) - 50_000n),
      free: String(BigInt(before.free) + 50_000n),
    });
    await recover(redemption, fen(150_000n), 'ended');
    expect(await account(voucherId)).toMatchObject({
      spent: String(BigInt(before.spent) - 200_000n),
      free: String(BigInt(before.free) + 50_000n),
      returned: String(BigInt(before.returned) + 150_000n),
    });
    expect(await breaks()).toEqual([]);
  });

  it('cannot restore a voucher that has ended, neither at its proposal nor at its release', async () => {
    const { redemption, voucherId } = await cases.verified(fen(100_000n));
    const proposed = await propose(redemption, fen(60_000n), 'restored');
    const recoveryId = proposed.ok ? proposed.value.id : '';
    const end = (to: string) =>
      database.superuser.unsafe(`update vouchers set valid_to = ${to} where id = '${voucherId}'`);
    const was = await row<{ at: string }>(
      'select valid_to::text at from vouchers where id = $1',
      voucherId,
    );
    await end(`app.now() - interval '1 hour'`);
    expect(await perform(other(), releaseRecovery, { recoveryId })).toMatchObject({
      code: 'voucher_over',
    });
    expect(await getRecoverable(actorOf(finance()), voucherId)).toMatchObject({
      mayRestore: false,
    });
    await perform(other(), declineRecovery, { recoveryId, answer: '券已到期。' });
    expect(await propose(redemption, fen(60_000n), 'restored')).toMatchObject({
      code: 'voucher_over',
      field: 'voucherAfter',
    });
    await end(`'${was.at}'`);
  });

  it('of another city’s money is not found', async () => {
    const { redemption } = await cases.verified(fen(100_000n));
    const stranger = official('finance1', 'shenzhen');
    expect(await propose(redemption, fen(1n), 'ended', stranger)).toMatchObject({
      code: 'capture_unknown',
    });
  });
});

describe('a redemption that is recovered before it was paid', () => {
  it('is in no payment, and nothing is owed', async () => {
    const { redemption } = await cases.verified(fen(250_000n));
    const id = await recover(redemption, fen(250_000n));
    expect(await recoveryOf(id)).toMatchObject({
      state: 'settled',
      settledBy: 'unpaid',
      owedFen: 0n,
    });
    // The vendor is not told that it owes anything.
    expect(await mailsTo(id)).toEqual(['recovery_unpaid']);
    expect(await stateOf(redemption)).toBe('reversed');
    expect(await perform(finance(), proposeBatch, {})).toMatchObject({ code: 'nothing_to_settle' });
    // Its lines are in a later payment, where they cancel out.
    const { redemption: next } = await cases.verified(fen(70_000n));
    const batch = await payOut();
    expect((await getBatch(actorOf(finance()), batch))?.totalFen).toBe(70_000n);
    expect([await stateOf(redemption), await stateOf(next)]).toEqual(['reversed', 'paid']);
    expect(await breaks()).toEqual([]);
  });

  it('stops the release of its batch by name, and is netted in the next one', async () => {
    const { redemption } = await cases.verified(fen(300_000n));
    const { redemption: second } = await cases.verified(fen(200_000n));
    const batchId = await life.batch('qingyang');
    const id = await recover(redemption, fen(300_000n));
    const { reference } = (await recoveryOf(id)) ?? {};
    expect(
      await perform(other(), releaseBatch, { batchId, fileSha256: '0'.repeat(64) }),
    ).toMatchObject({
      code: 'batch_reversed',
      values: { references: reference },
    });
    expect(await perform(finance(), takeBackBatch, { batchId })).toMatchObject({ ok: true });
    const again = await life.batch('qingyang');
    const view = await getBatch(actorOf(finance()), again);
    expect(view?.totalFen).toBe(200_000n);
    expect(view?.payments[0]?.lines.slice(-3)).toMatchObject([
      { kind: 'capture', amountFen: 300_000n },
      { kind: 'capture', amountFen: 200_000n },
      { kind: 'reverse', amountFen: -300_000n, reference },
    ]);
    await life.releaseBatch('qingyang', again);
    await life.payAll('qingyang', again, life.day);
    expect([await stateOf(redemption), await stateOf(second)]).toEqual(['reversed', 'paid']);
    expect(await recoveryOf(id)).toMatchObject({ state: 'settled', settledBy: 'netted' });
    expect(await breaks()).toEqual([]);
  });

  it('that a debt would use up, waits with it, and both are paid with what comes later', async () => {
    const { redemption } = await cases.verified(fen(120_000n));
    const batchId = await life.batch('qingyang');
    await recover(redemption, fen(120_000n));
    await perform(finance(), takeBackBatch, { batchId });
    expect(await perform(finance(), proposeBatch, {})).toMatchObject({ code: 'nothing_to_settle' });
    await cases.verified(fen(40_000n));
    const view = await getBatch(actorOf(finance()), await payOut());
    expect(view?.totalFen).toBe(40_000n);
    expect(await breaks()).toEqual([]);
  });
});

describe('what a payee owes', () => {
  it('is carried forward, netted with the next payment, and shown to both sides', async () => {
    const { redemption } = await cases.verified(fen(500_000n));
    await payOut();
    const id = await recover(redemption, fen(500_000n));
    const { owing } = await listRecoveries(actorOf(finance()), { cursor: undefined });
    expect(owing).toMatchObject([{ payeeId: vendor().id, owedFen: 500_000n }]);
    expect(await mailsTo(id)).toEqual(['recovery_released']);
    const debts = await listOwnDebts(actorOf(vendor().operator));
    expect(debts.rows).toMatchObject([{ id, owedFen: 500_000n, state: 'released' }]);
    expect(await getVendorRedemption(actorOf(vendor().operator), redemption)).toMatchObject({
      state: 'reversed',
      reversedFen: 500_000n,
    });
    await cases.verified(fen(300_000n));
    expect(await perform(finance(), proposeBatch, {})).toMatchObject({ code: 'nothing_to_settle' });
    await cases.verified(fen(350_000n));
    const batch = await getBatch(actorOf(finance()), await payOut());
    expect(batch?.totalFen).toBe(150_000n);
    const statement = await getStatement(actorOf(vendor().operator), undefined);
    const payment = statement.rows.find(({ id: one }) => one === batch?.payments[0]?.id);
    expect(payment?.lines).toContainEqual(
      expect.objectContaining({ kind: 'reverse', amountFen: -500_000n }),
    );
    expect(await recoveryOf(id)).toMatchObject({
      state: 'settled',
      settledBy: 'netted',
      owedFen: 0n,
    });
    expect((await listOwnDebts(actorOf(vendor().operator))).rows).toEqual([]);
    expect(await breaks()).toEqual([]);
  });

  it('is netted with a payment that the bank has sent back', async () => {
    const { redemption } = await cases.verified(fen(600_000n));
    const batch = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batch);
    await life.payAll('qingyang', batch, life.day, true);
    const payment = await row<{ id: string }>('select id from payments where batch_id = $1', batch);
    const id = await recover(redemption, fen(200_000n));
    expect(await perform(finance(), requeuePayment, { paymentId: payment.id })).toMatchObject({
      ok: true,
    });
    const view = await getBatch(actorOf(finance()), await payOut());
    expect(view).toMatchObject({ totalFen: 400_000n, payments: [{ amountFen: 400_000n }] });
    expect(await recoveryOf(id)).toMatchObject({ state: 'settled', settledBy: 'netted' });
    expect(await breaks()).toEqual([]);
  });

  it('is repaid from outside by one person’s entry and another’s confirmation, each reference once', async () => {
    const { redemption } = await cases.verified(fen(500_000n));
    await payOut();
    const recoveryId = await recover(redemption, fen(400_000n));
    const paidOn = life.dateOf(life.day);
    const repayment = {
      recoveryId,
      amountFen: fen(150_000n),
      paidOn,
      bankReference: 'CCB-2026-001',
    };
    expect(
      await perform(finance(), enterRepayment, { ...repayment, amountFen: fen(400_001n) }),
    ).toMatchObject({ code: 'credit_above', field: 'amountFen', values: { most: '¥4,000.00' } });
    const tomorrow = life.dateOf(life.day + 1);
    expect(
      await perform(finance(), enterRepayment, { ...repayment, paidOn: tomorrow }),
    ).toMatchObject({ code: 'repaid_in_future', field: 'paidOn' });
    expect(
      await perform(finance(), enterRepayment, { ...repayment, paidOn: '2020-01-01' }),
    ).toMatchObject({ code: 'repaid_before', field: 'paidOn' });
    expect(await perform(finance(), enterRepayment, repayment)).toMatchObject({ ok: true });
    const twice = perform(other(), enterRepayment, { ...repayment, bankReference: 'ccb—2026—001' });
    expect(await twice.catch(constraintOf)).toBe('recovery_credits_bank_once');
    const creditId = await latestCredit();
    expect(await perform(finance(), releaseCredit, { creditId })).toMatchObject({
      code: 'credit_own',
    });
    const answers = await Promise.all([
      perform(other(), releaseCredit, { creditId }),
      perform(other(), releaseCredit, { creditId }),
      perform(other(), declineCredit, { creditId, answer: '流水不符。' }),
    ]);
    expect(codesOf(answers)).toEqual(['credit_decided', 'credit_decided', 'done']);
    // Whichever came first: in the end the money is entered and confirmed.
    if (answers[2].ok) {
      await perform(finance(), enterRepayment, repayment);
      await perform(other(), releaseCredit, { creditId: await latestCredit() });
    }
    expect(await recoveryOf(recoveryId)).toMatchObject({ state: 'released', owedFen: 250_000n });
    const rest = { ...repayment, amountFen: fen(250_000n), bankReference: 'CCB-2026-002' };
    await perform(finance(), enterRepayment, rest);
    await perform(other(), releaseCredit, { creditId: await latestCredit() });
    expect(await recoveryOf(recoveryId)).toMatchObject({ state: 'settled', settledBy: 'repaid' });
    expect(await perform(finance(), enterRepayment, rest)).toMatchObject({
      code: 'recovery_not_open',
    });
    // The next payment is whole.
    await cases.verified(fen(90_000n));
    expect((await getBatch(actorOf(finance()), await payOut()))?.totalFen).toBe(90_000n);
    expect(await breaks()).toEqual([]);
  });

  it('is written off by two people, and the programme’s budget bears it', async () => {
    const { redemption } = await cases.verified(fen(300_000n));
    await payOut();
    const pool = () =>
      row<{ committed: string }>(
        `select p.committed_fen::text committed from ledger.pools p join programmes o on o.id = p.id
          where o.slug = 'qingyang-compute-2024'`,
      );
    const before = BigInt((await pool()).committed);
    const recoveryId = await recover(redemption, fen(300_000n));
    expect(BigInt((await pool()).committed)).toBe(before - 300_000n);
    const reason = '收款方已注销，庆财〔2026〕9 号批准核减。';
    const wish = { recoveryId, amountFen: fen(300_000n), reason };
    expect(await perform(finance(), proposeWriteOff, wish)).toMatchObject({ ok: true });
    const creditId = await latestCredit();
    expect(await perform(finance(), releaseCredit, { creditId })).toMatchObject({
      code: 'credit_own',
    });
    expect(await perform(other(), releaseCredit, { creditId })).toMatchObject({ ok: true });
    expect(BigInt((await pool()).committed)).toBe(before);
    expect(await recoveryOf(recoveryId)).toMatchObject({
      state: 'settled',
      settledBy: 'written_off',
      credits: [{ kind: 'write_off', state: 'released', reason }],
    });
    expect(await breaks()).toEqual([]);
  });

  it('that was netted meanwhile is no longer repaid: the second person is told, and sends it back', async () => {
    const { redemption } = await cases.verified(fen(200_000n));
    await payOut();
    const recoveryId = await recover(redemption, fen(200_000n));
    const paidOn = life.dateOf(life.day);
    const repayment = { recoveryId, amountFen: fen(200_000n), paidOn, bankReference: 'CCB-3' };
    await perform(finance(), enterRepayment, repayment);
    const creditId = await latestCredit();
    await cases.verified(fen(500_000n));
    await payOut();
    expect(await perform(other(), releaseCredit, { creditId })).toMatchObject({
      code: 'ledger_netted',
    });
    expect(await perform(other(), declineCredit, { creditId, answer: '已抵扣。' })).toMatchObject({
      ok: true,
    });
    expect(await breaks()).toEqual([]);
  });

  it('is settled once where a batch and a confirmation come at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { redemption } = await cases.verified(fen(200_000n));
      await payOut();
      const recoveryId = await recover(redemption, fen(200_000n));
      const paidOn = life.dateOf(life.day);
      const bankReference = `CCB-RACE-${round}`;
      const repayment = { recoveryId, amountFen: fen(200_000n), paidOn, bankReference };
      await perform(finance(), enterRepayment, repayment);
      const creditId = await latestCredit();
      await cases.verified(fen(500_000n));
      const [batch, credit] = await Promise.all([
        perform(finance(), proposeBatch, {}),
        perform(other(), releaseCredit, { creditId }),
      ]);
      if (!batch.ok) throw new Error(batch.code);
      const total = (await getBatch(actorOf(finance()), batch.value.id))?.totalFen;
      expect([total, credit.ok]).toEqual(credit.ok ? [500_000n, true] : [300_000n, false]);
      expect(await recoveryOf(recoveryId)).toMatchObject({
        state: 'settled',
        settledBy: credit.ok ? 'repaid' : 'netted',
      });
      expect(await breaks()).toEqual([]);
      await life.releaseBatch('qingyang', batch.value.id);
      await life.payAll('qingyang', batch.value.id, life.day);
    }
  });
});
