import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { fundingByTwo, openOwnProgramme } from '@/db/testing/own-programme';
import { proposeRecovery, releaseRecovery } from '@/features/recoveries/commands';
import { markFailed, requeuePayment } from '@/features/settlements/payment-commands';
import { getBatchFunders } from '@/features/settlements/funder-queries';
import { fen, sumFen, type Fen } from '@/lib/money';
import { sqlStateOf } from '@/server/database-errors';
import { issueBill, withdrawBill } from './bill-commands';
import { readBillFile } from './file-queries';
import { getBill, listFunding } from './queries';
import { confirmReceipt, declineReceipt, enterReceipt } from './receipt-commands';

/** Tests what funders are billed for: each settled line once, and what they pay in by two people. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
const slug = 'shared-compute';

const official = (local: string, city = 'qingyang') => life.official(local, city);
const finance = () => official('finance1');
const other = () => official('finance2');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  await openOwnProgramme(database, life, {
    slug,
    budgetFen: 1_000_000_000n,
    rules: { funding: fundingByTwo },
  });
});

afterAll(() => database.close());

/** Redeems an amount on a voucher of its own, and pays it with everything else that waits. */
const settled = (amountFen: Fen) => cases.paid(amountFen, slug);

const everything = { programme: undefined, from: undefined, to: undefined, cursor: undefined };
const funding = (filter: Partial<typeof everything> | { from: string; to: string } = {}) =>
  listFunding(actorOf(finance()), { ...everything, ...filter });
const today = () => life.dateOf(life.day);

const asked = async (name: string) => {
  const sum = (await funding()).sums.find((row) => row.name.en === name);
  if (!sum) throw new Error(`Nobody is called ${name}.`);
  return sum;
};

async function bill(name: string, who = finance()) {
  const sum = await asked(name);
  return perform(who, issueBill, {
    funderId: sum.funderId,
    fromOn: '2026-06-01',
    toOn: today(),
    shownFen: sum.openFen.toString(),
  });
}

async function billed(name: string): Promise<string> {
  const outcome = await bill(name);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
}

let transfers = 0;
function receive(billId: string, amountFen: Fen, who = finance()) {
  transfers += 1;
  const bankReference = `ICBC-${transfers}`;
  return perform(who, enterReceipt, { billId, amountFen, paidOn: today(), bankReference });
}
const latestReceipt = async (billId: string) =>
  (await getBill(actorOf(finance()), billId))?.receipts.at(-1)?.id ?? '';

describe('a settled batch', () => {
  it('shows what each funder bears, the odd fen with the one that the rules name', async () => {
    const { batchId } = await settled(fen(900_001n));
    const rows = await getBatchFunders(actorOf(finance()), batchId);
    expect(rows.map(({ name, amountFen }) => [name.en, amountFen])).toEqual(
      expect.arrayContaining([
        ['the province', 450_001n],
        ['the city', 450_000n],
      ]),
    );
    expect(await cases.breaks()).toBe(0);
  });

  it('is not owed by a funder of another city, nor shown to it', async () => {
    const { sums, rows } = await listFunding(actorOf(official('finance1', 'shenzhen')), everything);
    expect([...sums, ...rows]).toEqual([]);
  });
});

describe('a bill', () => {
  it('has each settled line once, also where two people issue it at the same time', async () => {
    const outcomes = await Promise.all([bill('the province'), bill('the province', other())]);
    expect(codesOf(outcomes)).toEqual(['done', 'nothing_to_bill']);
    const sum = await asked('the province');
    expect(sum).toMatchObject({ shareFen: 450_001n, billedFen: 450_001n, openFen: 0n });
    expect((await asked('the city')).billedFen).toBe(0n);
    const doubled = database.superuser`insert into funder_bill_lines
      (city_id, bill_id, funder_id, entry_id, batch_id)
      select l.city_id, l.bill_id, l.funder_id, l.entry_id, l.batch_id from funder_bill_lines l`;
    expect(await doubled.then(() => 'done', sqlStateOf)).toBe('23505');
  });

  it('is of what the page showed, and of days in their order', async () => {
    const { funderId, openFen } = await asked('the city');
    const wish = { funderId, fromOn: '2026-06-01', toOn: today(), shownFen: openFen.toString() };
    const issue = (change: Partial<typeof wish>) =>
      perform(finance(), issueBill, { ...wish, ...change });
    expect(await issue({ shownFen: '449999' })).toMatchObject({ code: 'bill_changed' });
    expect(await issue({ fromOn: '2027-01-01' })).toMatchObject({ code: 'period_backwards' });
    const earlier = { fromOn: '2026-01-01', toOn: '2026-05-31' };
    expect(await issue(earlier)).toMatchObject({ code: 'nothing_to_bill' });
    const stranger = await perform(official('finance1', 'shenzhen'), issueBill, wish);
    expect(stranger).toMatchObject({ code: 'funder_unknown' });
  });

  it('covers lines up to midnight of its last day in Shanghai', async () => {
    const { sums } = await funding({ from: today(), to: today() });
    expect(sums.map(({ shareFen }) => shareFen)).toEqual([450_001n, 450_000n]);
    expect((await funding({ from: '2026-01-01', to: '2026-05-31' })).sums).toEqual([]);
  });

  it('gives its lines free when it is withdrawn, and keeps them on record', async () => {
    const first = await billed('the city');
    const why = { billId: first, reason: '期间有误。' };
    expect(await perform(finance(), withdrawBill, why)).toMatchObject({ ok: true });
    expect(await perform(finance(), withdrawBill, why)).toMatchObject({ code: 'state_changed' });
    const kept = await getBill(actorOf(finance()), first);
    expect(kept).toMatchObject({ state: 'withdrawn', withdrawReason: '期间有误。' });
    expect(sumFen((kept?.batches ?? []).map((batch) => batch.amountFen))).toBe(450_000n);
    const second = await billed('the city');
    expect((await getBill(actorOf(finance()), second))?.amountFen).toBe(450_000n);
    expect(await receive(first, fen(1n))).toMatchObject({ code: 'bill_not_open' });
    expect(await cases.breaks()).toBe(0);
  });

  it('is written to a file line by line, for its own city', async () => {
    const [row] = (await funding()).rows.filter(({ state }) => state === 'issued');
    const read = (format: 'csv' | 'xlsx', who = finance()) =>
      readBillFile(actorOf(who), row?.id ?? '', { format, locale: 'en' });
    const csv = new TextDecoder().decode((await read('csv'))?.bytes);
    const [heading, line, ...rest] = csv.trim().split('\r\n');
    expect(heading).toBe('Batch,Payment,Payee,Kind,Settled amount (CNY),Share (CNY)');
    expect(line).toMatch(/^QY-JS-2026-\d{6},QY-JS-2026-\d{6}-1,.+,9000\.01,4500\.00$/);
    expect(rest).toEqual([]);
    expect((await read('xlsx'))?.name).toMatch(/^QY-ZD-2026-\d{6}\.xlsx$/);
    expect(await read('csv', official('finance1', 'shenzhen'))).toBeUndefined();
  });
});

describe('what a funder pays in', () => {
  let billId = '';
  beforeAll(async () => {
    billId =
      (await funding()).rows.find(
        ({ funder, state }) => funder.en === 'the province' && state === 'issued',
      )?.id ?? '';
  });
  const state = async () => {
    const found = await getBill(actorOf(finance()), billId);
    return { state: found?.state, paidFen: found?.paidFen, leftFen: found?.leftFen };
  };

  it('counts only once another person has confirmed it', async () => {
    expect(await receive(billId, fen(450_002n))).toMatchObject({ code: 'receipt_above' });
    expect(await receive(billId, fen(450_000n))).toMatchObject({ ok: true });
    expect(await state()).toEqual({ state: 'issued', paidFen: 0n, leftFen: 450_001n });
    const receiptId = await latestReceipt(billId);
    const own = await perform(finance(), confirmReceipt, { receiptId });
    expect(own).toMatchObject({ code: 'receipt_own' });
    const stranger = await perform(official('finance1', 'shenzhen'), confirmReceipt, { receiptId });
    expect(stranger).toMatchObject({ code: 'receipt_unknown' });
    const withdrawal = { billId, reason: '期间有误。' };
    expect(await perform(finance(), withdrawBill, withdrawal)).toMatchObject({
      code: 'receipt_waiting',
    });
    const confirmed = await Promise.all(
      [other(), other()].map((person) => perform(person, confirmReceipt, { receiptId })),
    );
    expect(codesOf(confirmed)).toEqual(['done', 'receipt_decided']);
    expect(await state()).toEqual({ state: 'issued', paidFen: 450_000n, leftFen: 1n });
    expect(await perform(finance(), withdrawBill, withdrawal)).toMatchObject({
      code: 'bill_received',
    });
  });

  it('is entered once under a bank reference, and never from the future', async () => {
    const [known] = (await getBill(actorOf(finance()), billId))?.receipts ?? [];
    const bankReference = (known?.bankReference ?? '').toLowerCase().replace('-', '－');
    const again = { billId, amountFen: fen(1n), paidOn: today(), bankReference };
    await expect(perform(finance(), enterReceipt, again)).rejects.toThrow();
    const tomorrow = { ...again, paidOn: life.dateOf(life.day + 1), bankReference: 'ICBC-X' };
    expect(await perform(finance(), enterReceipt, tomorrow)).toMatchObject({
      code: 'received_in_future',
    });
  });

  it('never exceeds the bill, whatever was entered side by side', async () => {
    await Promise.all([receive(billId, fen(1n)), receive(billId, fen(1n))]);
    const receipts = (await getBill(actorOf(finance()), billId))?.receipts ?? [];
    const waiting = receipts.filter((receipt) => receipt.state === 'proposed');
    expect(waiting).toHaveLength(2);
    const outcomes = await Promise.all(
      waiting.map(({ id: receiptId }) => perform(other(), confirmReceipt, { receiptId })),
    );
    expect(codesOf(outcomes)).toEqual(['bill_not_open', 'done']);
    expect(await state()).toEqual({ state: 'paid', paidFen: 450_001n, leftFen: 0n });
    const open = (await getBill(actorOf(finance()), billId))?.receipts.find(
      (receipt) => receipt.state === 'proposed',
    );
    const declined = await perform(other(), declineReceipt, {
      receiptId: open?.id ?? '',
      answer: '重复登记。',
    });
    expect(declined).toMatchObject({ ok: true });
    expect(await cases.breaks()).toBe(0);
  });
});

describe('what is billed later', () => {
  it('is less by what was reversed after it was billed', async () => {
    const { redemption } = await settled(fen(100_000n));
    await billed('the province');
    await billed('the city');
    const [capture] = await database.superuser<{ id: string }[]>`
      select capture_entry_id id from redemptions where id = ${redemption}`;
    const proposed = await perform(finance(), proposeRecovery, {
      entryId: capture?.id ?? '',
      amountFen: fen(30_001n),
      voucherAfter: 'ended',
      ground: '办法第十八条',
      reason: '算力未实际使用。',
    });
    if (!proposed.ok) throw new Error(proposed.code);
    await perform(other(), releaseRecovery, { recoveryId: proposed.value.id });
    await settled(fen(50_000n));
    const [province, own] = [await asked('the province'), await asked('the city')];
    // 100,000 − 30,001 = 69,999: 35,000 and 34,999; with the 25,000 of the new voucher less what was billed.
    expect(province.openFen).toBe(25_000n - 15_000n);
    expect(own.openFen).toBe(25_000n - 15_001n);
    expect(await bill('the province')).toMatchObject({ ok: true });
    expect(await cases.breaks()).toBe(0);
  });

  it('does not bill a payment twice that failed and was queued again', async () => {
    await billed('the city');
    const [payment] = await database.superuser<{ id: string }[]>`
      select p.id from payments p join settlement_batches b on b.id = p.batch_id
      where p.state = 'paid' order by b.released_at desc limit 1`;
    const paymentId = payment?.id ?? '';
    const bounce = { paymentId, reason: '银行退回。' };
    expect(await perform(finance(), markFailed, bounce)).toMatchObject({ ok: true });
    expect(await perform(finance(), requeuePayment, { paymentId })).toMatchObject({ ok: true });
    const batch = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batch);
    expect((await asked('the city')).openFen).toBe(0n);
    expect(await bill('the city')).toMatchObject({ code: 'nothing_to_bill' });
    expect(await cases.breaks()).toBe(0);
  });

  it('leaves out what the bank has not paid, until it was paid', async () => {
    await settled(fen(40_000n));
    const [payment] = await database.superuser<{ id: string }[]>`
      select p.id from payments p join settlement_batches b on b.id = p.batch_id
      where p.state = 'paid' order by b.released_at desc limit 1`;
    const paymentId = payment?.id ?? '';
    expect((await asked('the city')).openFen).toBe(20_000n);
    await perform(finance(), markFailed, { paymentId, reason: '银行退回。' });
    expect((await asked('the city')).openFen).toBe(0n);
    expect(await bill('the city')).toMatchObject({ code: 'nothing_to_bill' });
    await perform(finance(), requeuePayment, { paymentId });
    const batch = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batch);
    await life.payAll('qingyang', batch, life.day);
    expect((await asked('the city')).openFen).toBe(20_000n);
    for (const name of ['the province', 'the city']) await billed(name);
    expect(await cases.breaks()).toBe(0);
  });

  it('is less by reversals of an earlier period, also where only later days are billed', async () => {
    const { redemption } = await settled(fen(100_000n));
    for (const name of ['the province', 'the city']) await billed(name);
    const [capture] = await database.superuser<{ id: string }[]>`
      select capture_entry_id id from redemptions where id = ${redemption}`;
    const proposed = await perform(finance(), proposeRecovery, {
      entryId: capture?.id ?? '',
      amountFen: fen(60_000n),
      voucherAfter: 'ended',
      ground: '办法第十八条',
      reason: '算力未实际使用。',
    });
    if (!proposed.ok) throw new Error(proposed.code);
    await perform(other(), releaseRecovery, { recoveryId: proposed.value.id });
    // The debt is netted with money of a programme that nobody shares, so its batch has nothing for the funders but the reversal.
    await cases.paid(fen(80_000n));
    const after = life.dateOf(life.day + 1);
    await settled(fen(70_000n));
    const sums = (await funding({ from: after, to: today() })).sums;
    expect(sums.find(({ name }) => name.en === 'the city')).toMatchObject({
      shareFen: 35_000n,
      broughtFen: -30_000n,
      openFen: 5_000n,
    });
    const { funderId } = await asked('the city');
    const wish = { funderId, fromOn: after, toOn: today() };
    const issued = await perform(finance(), issueBill, { ...wish, shownFen: '5000' });
    if (!issued.ok) throw new Error(issued.code);
    expect((await getBill(actorOf(finance()), issued.value.id))?.amountFen).toBe(5_000n);
    expect((await asked('the city')).openFen).toBe(0n);
    expect(await cases.breaks()).toBe(0);
  });
});
