import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform, sendOnce } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { applications } from '@/db/schema/applications';
import { Cases, codesOf } from '@/db/testing/cases';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { sameContract } from '@/features/applications/same-contract';
import { runSweeps } from '@/features/jobs/sweeps';
import { unfreezeVoucher } from '@/features/vouchers/commands';
import { listCityVouchers } from '@/features/vouchers/queries';
import type { IsoDate } from '@/lib/dates';
import { formatVoucherCode } from '@/lib/identifiers';
import { fen, type Fen } from '@/lib/money';
import { inScope } from '@/server/scope';
import { submitRedemption } from './commands';
import { authoriseHold } from './hold-commands';
import { authoriseHoldInput } from './input';

/**
 * Checks numbers of orders and contracts as different users type them, and then what comes twice, too late or from
 * another organisation.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let owner: Person;
let voucherId = '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database, 1);
  const first = life.world.startups[0];
  if (!first) throw new Error('The base has no start-up.');
  owner = first.owner;
  const start = 0;
  await life.setDay(start);
  const state = await life.draft(owner, 'qingyang-compute-2024', 100_000, {
    citySlug: 'qingyang',
    day: start,
  });
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(start + 14);
  await life.propose(state);
  voucherId = await life.release(state);
});
afterAll(() => database.close());

const order = (orderNumber: string, amountFen: bigint) => ({
  voucherId,
  vendorId: life.world.vendors[0]?.id ?? '',
  orderNumber,
  orderFen: fen(100_000n),
  amountFen: fen(amountFen),
});

describe('an order', () => {
  it('is the same however its number is typed, and no more than its amount is held', async () => {
    await as(owner, authoriseHold, order('PO-2026-7', 90_000n));
    for (const typed of [
      'po-2026-7',
      'ＰＯ-2026-7',
      'PO–2026–7',
      'PO 2026 7',
      'PO-\u200b2026-7。',
    ]) {
      expect(await perform(owner, authoriseHold, order(typed, 90_000n)), typed).toMatchObject({
        ok: false,
        code: 'hold_above_order',
      });
    }
    expect(await perform(owner, authoriseHold, order('PO-2026-71', 90_000n))).toMatchObject({
      ok: true,
    });
    const [stored] = await database.superuser<{ order_number: string; order_key: string }[]>`
      select order_number, order_key from holds where order_number like 'PO-2026-7' limit 1`;
    expect(stored).toEqual({ order_number: 'PO-2026-7', order_key: 'po2026-7' });
  });

  it.each(['—', ' 。', '\u200b'])('cannot be identified by a number such as %j', (orderNumber) => {
    const typed = { voucherId: crypto.randomUUID(), vendorId: crypto.randomUUID(), orderNumber };
    const read = authoriseHoldInput.safeParse({ ...typed, orderFen: '3', amountFen: '1' });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain('orderNumber');
  });
});

it('a contract is the same however its number is typed', async () => {
  const named = (contractNumber: string) =>
    inScope(actorOf(owner), async ({ tx }) => {
      const found = await tx.select().from(applications).where(sameContract(contractNumber));
      return found.length;
    });
  const [row] = await database.superuser<{ number: string }[]>`
    select answers ->> 'contractNumber' as number from applications limit 1`;
  const number = row?.number ?? '';
  expect(number).toMatch(/^HT-2026-\d+$/);
  const typed = [number, number.toLowerCase(), number.replaceAll('-', '—'), ` ${number}.`];
  for (const one of typed) expect(await named(one), one).toBe(1);
  expect(await named(`${number}0`)).toBe(0);
});

it('a voucher is found by its code and its holder, and not by a mix of parts of them', async () => {
  const actor = actorOf<'voucher.oversee'>(life.official('finance1', 'qingyang'));
  const found = async (q: string) =>
    (await listCityVouchers(actor, { q })).rows.map(({ id }) => id);
  const [row] = await database.superuser<{ code: string; name: string }[]>`
    select v.code, o.name from vouchers v join organisations o on o.id = v.organisation_id`;
  const { code = '', name = '' } = row ?? {};
  const shown = formatVoucherCode(code);
  for (const typed of [shown, shown.replaceAll('-', '—'), code.slice(2, 9).toLowerCase(), name]) {
    expect(await found(typed), typed).toEqual([voucherId]);
  }
  // Formerly this text, a word of the name with a digit of the code, found every such voucher.
  const digit = /\d/.exec(code)?.[0] ?? '2';
  expect(await found(`公司${digit}`)).toEqual([]);
});

const account = async (voucherId: string) => {
  const [row] = await database.superuser<Record<string, number>[]>`
    select granted_fen::float8 as granted, held_fen::float8 as held, spent_fen::float8 as spent,
      returned_fen::float8 as returned from ledger.accounts where id = ${voucherId}`;
  return { ...row };
};

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

describe('a hold', () => {
  it('sent twice by a double press sets the money aside once', async () => {
    const { state, voucherId } = await cases.issued();
    const input = orderOf(voucherId, fen(500_000n));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        sendOnce(state.owner, ['authoriseHold', authoriseHold], input, 'pressed-twice'),
      ),
    );
    expect(codesOf(outcomes)).toEqual(Array(6).fill('done'));
    expect(await account(voucherId)).toMatchObject({ held: 500_000 });
    expect(await cases.count('holds where voucher_id = $1', voucherId)).toBe(1);
    const reused = { ...input, amountFen: fen(400_000n) };
    expect(
      await sendOnce(state.owner, ['authoriseHold', authoriseHold], reused, 'pressed-twice'),
    ).toMatchObject({ code: 'key_reused' });
    // The ledger has its own guard: it does not take an old posting for a new one, even without the check before it.
    expect(await perform(state.owner, authoriseHold, input, 'pressed-twice')).toMatchObject({
      code: 'key_reused',
    });
  });

  it('is refused with its own reason on another holder’s, a frozen and an expired voucher', async () => {
    const { state, voucherId } = await cases.issued();
    const other = life.world.startups.find(({ owner }) => owner !== state.owner)?.owner ?? null;
    const input = orderOf(voucherId, fen(100n));
    expect(await perform(other, authoriseHold, input)).toMatchObject({ code: 'voucher_unknown' });
    await life.freeze(state, voucherId);
    expect(await perform(state.owner, authoriseHold, input)).toMatchObject({
      code: 'ledger_frozen',
      field: 'amountFen',
    });
    await perform(life.official('finance2', 'qingyang'), unfreezeVoucher, { voucherId });
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
  it('is paid only once, even if several vendors send it at the same time', async () => {
    const { state, voucherId } = await cases.issued();
    const number = '26622000000099999999';
    const first = await life.hold(state, voucherId, fen(600_000n), 0);
    const second = await life.hold(state, voucherId, fen(600_000n), 1);
    const at = (vendor: number, holdId: string) =>
      perform(vendorAt(vendor).operator, submitRedemption, claimOf(holdId, number, fen(600_000n)));
    const outcomes = await Promise.allSettled([at(0, first), at(1, second), at(0, first)]);
    const done = outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok);
    expect(done).toHaveLength(1);
    expect(await cases.count('redemptions where voucher_id = $1', voucherId)).toBe(1);
    expect(await at(1, second)).toMatchObject({ code: 'invoice_taken', field: 'invoiceNumber' });
    expect(await at(1, first)).toMatchObject({ code: 'hold_unknown' });
    expect(await cases.breaks()).toBe(0);
  });
});

describe('the documents of a redemption', () => {
  it('are those that the rules require, and a missing one is named at its field', async () => {
    const { state, voucherId } = await cases.issued();
    const hold = await life.hold(state, voucherId, fen(600_000n), 0);
    await database.superuser`alter table programme_versions disable trigger programme_versions_immutable`;
    const require = (codes: string[]) => database.superuser`
      update programme_versions set rules = jsonb_set(rules, '{evidence,redemption}', ${database.superuser.json(codes)})
      where id = (select version_id from vouchers where id = ${voucherId})`;
    await require(['invoice', 'usage', 'delivery']);
    const input = claimOf(hold, '26622000000077777777', fen(600_000n));
    const file = (name: string) =>
      new File([`%PDF-1.4 ${name}\n%%EOF\n`], name, { type: 'application/pdf' });
    const submit = (files: object) =>
      perform(vendorAt(0).operator, submitRedemption, { ...input, ...files });
    expect(await submit({})).toMatchObject({ code: 'evidence_missing', field: 'usageFile' });
    const usageFile = file('usage.pdf');
    expect(await submit({ usageFile })).toMatchObject({ field: 'deliveryFile' });
    expect(await submit({ usageFile, deliveryFile: file('delivery.pdf') })).toMatchObject({
      ok: true,
    });
    await require(['invoice']);
    await database.superuser`alter table programme_versions enable trigger programme_versions_immutable`;
  });
});

describe('a claim that outlives its voucher', () => {
  it('returns its money to the pool when the city rejects it, and only once', async () => {
    const { state, voucherId } = await cases.issued();
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
      await cases.count(
        `audit_events where voucher_id = $1 and action = 'voucher.rest_returned'`,
        voucherId,
      ),
    ).toBe(1);
    expect(await cases.breaks()).toBe(0);
    await life.setDay(before);
  });
});
