import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSweeps } from '@/features/jobs/sweeps';
import { submitRedemption } from '@/features/redemptions/commands';
import { verifyRedemption } from '@/features/redemptions/decision-commands';
import { authoriseHold } from '@/features/redemptions/hold-commands';
import { passFinal, recommendCase, takeCase } from '@/features/reviews/commands';
import { markFailed, markPaid, requeuePayment } from '@/features/settlements/payment-commands';
import { proposeBatch, releaseBatch } from '@/features/settlements/commands';
import { getBatch, getPaymentFile } from '@/features/settlements/queries';
import { sendBackBatch, takeBackBatch } from '@/features/settlements/return-commands';
import { proposeIssue, releaseIssue } from '@/features/issuing/commands';
import { unfreezeVoucher } from '@/features/vouchers/commands';
import { type IsoDate } from '@/lib/dates';
import { fen, type Fen } from '@/lib/money';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { actorOf, perform, sendOnce } from './act';
import { buildBase } from './base';
import { Life, type CaseState } from './life';

/**
 * Tests two users who change one thing, the same act sent twice, access to other organisations' data, and
 * acts that come too late. Each time there must be exactly one outcome, one event and one posting, and a
 * reason for all others.
 */
let database: TestDatabase;
let life: Life;
let startups = 0;

const goTo = (date: IsoDate) => life.setDay(dayOf(date));
const official = (local: string, city = 'qingyang') => life.official(local, city);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await goTo('2026-06-01');
});

afterAll(() => database.close());

/** Returns a new case of a start-up that has no open case. */
async function submitted(yuan = 100_000): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state = await life.draft(owner, 'qingyang-compute-2024', yuan, {
    citySlug: 'qingyang',
    day: life.day,
  });
  await life.submit(state);
  return state;
}

async function recommended(): Promise<CaseState> {
  const state = await submitted();
  await life.take(state);
  await life.recommend(state);
  return state;
}

async function approved(): Promise<CaseState> {
  const state = await recommended();
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(life.day + 14);
  return state;
}

async function issued(): Promise<{ state: CaseState; voucherId: string }> {
  const state = await approved();
  await life.propose(state);
  return { state, voucherId: await life.release(state) };
}

const count = async (query: string, ...values: string[]): Promise<number> => {
  const [row] = await database.superuser.unsafe<{ n: number }[]>(
    `select count(*)::int as n from ${query}`,
    values,
  );
  return row?.n ?? -1;
};
const breaks = () => count('ledger.breaks');
const account = async (voucherId: string) => {
  const [row] = await database.superuser<Record<string, number>[]>`
    select granted_fen::float8 as granted, held_fen::float8 as held, spent_fen::float8 as spent,
      returned_fen::float8 as returned from ledger.accounts where id = ${voucherId}`;
  return { ...row };
};
const codes = (outcomes: readonly { ok: boolean; code?: string }[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort();

const vendorAt = (at: number) => {
  const vendor = life.world.vendors[at];
  if (!vendor) throw new Error('No such vendor.');
  return vendor;
};

const orderOf = (voucherId: string, amountFen: Fen, vendorNumber = 0) => ({
  voucherId,
  vendorId: vendorAt(vendorNumber).id,
  orderNumber: `DD-${voucherId.slice(-6)}-${amountFen.toString()}`,
  orderFen: fen(amountFen * 4n),
  amountFen,
});

const claimOf = (holdId: string, number: string, amountFen: Fen) => ({
  holdId,
  invoiceCode: '',
  invoiceNumber: number,
  invoiceKey: `:${number}`,
  invoiceFen: fen(amountFen * 4n),
  subsidyFen: amountFen,
  cardHours: '10',
  chip: 'ascend' as const,
  servedFrom: '2026-06-01' as IsoDate,
  servedTo: '2026-06-02' as IsoDate,
  invoiceFile: new File(['%PDF-1.4\n%%EOF\n'], 'invoice.pdf', { type: 'application/pdf' }),
  usageFile: undefined,
});

describe('two officers at one case', () => {
  it('one takes it, and the other gets a refusal that names who has it and since when', async () => {
    const state = await submitted();
    const input = { applicationId: state.id };
    const outcomes = await Promise.all([
      perform(official('reviewer'), takeCase, input),
      perform(official('reviewer2'), takeCase, input),
    ]);
    expect(codes(outcomes)).toEqual(['case_taken', 'done']);
    const told = outcomes.find((outcome) => !outcome.ok);
    expect(told).toMatchObject({
      values: { who: expect.stringMatching(/^(陈|郑)初审$/) as string },
    });
    expect(
      await count(
        `audit_events where application_id = $1 and action = 'application.accepted'`,
        state.id,
      ),
    ).toBe(1);
  });

  it('one decides it, and the other gets a refusal that names the first; there is one review', async () => {
    const state = await recommended();
    const decision = (amountFen: Fen) => ({
      applicationId: state.id,
      amountFen,
      reason: '同意。',
      noConflict: 'yes',
    });
    const outcomes = await Promise.all([
      perform(official('approver'), passFinal, decision(state.amountFen)),
      perform(official('approver2'), passFinal, decision(fen(state.amountFen - 100n))),
    ]);
    expect(codes(outcomes)).toEqual(['already_decided', 'done']);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      values: { who: expect.stringMatching(/^(李|吴)复审$/) as string },
    });
    expect(await count(`reviews where application_id = $1 and stage = 'final'`, state.id)).toBe(1);
  });

  it('neither can decide a case that another official has', async () => {
    const state = await submitted();
    const input = {
      applicationId: state.id,
      amountFen: fen(1n),
      reason: '同意。',
      noConflict: 'yes',
    };
    for (const stranger of [official('reviewer', 'shenzhen'), official('reviewer', 'nanning')]) {
      expect(await perform(stranger, takeCase, input)).toMatchObject({ code: 'case_unknown' });
      expect(await perform(stranger, recommendCase, input)).toMatchObject({ code: 'case_unknown' });
    }
  });
});

describe('an issue', () => {
  it('is not released by the person who proposed it, and only once when eight others release it at once', async () => {
    const state = await approved();
    await life.propose(state);
    const [proposal] = await database.superuser<{ id: string }[]>`
      select id from issue_proposals where application_id = ${state.id}`;
    const input = { proposalId: proposal?.id ?? '' };
    expect(await perform(official('finance1'), releaseIssue, input)).toMatchObject({
      code: 'same_person',
    });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => perform(official('finance2'), releaseIssue, input)),
    );
    expect(codes(outcomes)).toEqual(['done', ...Array<string>(7).fill('issue_decided')]);
    expect(await count('vouchers where application_id = $1', state.id)).toBe(1);
    expect(
      await count(
        `ledger.entries e join vouchers v on v.id = e.account_id
          where v.application_id = $1 and e.kind = 'issue' and e.outcome = 'posted'`,
        state.id,
      ),
    ).toBe(1);
    expect(
      await perform(official('finance1'), proposeIssue, { applicationId: state.id }),
    ).toMatchObject({ ok: false });
  });
});

describe('a hold', () => {
  it('sent twice by a double press sets the money aside once', async () => {
    const { state, voucherId } = await issued();
    const input = orderOf(voucherId, fen(500_000n));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        sendOnce(state.owner, ['authoriseHold', authoriseHold], input, 'pressed-twice'),
      ),
    );
    expect(codes(outcomes)).toEqual(Array(6).fill('done'));
    expect(await account(voucherId)).toMatchObject({ held: 500_000 });
    expect(await count('holds where voucher_id = $1', voucherId)).toBe(1);
    const reused = { ...input, amountFen: fen(400_000n) };
    expect(
      await sendOnce(state.owner, ['authoriseHold', authoriseHold], reused, 'pressed-twice'),
    ).toMatchObject({ code: 'key_reused' });
    // The ledger has its own check: even without the gate an old posting is not taken for a new one.
    expect(await perform(state.owner, authoriseHold, input, 'pressed-twice')).toMatchObject({
      code: 'key_reused',
    });
  });

  it('is refused on somebody else’s, a frozen and an expired voucher, each by name', async () => {
    const { state, voucherId } = await issued();
    const other = life.world.startups.find(({ owner }) => owner !== state.owner)?.owner ?? null;
    const input = orderOf(voucherId, fen(100n));
    expect(await perform(other, authoriseHold, input)).toMatchObject({ code: 'voucher_unknown' });
    await life.freeze(state, voucherId);
    expect(await perform(state.owner, authoriseHold, input)).toMatchObject({
      code: 'ledger_frozen',
      field: 'amountFen',
    });
    await perform(official('finance2'), unfreezeVoucher, { voucherId });
    const above = orderOf(voucherId, fen(3_000_001n));
    expect(await perform(state.owner, authoriseHold, above)).toMatchObject({
      code: 'ledger_insufficient',
      values: { available: '¥30,000.00' },
    });
    expect(await account(voucherId)).toMatchObject({ held: 0 });
    const before = life.day;
    await life.setDay(before + 400);
    expect(await perform(state.owner, authoriseHold, input)).toMatchObject({
      code: 'ledger_expired',
    });
    await life.setDay(before);
  });
});

describe('an invoice', () => {
  it('is paid once, whichever vendor sends it, however often and at the same time', async () => {
    const { state, voucherId } = await issued();
    const number = '26622000000099999999';
    const first = await life.hold(state, voucherId, fen(600_000n), 0);
    const second = await life.hold(state, voucherId, fen(600_000n), 1);
    const at = (vendor: number, holdId: string) =>
      perform(vendorAt(vendor).operator, submitRedemption, claimOf(holdId, number, fen(600_000n)));
    const outcomes = await Promise.allSettled([at(0, first), at(1, second), at(0, first)]);
    const done = outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok);
    expect(done).toHaveLength(1);
    expect(await count('redemptions where voucher_id = $1', voucherId)).toBe(1);
    expect(await at(1, second)).toMatchObject({ code: 'invoice_taken', field: 'invoiceNumber' });
    expect(await at(1, first)).toMatchObject({ code: 'hold_unknown' });
    expect(await breaks()).toBe(0);
  });
});

describe('a claim whose voucher has expired', () => {
  it('gives its money back to the pool once the city decides against it, and only once', async () => {
    const { state, voucherId } = await issued();
    const hold = await life.hold(state, voucherId, fen(1_000_000n));
    const redemption = await life.redeem(hold, fen(700_000n), life.day);
    const before = life.day;
    await life.setDay(before + 400);
    expect(await account(voucherId)).toMatchObject({ held: 700_000, returned: 2_300_000 });
    await life.dispute(state, redemption);
    await life.reject(state, redemption);
    await runSweeps();
    await runSweeps();
    expect(await account(voucherId)).toMatchObject({ held: 0, spent: 0, returned: 3_000_000 });
    expect(
      await count(
        `audit_events where voucher_id = $1 and action = 'voucher.rest_returned'`,
        voucherId,
      ),
    ).toBe(1);
    expect(await breaks()).toBe(0);
    await life.setDay(before);
  });
});

describe('a settlement', () => {
  /** Proposes a batch as both finance officials at once, and releases it as the one whose proposal was refused. */
  async function batched() {
    const pair = [official('finance1'), official('finance2')] as const;
    const proposals = await Promise.all(pair.map((person) => perform(person, proposeBatch, {})));
    expect(codes(proposals)).toEqual(['done', 'nothing_to_settle']);
    const made = proposals.findIndex((outcome) => outcome.ok);
    const [maker, checker] = made === 0 ? pair : ([pair[1], pair[0]] as const);
    const proposal = proposals[made];
    const batchId = proposal?.ok ? proposal.value.id : '';
    expect(await perform(maker, releaseBatch, { batchId })).toMatchObject({ code: 'same_person' });
    expect(await perform(checker, releaseBatch, { batchId })).toMatchObject({ ok: true });
    return { batchId, maker };
  }
  const paymentOf = async (batchId: string, state: string) => {
    const [row] = await database.superuser<{ id: string }[]>`
      select id from payments where batch_id = ${batchId} and state = ${state}`;
    return row?.id ?? '';
  };

  it('is made by one and released by another; what failed is paid once it is put right', async () => {
    const { state, voucherId } = await issued();
    const hold = await life.hold(state, voucherId, fen(900_000n));
    const redemption = await life.redeem(hold, fen(900_000n), life.day);
    await life.confirm(state, redemption);
    const pair = [official('finance1'), official('finance2')] as const;
    const verdicts = await Promise.all(
      pair.map((person) => perform(person, verifyRedemption, { redemptionId: redemption })),
    );
    expect(codes(verdicts)).toEqual(['done', 'state_changed']);
    const first = await batched();
    await life.payAll('qingyang', first.batchId, life.day, true);
    const failed = { paymentId: await paymentOf(first.batchId, 'failed') };
    expect(await perform(first.maker, requeuePayment, failed)).toMatchObject({ ok: true });
    const second = await batched();
    const paidOn = life.dateOf(life.day);
    const payment = { ...failed, paidOn, bankReference: 'ICBC-1' };
    const pay = () => perform(second.maker, markPaid, payment);
    expect(codes(await Promise.all([pay(), pay()]))).toEqual(['done', 'state_changed']);
    expect(await count(`payments where batch_id = $1 and state = 'paid'`, second.batchId)).toBe(1);
    expect(
      await count('ledger.entries where account_id = $1 and kind = $2', voucherId, 'capture'),
    ).toBe(1);
    expect(await breaks()).toBe(0);
  });

  /** Returns a verified redemption of a voucher of its own, ready to be settled. */
  async function verified(amountFen: Fen) {
    const { state, voucherId } = await issued();
    const hold = await life.hold(state, voucherId, amountFen);
    const redemption = await life.redeem(hold, amountFen, life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    return { redemption, voucherId };
  }
  const stateOf = async (table: string, id: string) => {
    const [row] = await database.superuser.unsafe<{ state: string }[]>(
      `select state from ${table} where id = $1`,
      [id],
    );
    return row?.state;
  };

  it('is sent back by the second person or withdrawn by the first, and is still settled only once', async () => {
    const { redemption, voucherId } = await verified(fen(800_000n));
    const [maker, other] = [official('finance1'), official('finance2')] as const;
    const reason = '收款账户待核实。';
    const first = await life.batch('qingyang');
    expect(await perform(maker, sendBackBatch, { batchId: first, reason })).toMatchObject({
      code: 'own_batch',
    });
    expect(await perform(other, takeBackBatch, { batchId: first })).toMatchObject({
      code: 'not_maker',
    });
    // The release, the return and the withdrawal at once: one of them succeeds.
    const outcomes = await Promise.all([
      perform(other, sendBackBatch, { batchId: first, reason }),
      perform(maker, takeBackBatch, { batchId: first }),
      perform(other, sendBackBatch, { batchId: first, reason }),
    ]);
    expect(codes(outcomes)).toEqual(['done', 'state_changed', 'state_changed']);
    expect(await perform(other, releaseBatch, { batchId: first })).toMatchObject({
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
    expect(await getPaymentFile(actorOf(maker), second)).toBeUndefined();
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
    expect(await count(lines, voucherId)).toBe(1);
    expect(await breaks()).toBe(0);
  });

  it('that was paid and came back is paid again in a later batch, and counted once', async () => {
    const { redemption } = await verified(fen(500_000n));
    const finance = official('finance1');
    const first = await life.batch('qingyang');
    await life.releaseBatch('qingyang', first);
    const paid = { paymentId: await paymentOf(first, 'pending') };
    const reason = '账户已注销，退汇。';
    expect(await perform(finance, requeuePayment, paid)).toMatchObject({ code: 'state_changed' });
    await life.payAll('qingyang', first, life.day);
    const paidOut = () =>
      count(
        `(select 1 from payments where state = 'paid' and payee_id =
        (select vendor_id from redemptions where id = $1)) p`,
        redemption,
      );
    const before = await paidOut();
    const bounce = () => perform(finance, markFailed, { ...paid, reason });
    expect(codes(await Promise.all([bounce(), bounce()]))).toEqual(['done', 'state_changed']);
    expect(await stateOf('redemptions', redemption)).toBe('batched');
    expect(await stateOf('settlement_batches', first)).toBe('closed');
    expect(await paidOut()).toBe(before - 1);
    expect(await breaks()).toBe(0);
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
    expect(await breaks()).toBe(0);
  });
});
