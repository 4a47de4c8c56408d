import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { applications } from '@/db/schema/applications';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { sameContract } from '@/features/applications/same-contract';
import { listCityVouchers } from '@/features/vouchers/queries';
import { formatVoucherCode } from '@/lib/identifiers';
import { fen } from '@/lib/money';
import { inScope } from '@/server/scope';
import { authoriseHold } from './hold-commands';
import { authoriseHoldInput } from './input';

/** Numbers of orders and contracts as different people type them. */
let database: TestDatabase;
let life: Life;
let owner: Person;
let voucherId = '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
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
  it('is one however its number is typed, and only so much of it is held', async () => {
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
    const [kept] = await database.superuser<{ order_number: string; order_key: string }[]>`
      select order_number, order_key from holds where order_number like 'PO-2026-7' limit 1`;
    expect(kept).toEqual({ order_number: 'PO-2026-7', order_key: 'po2026-7' });
  });

  it.each(['—', ' 。', '\u200b'])('is not known by a number such as %j', (orderNumber) => {
    const typed = { voucherId: crypto.randomUUID(), vendorId: crypto.randomUUID(), orderNumber };
    const read = authoriseHoldInput.safeParse({ ...typed, orderFen: '3', amountFen: '1' });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain('orderNumber');
  });
});

it('a contract is one however its number is typed', async () => {
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

it('a voucher is found by its code and its holder, and by nothing that only looks like part of it', async () => {
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
  // A digit of every code beside a word of every name was found in each of them.
  const digit = /\d/.exec(code)?.[0] ?? '2';
  expect(await found(`公司${digit}`)).toEqual([]);
});
