import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { recommendCase } from '@/features/reviews/commands';
import type { Rules } from '@/features/rules/domain/rules';
import { fen } from '@/lib/money';
import { submitRedemption } from './commands';
import { authoriseHold } from './hold-commands';

/**
 * Tests a voucher of card-hours at ¥5.50 on its whole way: application, promise, issue, hold, redemption, settlement and expiry, with
 * what is refused on the way. The tests follow one another.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let programmeId = '';
let state: CaseState;
let voucherId = '';
const slug = 'qingyang-card-hours';
const clause = '5';

const cardHours: Partial<Rules> = {
  unit: 'cardHour',
  unitPrice: { clause, yuan: '5.50' },
  rates: [{ clause, percent: '10' }],
  rounding: { unitFen: 100, mode: 'truncate' },
  minimumAward: { clause, yuan: '100', of: 'voucher' },
  capPerContract: { clause, yuan: '1500' },
  capPerYear: { clause, yuan: '1500' },
};

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(0);
  programmeId = await openOwnProgramme(database, life, {
    slug,
    budgetFen: 100_000_000n,
    rules: cardHours,
  });
});
afterAll(() => database.close());

const ownerAt = (at: number): Person => {
  const owner = life.world.startups[at]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  return owner;
};

/** Submits a case whose contract is over so many card-hours, of which the rules give a tenth. */
async function submitted(owner: Person, quantity: number, programme = slug): Promise<CaseState> {
  const drafted = await life.draft(owner, programme, quantity, {
    citySlug: 'qingyang',
    day: life.day,
  });
  await life.submit(drafted);
  return drafted;
}

type Figures = Record<string, string | null>;
const figures = async (query: string, value: string): Promise<Figures> => {
  const [row] = await database.superuser.unsafe<Figures[]>(query, [value]);
  return { ...row };
};
const pool = () =>
  figures(
    'select promised_fen::text as promised, committed_fen::text as committed from ledger.pools where id = $1',
    programmeId,
  );
const account = () =>
  figures(
    `select held_fen::text as held, spent_fen::text as spent, returned_fen::text as returned
      from ledger.accounts where id = $1`,
    voucherId,
  );
const assessed = ({ id }: CaseState) =>
  figures('select assessed_fen::text as assessed from applications where id = $1', id);

const vendor = () => {
  const found = life.world.vendors[0];
  if (!found) throw new Error('The base has no vendor.');
  return found;
};
const hold = (typed: { quantity?: bigint; amountFen?: bigint }, of = voucherId) =>
  perform(state.owner, authoriseHold, {
    voucherId: of,
    vendorId: vendor().id,
    orderNumber: `DD-${randomUUID()}`,
    orderFen: fen(200_000_00n),
    ...(typed.quantity !== undefined && { quantity: fen(typed.quantity) }),
    ...(typed.amountFen !== undefined && { amountFen: fen(typed.amountFen) }),
  });
let invoices = 0;
const redeem = (holdId: string, typed: { quantity?: bigint; subsidyFen?: bigint }) => {
  invoices += 1;
  const number = `26622000009${invoices.toString().padStart(9, '0')}`;
  const today = life.dateOf(life.day);
  return perform(vendor().operator, submitRedemption, {
    holdId,
    invoiceCode: '',
    invoiceNumber: number,
    invoiceKey: `:${number}`,
    invoiceFen: fen(200_000_00n),
    ...(typed.quantity !== undefined && { quantity: fen(typed.quantity) }),
    ...(typed.subsidyFen !== undefined && { subsidyFen: fen(typed.subsidyFen) }),
    cardHours: '120.5',
    chip: 'ascend',
    servedFrom: today,
    servedTo: today,
    invoiceFile: new File(['%PDF-1.4\n%%EOF\n'], 'invoice.pdf', { type: 'application/pdf' }),
  });
};

it('a voucher of yuan takes no quantity', async () => {
  const other = await new Cases(life, database, 2).issued();
  const outcome = await perform(other.state.owner, authoriseHold, {
    voucherId: other.voucherId,
    vendorId: vendor().id,
    orderNumber: 'DD-yuan',
    orderFen: fen(100_000n),
    quantity: fen(1_000n),
  });
  expect(outcome).toMatchObject({ code: 'amount_missing', field: 'amountFen' });
});

describe('an award of card-hours', () => {
  it('is worth its price: 1,000.00 card-hours are ¥5,500.00, and its letter says both', async () => {
    state = await submitted(ownerAt(0), 10_000);
    expect(await assessed(state)).toEqual({ assessed: '550000' });
    const [letter] = await database.superuser<{ content: object }[]>`
      select content from letters where application_id = ${state.id} and kind = 'receipt'`;
    expect(letter?.content).toMatchObject({
      amountFen: '550000',
      unitPrice: { unit: 'cardHour', priceFen: '550' },
    });
  });

  it('is reviewed in card-hours: no yuan, no part of a fen, and no more than the rules give', async () => {
    await life.take(state);
    const recommend = (typed: { quantity?: bigint; amountFen?: bigint }) =>
      perform(life.official('reviewer', 'qingyang'), recommendCase, {
        applicationId: state.id,
        ...(typed.quantity !== undefined && { quantity: fen(typed.quantity) }),
        ...(typed.amountFen !== undefined && { amountFen: fen(typed.amountFen) }),
        reason: '材料齐全。',
        noConflict: 'yes',
      });
    expect(await recommend({ amountFen: 550_000n })).toMatchObject({
      code: 'quantity_missing',
      field: 'quantity',
    });
    expect(await recommend({ quantity: 99_999n })).toMatchObject({
      code: 'quantity_inexact',
      values: { below: '999.98' },
    });
    expect(await recommend({ quantity: 100_002n })).toMatchObject({
      code: 'amount_above_assessed',
      values: { most: '1,000.00' },
      field: 'quantity',
    });
    await life.recommend(state);
    await life.pass(state);
    expect(await pool()).toEqual({ promised: '550000', committed: '0' });
  });

  it('becomes a voucher that keeps unit and price', async () => {
    await life.publish([state]);
    await life.setDay(life.day + 14);
    await life.propose(state);
    voucherId = await life.release(state);
    expect(await pool()).toEqual({ promised: '0', committed: '550000' });
    const voucher = await figures(
      'select unit, unit_price_fen::text as price, face_value_fen::text as face from vouchers where id = $1',
      voucherId,
    );
    expect(voucher).toEqual({ unit: 'cardHour', price: '550', face: '550000' });
  });
});

describe('a voucher of card-hours', () => {
  it('is held in card-hours alone, in whole fen, up to what is left', async () => {
    expect(await hold({ amountFen: 66_275n })).toMatchObject({ code: 'quantity_missing' });
    expect(await hold({ quantity: 12_051n })).toMatchObject({
      code: 'quantity_inexact',
      field: 'quantity',
      values: { below: '120.50' },
    });
    expect(await hold({ quantity: 9_999_999_999_998n })).toMatchObject({
      code: 'quantity_too_large',
    });
    expect(await hold({ quantity: 12_050n })).toMatchObject({ ok: true });
    expect(await account()).toEqual({ held: '66275', spent: '0', returned: '0' });
    expect(await hold({ quantity: 88_000n })).toMatchObject({
      code: 'quantity_above_rest',
      field: 'quantity',
      values: { most: '879.50' },
    });
    const declined = await cases.count(
      "ledger.entries where account_id = $1 and outcome like 'declined:%'",
      voucherId,
    );
    expect(declined).toBe(1);
  });

  it('is redeemed in card-hours up to what was held, and settled in yuan', async () => {
    const { id: holdId } = await figures('select id from holds where voucher_id = $1', voucherId);
    if (!holdId) throw new Error('There is no hold.');
    expect(await redeem(holdId, { subsidyFen: 66_275n })).toMatchObject({
      code: 'quantity_missing',
    });
    expect(await redeem(holdId, { quantity: 12_100n })).toMatchObject({
      code: 'quantity_above_rest',
      values: { most: '120.50' },
    });
    const claimed = await redeem(holdId, { quantity: 12_050n });
    if (!claimed.ok) throw new Error(claimed.code);
    await life.confirm(state, claimed.value.id);
    await life.verify(state, claimed.value.id);
    const batchId = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batchId);
    await life.payAll('qingyang', batchId, life.day);
    const paid = await figures(
      'select amount_fen::text as amount, state from payments where batch_id = $1',
      batchId,
    );
    expect(paid).toEqual({ amount: '66275', state: 'paid' });
    expect(await account()).toEqual({ held: '0', spent: '66275', returned: '0' });
  });

  it('keeps its price when a later version has another, and counts against caps in card-hours', async () => {
    const [version] = await database.superuser<{ id: string }[]>`
      insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form, examples,
          published_by, published_at)
        select gen_random_uuid(), v.programme_id, v.city_id, v.number + 1, 'published',
          v.rules || ${database.superuser.json({ unitPrice: { clause, yuan: '6.00' } })}, v.guide, v.form,
          v.examples, v.published_by, v.published_at
        from programme_versions v join programmes p on p.current_version_id = v.id where p.id = ${programmeId}
        returning id`;
    await database.superuser`
      update programmes set current_version_id = ${version?.id ?? ''} where id = ${programmeId}`;
    // Of 1,500.00 card-hours a year the first award has used 1,000.00, whatever they cost.
    const second = await submitted(ownerAt(0), 10_000);
    expect(await assessed(second)).toEqual({ assessed: '300000' });
    expect(await hold({ quantity: 2_000n })).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({ held: '11000' });
    await expect(
      database.superuser`update vouchers set unit_price_fen = 600 where id = ${voucherId}`,
    ).rejects.toMatchObject({ code: 'VU409' });
    await expect(
      database.superuser`update holds set unit = null, unit_price_fen = null where voucher_id = ${voucherId}`,
    ).rejects.toMatchObject({ code: 'VU409' });
  });

  it('gives back to the pool what is left when it expires', async () => {
    await life.setDay(life.day + 400);
    expect(await account()).toEqual({ held: '0', spent: '66275', returned: '483725' });
    expect(await pool()).toEqual({ promised: '0', committed: '66275' });
    expect(await cases.breaks()).toBe(0);
  });
});

it('millions of tokens with large figures are worth exactly their price', async () => {
  await openOwnProgramme(database, life, {
    slug: 'qingyang-tokens',
    budgetFen: 9_000_000_000_000n,
    rules: {
      ...cardHours,
      unit: 'millionTokens',
      unitPrice: { clause, yuan: '12.34' },
      capPerContract: { clause, yuan: '99999999' },
      capPerYear: { clause, yuan: '99999999' },
    },
  });
  const large = await submitted(ownerAt(5), 99_999_999, 'qingyang-tokens');
  // A tenth is 9,999,999.90 million tokens, cut off to 9,999,999.00, at ¥12.34.
  expect(await assessed(large)).toEqual({ assessed: '12339998766' });
});

it('nothing can be applied for where a stored version has a unit and no price', async () => {
  const { unitPrice: _price, ...unpriced } = cardHours;
  const unnamed = 'qingyang-unpriced';
  await openOwnProgramme(database, life, { slug: unnamed, budgetFen: 100n, rules: unpriced });
  await expect(submitted(ownerAt(6), 10_000, unnamed)).rejects.toThrow('unit_unpriced');
});
