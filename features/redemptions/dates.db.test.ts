import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { markPaid } from '@/features/settlements/payment-commands';
import { fen } from '@/lib/money';
import { submitRedemption } from './commands';

/** Dates that users type belong to an event that limits them at both ends. */
let database: TestDatabase;
let life: Life;
let state: CaseState;
let holdId = '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(0);
  const owner = life.world.startups[0]?.owner;
  if (!owner) throw new Error('The base has no start-up.');
  const options = { citySlug: 'qingyang', day: 0 };
  state = await life.draft(owner, 'qingyang-compute-2024', 100_000, options);
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(14);
  await life.propose(state);
  holdId = await life.hold(state, await life.release(state), fen(100_000n));
});
afterAll(() => database.close());

const serve = (servedFrom: string, servedTo: string) => {
  const [vendor] = life.world.vendors;
  if (!vendor) throw new Error('The base has no vendor.');
  const number = '26622000000000077001';
  return perform(vendor.operator, submitRedemption, {
    holdId,
    invoiceCode: '',
    invoiceNumber: number,
    invoiceKey: `:${number}`,
    invoiceFen: fen(400_000n),
    subsidyFen: fen(100_000n),
    cardHours: '100.00',
    chip: 'ascend' as const,
    servedFrom,
    servedTo,
    invoiceFile: new File(['%PDF-1.4\n%%EOF\n'], 'invoice.pdf', { type: 'application/pdf' }),
    usageFile: undefined,
  });
};

it('service can be claimed only after it was rendered, and not if it began years before its hold', async () => {
  // Today is 15 June 2026.
  expect(await serve('2026-06-01', '2026-06-16')).toMatchObject({
    code: 'service_in_future',
    field: 'servedTo',
  });
  expect(await serve('2025-06-14', '2026-06-15')).toMatchObject({
    code: 'service_too_early',
    field: 'servedFrom',
    values: { on: '2025-06-15' },
  });
});

it('the day of a payment is between the release of its batch and today', async () => {
  const redemption = await life.redeem(holdId, fen(100_000n), life.day);
  await life.confirm(state, redemption);
  await life.verify(state, redemption);
  await life.setDay(20);
  await life.releaseBatch('qingyang', await life.batch('qingyang'));
  await life.setDay(25);
  const [payment] = await database.superuser<{ id: string }[]>`select id from payments`;
  const pay = (paidOn: string) =>
    perform(life.official('finance1', 'qingyang'), markPaid, {
      paymentId: payment?.id ?? '',
      paidOn,
      bankReference: 'ICBC-1',
    });
  expect(await pay('1999-01-01')).toMatchObject({ code: 'paid_before_release', field: 'paidOn' });
  expect(await pay('2026-06-20')).toMatchObject({ code: 'paid_before_release' });
  expect(await pay('2026-06-27')).toMatchObject({ code: 'paid_in_future' });
  expect(await pay('2026-06-21')).toMatchObject({ ok: true });
});
