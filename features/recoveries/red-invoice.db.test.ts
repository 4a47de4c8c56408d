import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { rejectRedemption, verifyRedemption } from '@/features/redemptions/decision-commands';
import { getCityRedemption } from '@/features/redemptions/queries';
import { proposeBatch, releaseBatch } from '@/features/settlements/commands';
import { getBatch } from '@/features/settlements/queries';
import { takeBackBatch } from '@/features/settlements/return-commands';
import { fen } from '@/lib/money';
import { declineRecovery, releaseRecovery } from './commands';
import { listRecoveries } from './queries';
import { recordRedInvoice } from './red-invoice-commands';

/** Tests that an invoice which the tax side has reversed (红冲) is never paid, whatever the redemption's state. */
/** Some hash. A batch that must not be paid is refused before its files are compared. */
const fileSha256 = '0'.repeat(64);
let database: TestDatabase;
let life: Life;
let cases: Cases;

const finance = () => life.official('finance1', 'qingyang');
const other = () => life.official('finance2', 'qingyang');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

const breaks = () =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.city', ${life.world.cities.get('qingyang') ?? ''}, true)`;
    return tx`select thing, difference from ledger.breaks`;
  });
const record = (redemptionId: string, number = '26622000000077777777') =>
  perform(finance(), recordRedInvoice, {
    redemptionId,
    redInvoiceNumber: number,
    redInvoiceOn: life.dateOf(life.day),
    voucherAfter: 'restored',
  });
const shown = (id: string) => getCityRedemption(actorOf(finance()), id);
const waiting = async () => {
  const page = await listRecoveries(actorOf(finance()), { state: 'proposed', cursor: undefined });
  return page.rows;
};

it('a redemption that is not verified can no longer be, and is rejected', async () => {
  const { state, voucherId } = await cases.issued();
  const hold = await life.hold(state, voucherId, fen(500_000n));
  const redemptionId = await life.redeem(hold, fen(500_000n), life.day);
  const own = (await shown(redemptionId))?.invoiceKey.slice(1) ?? '';
  expect(await record(redemptionId, own)).toMatchObject({
    code: 'red_invoice_same',
    field: 'redInvoiceNumber',
  });
  const input = {
    redemptionId,
    redInvoiceNumber: '26622000000077777777',
    voucherAfter: 'ended',
  } as const;
  for (const [on, code] of [
    [life.dateOf(life.day + 1), 'red_invoice_in_future'],
    ['2020-01-01', 'red_invoice_too_early'],
  ] as const) {
    expect(
      await perform(finance(), recordRedInvoice, { ...input, redInvoiceOn: on }),
    ).toMatchObject({
      code,
      field: 'redInvoiceOn',
    });
  }
  expect(await record(redemptionId)).toMatchObject({ ok: true });
  expect(await record(redemptionId)).toMatchObject({ code: 'red_invoice_known' });
  await life.confirm(state, redemptionId);
  expect(await perform(finance(), verifyRedemption, { redemptionId })).toMatchObject({
    code: 'invoice_reversed',
    values: { number: '26622000000077777777' },
  });
  const rejected = await perform(finance(), rejectRedemption, { redemptionId, reason: '已红冲。' });
  expect(rejected).toMatchObject({ ok: true });
  expect(await waiting()).toEqual([]);
});

it('a verified one is recovered by a second person, and in no payment', async () => {
  const { redemption } = await cases.verified(fen(300_000n));
  expect(await record(redemption)).toMatchObject({ ok: true });
  const [recovery] = await waiting();
  expect(recovery).toMatchObject({ amountFen: 300_000n });
  const released = await perform(other(), releaseRecovery, { recoveryId: recovery?.id ?? '' });
  expect(released).toMatchObject({ ok: true });
  expect(await shown(redemption)).toMatchObject({ state: 'reversed', reversedFen: 300_000n });
  expect(await perform(finance(), proposeBatch, {})).toMatchObject({ code: 'nothing_to_settle' });
  expect(await breaks()).toEqual([]);
});

it('one in a batch stops the release by name, until it is recovered and the batch is made anew', async () => {
  const { redemption } = await cases.verified(fen(200_000n));
  await cases.verified(fen(100_000n));
  const batchId = await life.batch('qingyang');
  await record(redemption);
  const { reference } = (await shown(redemption)) ?? {};
  const stopped = { code: 'batch_red_invoice', values: { references: reference } };
  expect(await perform(other(), releaseBatch, { batchId, fileSha256 })).toMatchObject(stopped);
  // A batch that is made anew before the recovery is released is stopped in the same way.
  await perform(finance(), takeBackBatch, { batchId });
  const again = await life.batch('qingyang');
  expect(await perform(other(), releaseBatch, { batchId: again, fileSha256 })).toMatchObject(
    stopped,
  );
  await perform(finance(), takeBackBatch, { batchId: again });
  const [recovery] = await waiting();
  await perform(other(), releaseRecovery, { recoveryId: recovery?.id ?? '' });
  const last = await life.batch('qingyang');
  await life.releaseBatch('qingyang', last);
  await life.payAll('qingyang', last, life.day);
  expect((await getBatch(actorOf(finance()), last))?.totalFen).toBe(100_000n);
  expect(await shown(redemption)).toMatchObject({ state: 'reversed' });
  expect(await breaks()).toEqual([]);
});

it('one that was paid becomes a debt of the vendor', async () => {
  const { redemption } = await cases.verified(fen(150_000n));
  const batch = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batch);
  await life.payAll('qingyang', batch, life.day);
  await record(redemption);
  const [recovery] = await waiting();
  await perform(other(), releaseRecovery, { recoveryId: recovery?.id ?? '' });
  const { owing } = await listRecoveries(actorOf(finance()), { cursor: undefined });
  expect(owing).toMatchObject([{ owedFen: 150_000n }]);
  expect(await breaks()).toEqual([]);
});

it('a record that the second person does not confirm is taken back, and the redemption is paid', async () => {
  const { redemption } = await cases.verified(fen(400_000n));
  await record(redemption);
  const [recovery] = await waiting();
  const answer = '经查验发票有效。';
  await perform(other(), declineRecovery, { recoveryId: recovery?.id ?? '', answer });
  expect(await shown(redemption)).toMatchObject({ state: 'verified', redInvoiceNumber: null });
  const batchId = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batchId);
});
