import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { fen } from '@/lib/money';
import { verifyRedemptions } from './bulk-commands';
import { getTogether, listFilterChoices } from './bulk-queries';
import { rejectRedemption } from './decision-commands';
import { cityRedemptionFilter, listCityRedemptions } from './queries';

/** Tests that redemptions are verified together as they were seen: all of them, once, or none. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
/** Two redemptions of different vouchers that wait for their verification. */
let waiting: string[];

const finance = (local = 'finance1', city = 'qingyang') => life.official(local, city);
const verify = (redemptionIds: string[], person = finance()) =>
  perform(person, verifyRedemptions, { redemptionIds });
const statesOf = async () => {
  const rows = await database.superuser<{ state: string }[]>`
    select state from redemptions where id in ${database.superuser(waiting)} order by id`;
  return rows.map(({ state }) => state);
};
const captures = (id: string) =>
  cases.count(
    `ledger.entries e join redemptions r on r.capture_entry_id = e.id where r.id = $1 and e.kind = 'capture'`,
    id,
  );

async function confirmed(): Promise<string> {
  const { state, voucherId } = await cases.issued();
  const hold = await life.hold(state, voucherId, fen(900_000n));
  const redemption = await life.redeem(hold, fen(900_000n), life.day);
  await life.confirm(state, redemption);
  return redemption;
}

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

beforeEach(async () => {
  waiting = [await confirmed(), await confirmed()];
});

afterAll(() => database.close());

describe('redemptions that are verified together', () => {
  it('are each verified once, however many people do it at once in whatever order', async () => {
    const answers = await Promise.all([
      verify(waiting),
      verify([...waiting].reverse(), finance('finance2')),
    ]);
    expect(codesOf(answers)).toEqual(['done', 'redemptions_changed']);
    expect(await statesOf()).toEqual(['verified', 'verified']);
    for (const id of waiting) expect(await captures(id)).toBe(1);
    expect(await cases.breaks()).toBe(0);
  });

  it('are not verified at all where one has changed since; that one is named', async () => {
    const [first = '', second = ''] = waiting;
    const shown = await getTogether(actorOf(finance()), waiting);
    expect(shown.rows.map(({ id }) => id).sort()).toEqual([...waiting].sort());
    await perform(finance('finance2'), rejectRedemption, {
      redemptionId: second,
      reason: '发票不清。',
    });
    const [row] = await database.superuser<{ reference: string }[]>`
      select reference from redemptions where id = ${second}`;
    expect(await verify(waiting)).toMatchObject({
      code: 'redemptions_changed',
      values: { references: row?.reference },
    });
    expect(await captures(first)).toBe(0);
    const now = await getTogether(actorOf(finance()), waiting);
    expect(now).toMatchObject({ rows: [{ id: first }], left: [row?.reference] });
    expect(await verify([first])).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await cases.breaks()).toBe(0);
  });

  it('are those of the own city only', async () => {
    const other = finance('finance1', 'nanning');
    expect(await getTogether(actorOf(other), waiting)).toEqual({ rows: [], left: [] });
    expect(await verify(waiting, other)).toMatchObject({ code: 'redemption_unknown' });
    expect(await statesOf()).toEqual(['confirmed', 'confirmed']);
  });
});

describe('the list of a city', () => {
  it('can be narrowed to a vendor and a month of those that it has', async () => {
    const actor = actorOf<'redemption.read'>(finance());
    const { vendors, months } = await listFilterChoices(actor);
    expect(vendors).toHaveLength(1);
    const list = async (filter: Record<string, string>) =>
      (await listCityRedemptions(actor, cityRedemptionFilter.parse(filter))).rows.length;
    const all = await list({});
    expect(all).toBe(2 * 4);
    const vendor = vendors[0]?.id ?? '';
    const byMonth = await Promise.all(months.map((month) => list({ vendor, month })));
    expect(byMonth.every((n) => n > 0)).toBe(true);
    expect(byMonth.reduce((sum, n) => sum + n, 0)).toBe(all);
    expect(await list({ month: '2026-05' })).toBe(0);
    expect(await list({ vendor: '01890000-0000-7000-8000-000000000000' })).toBe(0);
  });
});
