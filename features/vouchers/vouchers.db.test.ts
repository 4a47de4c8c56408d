import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { authoriseHold, expireHolds } from '@/features/redemptions/hold-commands';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { expireVouchers, freezeVoucher, unfreezeVoucher } from './commands';

/** Tests what a city does with an issued voucher, and how it ends. Each test has a voucher of ¥30,000 of its own. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let city = '';
let state: CaseState;
let voucherId = '';
const face = 3_000_000;
const reason = '核查关联关系。';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  city = life.world.cities.get('qingyang') ?? '';
});
afterAll(() => database.close());
beforeEach(async () => {
  // The test before may have moved the clock to the end of the term.
  await after(0);
  ({ state, voucherId } = await cases.issued());
});

const finance = (): Person => life.official('finance1', 'qingyang');
const hold = (amountFen: bigint) =>
  perform(state.owner, authoriseHold, {
    voucherId,
    vendorId: life.world.vendors[0]?.id ?? '',
    orderNumber: `PO-${crypto.randomUUID()}`,
    orderFen: fen(amountFen * 4n),
    amountFen: fen(amountFen),
  });

/** Loads the voucher's state and its balances in fen. */
async function voucher(): Promise<Record<string, unknown>> {
  const [row] = await database.superuser<Record<string, unknown>[]>`
    select v.state, a.held_fen::float8 as held, a.spent_fen::float8 as spent, a.returned_fen::float8 as returned
      from vouchers v join ledger.accounts a using (id) where v.id = ${voucherId}`;
  return row ?? {};
}
/** Loads by how many fen the pool's committed amount differs from what its vouchers have not returned. */
async function difference(): Promise<number> {
  const [row] = await database.superuser<{ fen: number }[]>`
    select (p.committed_fen - sum(a.granted_fen - a.returned_fen))::float8 as fen
      from ledger.pools p join vouchers v on v.programme_id = p.id join ledger.accounts a on a.id = v.id
      where p.id = (select programme_id from vouchers where id = ${voucherId}) group by p.committed_fen`;
  return row?.fen ?? -1;
}
const events = async (): Promise<string[]> => {
  const rows = await database.superuser<{ action: string }[]>`
    select action from audit_events where voucher_id = ${voucherId} order by id`;
  return rows.map(({ action }) => action).filter((action) => action.startsWith('voucher.'));
};
/** Moves the clock without running a sweep. */
const after = (days: number) =>
  setClock(database.superuser, new Date(testStart.getTime() + (life.day + days) * 86_400_000));

describe('a frozen voucher', () => {
  it('pays for nothing until it is unfrozen, keeps its money, and its holder reads why', async () => {
    expect(await perform(finance(), freezeVoucher, { voucherId, reason })).toMatchObject({
      ok: true,
    });
    expect(await hold(100_000n)).toMatchObject({ ok: false, code: 'ledger_frozen' });
    expect(await voucher()).toEqual({ state: 'frozen', held: 0, spent: 0, returned: 0 });
    const [mail] = await database.superuser<{ template: string; values: { reason: string } }[]>`
      select template, values from notifications where organisation_id =
        (select organisation_id from vouchers where id = ${voucherId}) order by id desc limit 1`;
    expect(mail).toMatchObject({ template: 'voucher_frozen', values: { reason } });
    expect(await perform(finance(), unfreezeVoucher, { voucherId })).toMatchObject({ ok: true });
    expect(await hold(100_000n)).toMatchObject({ ok: true });
    expect(await events()).toEqual(['voucher.issued', 'voucher.frozen', 'voucher.unfrozen']);
  });

  it('is not frozen twice, also when two officials do it at once', async () => {
    const freeze = () => perform(finance(), freezeVoucher, { voucherId, reason });
    const outcomes = await Promise.all([freeze(), freeze()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'state_changed' });
    expect(await events()).toEqual(['voucher.issued', 'voucher.frozen']);
  });

  it('is unknown to another city', async () => {
    const stranger = life.official('finance1', 'shenzhen');
    const outcome = await perform(stranger, freezeVoucher, { voucherId, reason });
    expect(outcome).toMatchObject({ ok: false, code: 'voucher_unknown' });
    expect(await voucher()).toMatchObject({ state: 'active' });
  });
});

describe('a voucher whose term is over', () => {
  it('returns what is unused to its pool once, however many sweeps run', async () => {
    await after(450);
    await Promise.all([1, 2, 3].map(() => executeSweep(city, expireVouchers)));
    expect(await voucher()).toEqual({ state: 'expired', held: 0, spent: 0, returned: face });
    expect(await difference()).toBe(0);
    expect(await events()).toEqual(['voucher.issued', 'voucher.expired']);
    expect(await hold(100_000n)).toMatchObject({ ok: false, code: 'ledger_expired' });
  });

  it('expires although it is frozen', async () => {
    await perform(finance(), freezeVoucher, { voucherId, reason });
    await after(450);
    await executeSweep(city, expireVouchers);
    expect(await voucher()).toMatchObject({ state: 'expired', returned: face });
  });

  it('keeps what a vendor has claimed until the city decides, and returns it if the city refuses', async () => {
    const holdId = await life.hold(state, voucherId, fen(1_000_000n));
    const redemption = await life.redeem(holdId, fen(400_000n), life.day);
    await life.confirm(state, redemption);
    await after(450);
    await executeSweep(city, expireHolds);
    await executeSweep(city, expireVouchers);
    expect(await voucher()).toMatchObject({ held: 400_000, returned: face - 400_000 });
    await life.reject(state, redemption);
    await executeSweep(city, expireVouchers);
    expect(await voucher()).toEqual({ state: 'expired', held: 0, spent: 0, returned: face });
    expect(await events()).toEqual(['voucher.issued', 'voucher.expired', 'voucher.rest_returned']);
  });
});
