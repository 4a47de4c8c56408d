import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { copyRedemptions } from '@/db/testing/many-redemptions';
import { verifyRedemption } from '@/features/redemptions/decision-commands';
import { fen } from '@/lib/money';
import { proposeBatch, releaseBatch } from './commands';
import { getBatchFiles } from './file-queries';

/** Tests that one payment may have more lines than a statement of the database has parameters (65,535). */
let database: TestDatabase;
let life: Life;

const count = 70_000;
const official = (local: string) => life.official(local, 'qingyang');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  const { state, voucherId } = await cases.issued();
  const redemption = await life.redeem(
    await life.hold(state, voucherId, fen(20_000n)),
    fen(20_000n),
    life.day,
  );
  await life.confirm(state, redemption);
  await perform(official('finance1'), verifyRedemption, { redemptionId: redemption });
  await copyRedemptions(database.superuser, { citySlug: 'qingyang', count, payees: 1 });
});

afterAll(() => database.close());

it('a vendor with 70,000 redemptions is paid by one payment, and each of them is told apart in the log', async () => {
  const proposed = await perform(official('finance1'), proposeBatch, {});
  expect(proposed).toMatchObject({ ok: true });
  const batchId = proposed.ok ? proposed.value.id : '';
  const hash = (await getBatchFiles(actorOf(official('finance2')), batchId))?.hash ?? '';
  expect(
    await perform(official('finance2'), releaseBatch, { batchId, fileSha256: hash }),
  ).toMatchObject({ ok: true });
  const [sums] = await database.superuser`
    select (select count(*)::int from redemptions where state = 'batched') as batched,
      (select count(*)::int from audit_events where action = 'redemption.batched') as events,
      (select max(amount_fen)::text from payments) as largest`;
  expect(sums).toEqual({
    batched: count + 1,
    events: count + 1,
    largest: (20_000n * BigInt(count)).toString(),
  });
});
