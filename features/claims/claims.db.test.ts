import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { submitRedemption } from '@/features/redemptions/commands';
import { authoriseHold } from '@/features/redemptions/hold-commands';
import { checkVoucher, getHoldForm } from '@/features/redemptions/hold-queries';
import { proposeRecovery, releaseRecovery } from '@/features/recoveries/commands';
import { freezeVoucher } from '@/features/vouchers/commands';
import { fen, type Fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { expireVouchers } from '@/features/vouchers/commands';
import * as decisions from './decision-commands';
import * as drafts from './draft-commands';
import * as submissions from './submit-commands';
import { lapseClaims } from './sweep-commands';

/**
 * Tests claims where the start-up pays first: Shenzhen's training voucher, 50 % of what was paid, from ¥500,000 a year. Each
 * test has an award of ¥1,000,000 of its own, for a contract of ¥2,000,000.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let city = '';
let award: { state: CaseState; voucherId: string };

const yuan = (amount: number): Fen => fen(BigInt(amount) * 100n);
const finance = (): Person => life.official('finance1', 'shenzhen');
const second = (): Person => life.official('finance2', 'shenzhen');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  city = life.world.cities.get('shenzhen') ?? '';
});
afterAll(() => database.close());
beforeEach(async () => {
  // An award takes two weeks, and the round does not last for as many tests.
  await life.setDay(0);
  award = await cases.toClaim();
});

/** Moves the clock without running a sweep. */
const after = (days: number) =>
  setClock(database.superuser, new Date(testStart.getTime() + (life.day + days) * 86_400_000));

const owner = () => award.state.owner;
const draft = (...amounts: number[]) =>
  life.draftClaim(owner(), award.voucherId, amounts, life.day);
const claim = (...amounts: number[]) => life.claim(owner(), award.voucherId, amounts, life.day);
const submit = (claimId: string) =>
  perform(owner(), submissions.submitClaim, { claimId, declared: 'yes' });
const verify = (claimId: string, accepted: number, reason = '') =>
  perform(finance(), decisions.verifyClaim, { claimId, acceptedFen: yuan(accepted), reason });

/** Loads a claim with its balances, in yuan. */
async function look(claimId: string): Promise<Record<string, unknown>> {
  const [row] = await database.superuser<Record<string, unknown>[]>`
    select c.state, (c.claimed_fen / 100)::int as claimed, (c.approved_fen / 100)::int as approved,
      (a.held_fen / 100)::int as held, (a.spent_fen / 100)::int as spent,
      (a.returned_fen / 100)::int as returned
    from claims c join ledger.accounts a on a.id = c.voucher_id where c.id = ${claimId}`;
  return row ?? {};
}
const invoicesUsed = (claimId: string) => cases.count('invoice_uses where claim_id = $1', claimId);
/** Loads what the city's proof cannot explain. */
const breaks = () =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.city', ${city}, true)`;
    return tx<{ thing: string; id: string }[]>`select thing, id, difference from ledger.breaks`;
  });

const cost = (claimId: string, changed: Record<string, unknown> = {}) => {
  const number = `2695200000099${Math.floor(Math.random() * 10_000_000)
    .toString()
    .padStart(7, '0')}`;
  return {
    claimId,
    invoiceCode: '',
    invoiceNumber: number,
    invoiceKey: `:${number}`,
    invoicedOn: life.dateOf(life.day - 5),
    invoiceFen: yuan(100_000),
    countedFen: yuan(100_000),
    paidFen: yuan(100_000),
    paidOn: life.dateOf(life.day - 3),
    paymentReference: 'CMB-1',
    ...changed,
  };
};
const addCost = (claimId: string, changed: Record<string, unknown> = {}) =>
  perform(owner(), drafts.addCost, cost(claimId, changed));

describe('an award of a programme where the start-up pays first', () => {
  it('is not paid when it is issued: nothing is spent before a claim is verified', async () => {
    const [row] = await database.superuser`
      select spent_fen::int as spent, held_fen::int as held from ledger.accounts where id = ${award.voucherId}`;
    expect(row).toEqual({ spent: 0, held: 0 });
  });

  it('is paid on claims, worked out from what was paid, and never beyond the award', async () => {
    const first = await claim(900_000);
    expect(await look(first)).toMatchObject({
      state: 'submitted',
      claimed: 450_000,
      held: 450_000,
    });
    await verify(first, 900_000);
    expect(await look(first)).toMatchObject({
      state: 'verified',
      approved: 450_000,
      held: 0,
      spent: 450_000,
    });
    const rest = await claim(800_000, 700_000);
    expect(await look(rest)).toMatchObject({ claimed: 550_000 });
    await verify(rest, 1_500_000);
    expect(await look(rest)).toMatchObject({ approved: 550_000, spent: 1_000_000 });
    expect(await perform(owner(), drafts.startClaim, { voucherId: award.voucherId })).toMatchObject(
      { code: 'award_used_up' },
    );
    expect(await breaks()).toEqual([]);
  });

  it('is settled to the start-up, with the claims as lines, and follows the payment back', async () => {
    const claimId = await claim(900_000);
    await verify(claimId, 900_000);
    await life.setDay(life.settledFrom('monthly', life.day));
    const batch = await life.batch('shenzhen');
    expect(await look(claimId)).toMatchObject({ state: 'batched' });
    await life.releaseBatch('shenzhen', batch);
    await life.payAll('shenzhen', batch, life.day);
    expect(await look(claimId)).toMatchObject({ state: 'paid' });
    expect(await breaks()).toEqual([]);
  });

  it('gives back to the pool what nobody claimed by the last day', async () => {
    const claimId = await claim(900_000);
    await after(370);
    await executeSweep(city, expireVouchers);
    expect(await look(claimId)).toMatchObject({ held: 450_000, returned: 550_000 });
    await verify(claimId, 900_000);
    expect(await look(claimId)).toMatchObject({ spent: 450_000, returned: 550_000 });
    expect(await breaks()).toEqual([]);
  });
});

describe('what is refused with a claim', () => {
  it('costs below the threshold of the rules, until there are enough of them', async () => {
    const claimId = await draft(400_000);
    expect(await submit(claimId)).toMatchObject({ code: 'claim_worth_nothing' });
    await addCost(claimId);
    expect(await submit(claimId)).toMatchObject({ ok: true });
    expect(await look(claimId)).toMatchObject({ claimed: 250_000 });
  });

  it('a claim without invoices, or without a required document', async () => {
    const { id: claimId } = await startOne();
    expect(await submit(claimId)).toMatchObject({ code: 'costs_missing' });
    await addCost(claimId, {
      invoiceFen: yuan(900_000),
      countedFen: yuan(900_000),
      paidFen: yuan(900_000),
    });
    expect(await submit(claimId)).toMatchObject({
      code: 'claim_evidence_missing',
      values: { n: 2 },
    });
  });

  it('days in the future, and a payment after the last day of the award', async () => {
    const claimId = await draft(900_000);
    const tomorrow = life.dateOf(life.day + 1);
    expect(await addCost(claimId, { invoicedOn: tomorrow })).toMatchObject({
      code: 'invoiced_in_future',
      field: 'invoicedOn',
    });
    expect(await addCost(claimId, { paidOn: tomorrow })).toMatchObject({
      code: 'payment_in_future',
      field: 'paidOn',
    });
    await submit(claimId);
    await after(363);
    await life.sendBackClaim('shenzhen', claimId);
    await after(372);
    expect(await addCost(claimId, { paidOn: life.dateOf(life.day + 370) })).toMatchObject({
      code: 'paid_after_last_day',
      field: 'paidOn',
    });
  });

  it('a first claim after the last day', async () => {
    const claimId = await draft(900_000);
    await after(370);
    expect(await submit(claimId)).toMatchObject({ code: 'claim_too_late' });
    expect(await perform(owner(), drafts.startClaim, { voucherId: award.voucherId })).toMatchObject(
      { code: 'claim_too_late' },
    );
  });

  it('everything while the voucher is frozen', async () => {
    const claimId = await draft(900_000);
    await perform(finance(), freezeVoucher, { voucherId: award.voucherId, reason: '核查。' });
    expect(await submit(claimId)).toMatchObject({ code: 'ledger_frozen' });
    expect(await look(claimId)).toMatchObject({ state: 'draft', held: 0 });
  });

  it('a hold for a vendor on an award that is claimed', async () => {
    const outcome = await perform(owner(), authoriseHold, {
      voucherId: award.voucherId,
      vendorId: life.world.vendors[0]?.id ?? '',
      orderNumber: 'DD-1',
      orderFen: yuan(1_000),
      amountFen: yuan(100),
    });
    expect(outcome).toMatchObject({ code: 'voucher_not_held' });
    const form = await getHoldForm(actorOf<'hold.authorise'>(owner()), award.voucherId);
    expect(form).toBeUndefined();
    const vendor = life.world.vendors[0];
    if (!vendor) throw new Error('The base has no vendor.');
    const [{ code } = { code: '' }] = await database.superuser<{ code: string }[]>`
      select code from vouchers where id = ${award.voucherId}`;
    const checked = await checkVoucher(actorOf<'voucher.check'>(vendor.operator), code);
    expect(checked).toMatchObject({ state: 'active', spentAtVendors: false, holds: [] });
  });

  it('a claim on a voucher that is spent at vendors', async () => {
    const { state, voucherId } = await cases.issued();
    expect(await perform(state.owner, drafts.startClaim, { voucherId })).toMatchObject({
      code: 'voucher_not_claimed',
    });
  });
});

const startOne = async () => {
  const outcome = await perform(owner(), drafts.startClaim, { voucherId: award.voucherId });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};

describe('an invoice', () => {
  it('is used once: in one claim, in another claim, and at a vendor in another city', async () => {
    const claimId = await draft(900_000);
    const used = cost(claimId, {
      invoiceNumber: '26952000001234567890',
      invoiceKey: ':26952000001234567890',
    });
    await perform(owner(), drafts.addCost, used);
    expect(await perform(owner(), drafts.addCost, used)).toMatchObject({
      code: 'invoice_in_claim',
    });
    await submit(claimId);
    const other = await cases.toClaim();
    const { id } = await perform(other.state.owner, drafts.startClaim, {
      voucherId: other.voucherId,
    }).then((outcome) => (outcome.ok ? outcome.value : Promise.reject(new Error(outcome.code))));
    expect(
      await perform(other.state.owner, drafts.addCost, { ...used, claimId: id }),
    ).toMatchObject({ code: 'invoice_taken', field: 'invoiceNumber' });
    const { state, voucherId } = await cases.issued();
    const holdId = await life.hold(state, voucherId, yuan(1_000));
    const vendor = life.world.vendors[0];
    if (!vendor) throw new Error('The base has no vendor.');
    expect(
      await perform(vendor.operator, submitRedemption, {
        holdId,
        invoiceCode: '',
        invoiceNumber: used.invoiceNumber,
        invoiceKey: used.invoiceKey,
        invoiceFen: yuan(3_000),
        subsidyFen: yuan(1_000),
        cardHours: '10',
        chip: 'ascend',
        servedFrom: life.dateOf(life.day - 9),
        servedTo: life.dateOf(life.day - 1),
        invoiceFile: new File(['%PDF-1.4\n%%EOF\n'], 'i.pdf', { type: 'application/pdf' }),
        usageFile: undefined,
      }),
    ).toMatchObject({ code: 'invoice_taken' });
  });

  it('of two claims that are submitted at once is used by one of them', async () => {
    const other = await cases.toClaim();
    const mine = await draft(900_000);
    const theirs = await life.draftClaim(other.state.owner, other.voucherId, [900_000], life.day);
    const shared = { invoiceNumber: '26952000009876543210', invoiceKey: ':26952000009876543210' };
    await addCost(mine, shared);
    await perform(other.state.owner, drafts.addCost, cost(theirs, shared));
    const outcomes = await Promise.allSettled([
      submit(mine),
      perform(other.state.owner, submissions.submitClaim, { claimId: theirs, declared: 'yes' }),
    ]);
    const won = outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok);
    expect(won).toHaveLength(1);
    expect(await cases.count(`invoice_uses where invoice_key = '${shared.invoiceKey}'`)).toBe(1);
    expect(await breaks()).toEqual([]);
  });

  it('is free again when its claim is refused or withdrawn', async () => {
    const refused = await claim(900_000);
    expect(await invoicesUsed(refused)).toBe(1);
    await life.refuseClaim('shenzhen', refused);
    expect(await invoicesUsed(refused)).toBe(0);
    const withdrawn = await claim(900_000);
    await perform(owner(), submissions.withdrawClaim, { claimId: withdrawn });
    expect(await invoicesUsed(withdrawn)).toBe(0);
    expect(await look(withdrawn)).toMatchObject({ state: 'withdrawn', held: 0, spent: 0 });
    expect(await breaks()).toEqual([]);
  });
});

describe('the city', () => {
  it('reduces the costs with a reason; the amount follows by the rules and the rest is free', async () => {
    const claimId = await claim(900_000);
    expect(await verify(claimId, 700_000)).toMatchObject({
      code: 'reduction_reason_missing',
      field: 'reason',
    });
    expect(await verify(claimId, 900_001)).toMatchObject({
      code: 'accepted_above',
      field: 'acceptedFen',
    });
    expect(await verify(claimId, 400_000, '其余不属于算力费用。')).toMatchObject({
      code: 'accepted_nothing',
    });
    expect(await verify(claimId, 700_000, '其中存储费用不属于支持范围。')).toMatchObject({
      ok: true,
    });
    expect(await look(claimId)).toMatchObject({ approved: 350_000, held: 0, spent: 350_000 });
    // What was not accepted does not come back with the next claim.
    const next = await claim(200_000);
    expect(await look(next)).toMatchObject({ claimed: 100_000 });
    expect(await breaks()).toEqual([]);
  });

  it('decides on claims in the order in which they were submitted', async () => {
    const first = await claim(900_000);
    const later = await claim(200_000);
    expect(await verify(later, 200_000)).toMatchObject({ code: 'earlier_undecided' });
    await life.refuseClaim('shenzhen', first);
    // Without the first the threshold is not reached any more.
    expect(await verify(later, 200_000)).toMatchObject({ code: 'accepted_nothing' });
    expect(await look(later)).toMatchObject({ state: 'submitted', held: 100_000 });
    expect(await breaks()).toEqual([]);
  });

  it('recovers what it paid to the budget alone: the costs do not come again', async () => {
    const claimId = await claim(900_000);
    await verify(claimId, 900_000);
    const [row] = await database.superuser<{ id: string }[]>`
      select capture_entry_id as id from claims where id = ${claimId}`;
    const wish = {
      entryId: row?.id ?? '',
      amountFen: yuan(450_000),
      ground: '办法第十八条',
      reason: '发票不实。',
    };
    expect(
      await perform(finance(), proposeRecovery, { ...wish, voucherAfter: 'restored' }),
    ).toMatchObject({ code: 'voucher_paid_out', field: 'voucherAfter' });
    const proposed = await perform(finance(), proposeRecovery, { ...wish, voucherAfter: 'ended' });
    if (!proposed.ok) throw new Error(proposed.code);
    await perform(second(), releaseRecovery, { recoveryId: proposed.value.id });
    expect(await look(claimId)).toMatchObject({ state: 'reversed', spent: 0, returned: 450_000 });
    // The next payment of the start-up nets it and leaves its state alone.
    const next = await claim(700_000);
    await verify(next, 700_000);
    await life.setDay(life.settledFrom('monthly', life.day));
    const batch = await life.batch('shenzhen');
    await life.releaseBatch('shenzhen', batch);
    await life.payAll('shenzhen', batch, life.day);
    expect(await look(claimId)).toMatchObject({ state: 'reversed' });
    expect(await look(next)).toMatchObject({ state: 'paid', approved: 350_000 });
    expect(await breaks()).toEqual([]);
  });

  it('pays after a whole recovery at most what the award still has', async () => {
    const first = await claim(1_400_000);
    await verify(first, 1_400_000);
    const [row] = await database.superuser<{ id: string }[]>`
      select capture_entry_id as id from claims where id = ${first}`;
    const proposed = await perform(finance(), proposeRecovery, {
      entryId: row?.id ?? '',
      amountFen: yuan(700_000),
      voucherAfter: 'ended',
      ground: '办法第十八条',
      reason: '发票不实。',
    });
    if (!proposed.ok) throw new Error(proposed.code);
    await perform(second(), releaseRecovery, { recoveryId: proposed.value.id });
    // Half of 1,000,000 is 500,000, but only 300,000 of the award did not go back to the budget.
    const next = await claim(1_000_000);
    expect(await look(next)).toMatchObject({ state: 'submitted', held: 300_000 });
    await verify(next, 1_000_000);
    expect(await look(next)).toMatchObject({ approved: 300_000 });
    expect(await breaks()).toEqual([]);
  });

  it('asks once for a correction, keeps the amount meanwhile, and takes the corrected claim', async () => {
    const claimId = await claim(900_000);
    await life.sendBackClaim('shenzhen', claimId);
    expect(await look(claimId)).toMatchObject({ state: 'returned', held: 450_000 });
    await addCost(claimId, {
      invoiceFen: yuan(300_000),
      countedFen: yuan(300_000),
      paidFen: yuan(300_000),
    });
    expect(await submit(claimId)).toMatchObject({ ok: true });
    expect(await look(claimId)).toMatchObject({
      state: 'submitted',
      claimed: 600_000,
      held: 600_000,
    });
    expect(
      await perform(finance(), decisions.sendBackClaim, { claimId, correction: '再补。' }),
    ).toMatchObject({ code: 'correction_spent' });
    expect(await breaks()).toEqual([]);
  });

  it('takes a correction after the last day of the award, but not for more', async () => {
    const claimId = await claim(900_000);
    await after(360);
    await life.sendBackClaim('shenzhen', claimId);
    await addCost(claimId, {
      invoiceFen: yuan(300_000),
      countedFen: yuan(300_000),
      paidFen: yuan(300_000),
    });
    await after(370);
    await executeSweep(city, expireVouchers);
    expect(await submit(claimId)).toMatchObject({ ok: true });
    expect(await look(claimId)).toMatchObject({ claimed: 450_000, held: 450_000 });
    expect(await breaks()).toEqual([]);
  });

  it('ends a claim that was not corrected in time, and frees what it held', async () => {
    const claimId = await claim(900_000);
    await life.sendBackClaim('shenzhen', claimId);
    await after(30);
    expect(await submit(claimId)).toMatchObject({ code: 'correction_over' });
    await executeSweep(city, lapseClaims);
    expect(await look(claimId)).toMatchObject({ state: 'lapsed', held: 0 });
    expect(await invoicesUsed(claimId)).toBe(0);
    expect(await breaks()).toEqual([]);
  });

  it('ends several such claims in one run', async () => {
    const both = [await claim(900_000), await claim(500_000)];
    for (const claimId of both) await life.sendBackClaim('shenzhen', claimId);
    await after(30);
    await executeSweep(city, lapseClaims);
    for (const claimId of both) {
      expect(await look(claimId)).toMatchObject({ state: 'lapsed', held: 0 });
    }
    expect(await breaks()).toEqual([]);
  });

  it('decides once, whichever two officials decide at the same moment', async () => {
    const claimId = await claim(900_000);
    const outcomes = await Promise.all([
      verify(claimId, 900_000),
      perform(second(), decisions.refuseClaim, { claimId, reason: '不符。' }),
      perform(second(), decisions.sendBackClaim, { claimId, correction: '请补。' }),
      perform(owner(), submissions.withdrawClaim, { claimId }),
    ]);
    expect(codesOf(outcomes)).toEqual(['done', 'state_changed', 'state_changed', 'state_changed']);
    expect(await breaks()).toEqual([]);
  });

  it('of another place finds no such claim', async () => {
    const claimId = await claim(900_000);
    const stranger = life.official('finance1', 'nanning');
    const acts = [
      perform(stranger, decisions.verifyClaim, { claimId, acceptedFen: yuan(1), reason: 'x' }),
      perform(stranger, decisions.refuseClaim, { claimId, reason: 'x' }),
      perform(stranger, decisions.sendBackClaim, { claimId, correction: 'x' }),
    ];
    expect(codesOf(await Promise.all(acts))).toEqual(Array(3).fill('claim_unknown'));
  });
});

describe('the ledger', () => {
  it('never lets claims that are submitted at once exceed the award', async () => {
    const claimIds = [await draft(900_000)];
    await submit(claimIds[0] ?? '');
    const { id } = await startOne();
    for (const requirement of ['invoice', 'payment'] as const) {
      await perform(owner(), drafts.attachToClaim, {
        claimId: id,
        requirement,
        file: new File([`%PDF-1.4 ${requirement}\n%%EOF\n`], 'f.pdf', { type: 'application/pdf' }),
      });
    }
    await addCost(id, {
      invoiceFen: yuan(3_000_000),
      countedFen: yuan(3_000_000),
      paidFen: yuan(3_000_000),
    });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit(id)));
    expect(codesOf(outcomes).filter((code) => code === 'done')).toHaveLength(1);
    expect(await look(id)).toMatchObject({ claimed: 550_000, held: 1_000_000 });
    expect(await breaks()).toEqual([]);
  });

  it('shows a tampered claim as a break', async () => {
    const claimId = await claim(900_000);
    await verify(claimId, 900_000);
    await database.superuser`update claims set approved_fen = approved_fen - 1 where id = ${claimId}`;
    const found = await breaks();
    expect(found.map(({ thing, id }) => [thing, id])).toEqual([
      ['claim', claimId],
      ['claim', claimId],
    ]);
    await database.superuser`update claims set approved_fen = approved_fen + 1 where id = ${claimId}`;
  });
});
