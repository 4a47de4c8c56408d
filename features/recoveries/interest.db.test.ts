import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cases } from '@/db/testing/cases';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import type { Rules } from '@/features/rules/domain/rules';
import { fen, type Fen } from '@/lib/money';
import { enterRepayment, proposeWaiver, releaseCredit } from './credit-commands';
import { proposeRecovery, releaseRecovery } from './commands';
import { getRecovery, listOwnDebts, listRecoveries } from './queries';

/** Tests the interest on what is clawed back: by the rules of the voucher, beside the principal, and never money of the pool. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let startups = 10;
let transfers = 0;

type Rule = NonNullable<Rules['recovery']>;
/** At 3.65 % a year a million fen bear a hundred fen a day. */
const rule: Rule = { clause: '9', interestPercentPerYear: '3.65', from: 'payment' };
const million = fen(1_000_000n);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(0);
  await database.superuser`update accreditations set expires_at = '2031-01-01'`;
  const open = (slug: string, recovery?: Rule) =>
    openOwnProgramme(database, life, {
      slug,
      budgetFen: 100_000_000n,
      rules: { ...(recovery && { recovery }) },
    });
  await open('qingyang-interest', rule);
  await open('qingyang-demand', { ...rule, from: 'demand', graceDays: 5, order: 'interest' });
  await open('qingyang-free');
});
afterAll(() => database.close());

const finance = (): Person => life.official('finance1', 'qingyang');
const other = (): Person => life.official('finance2', 'qingyang');
const dateIn = (days: number) => life.dateOf(life.day + days);

/** Issues a voucher, and has a million fen of it redeemed and verified. */
async function verified(slug: string): Promise<string> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state: CaseState = await life.draft(owner, slug, 100_000, {
    citySlug: 'qingyang',
    day: life.day,
  });
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(life.day + 14);
  await life.propose(state);
  const voucherId = await life.release(state);
  const held = await life.hold(state, voucherId, million);
  const redemption = await life.redeem(held, million, life.day);
  await life.confirm(state, redemption);
  await life.verify(state, redemption);
  const [row] = await database.superuser<{ id: string }[]>`
    select capture_entry_id id from redemptions where id = ${redemption}`;
  return row?.id ?? '';
}

async function payOut(): Promise<void> {
  const batch = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batch);
  await life.payAll('qingyang', batch, life.day);
}

async function recover(entryId: string, amountFen: Fen = million): Promise<string> {
  const { id: recoveryId } = await as(finance(), proposeRecovery, {
    entryId,
    amountFen,
    voucherAfter: 'ended',
    ground: '办法第九条',
    reason: '算力未实际使用。',
  });
  await as(other(), releaseRecovery, { recoveryId });
  return recoveryId;
}

const recoveryOf = async (id: string) => {
  const found = await getRecovery(actorOf(finance()), id);
  if (!found) throw new Error('There is no such recovery.');
  return found;
};
const interestOf = async (id: string) => (await recoveryOf(id)).interest;
const repay = (recoveryId: string, amountFen: bigint, paidOn = dateIn(0)) => {
  transfers += 1;
  return perform(finance(), enterRepayment, {
    recoveryId,
    amountFen: fen(amountFen),
    paidOn,
    bankReference: `CCB-LX-${transfers}`,
  });
};
const waive = (recoveryId: string, amountFen: bigint) =>
  perform(finance(), proposeWaiver, {
    recoveryId,
    amountFen: fen(amountFen),
    reason: '会议纪要。',
  });
async function confirm(by: Person = other()) {
  const [row] = await database.superuser<{ id: string }[]>`
    select id from recovery_credits order by id desc limit 1`;
  return perform(by, releaseCredit, { creditId: row?.id ?? '' });
}
async function posted(recoveryId: string) {
  const [row] = await database.superuser<Record<string, number>[]>`
    select (select count(*)::int from ledger.entries e where e.of_entry_id = r.reverse_entry_id
        and e.outcome = 'posted') as entries,
      coalesce((select sum(amount_fen) from ledger.interest_entries i
        where i.of_entry_id = r.reverse_entry_id and i.kind = 'received'), 0)::float8 as received,
      coalesce((select sum(amount_fen) from ledger.interest_entries i
        where i.of_entry_id = r.reverse_entry_id and i.kind = 'waived'), 0)::float8 as waived
    from recoveries r where r.id = ${recoveryId}`;
  return row;
}

describe('where the rules name it', () => {
  it('runs from the payment, is paid after the principal, and is waived by two people', async () => {
    const capture = await verified('qingyang-interest');
    await payOut();
    await life.setDay(life.day + 10);
    const id = await recover(capture);
    expect(await interestOf(id)).toMatchObject({ accruedFen: 1_000n, dueFen: 1_000n });
    const [mail] = await database.superuser<{ percent: string; from: string }[]>`
      select values ->> 'percent' as percent, values ->> 'from' as from from notifications
      where template = 'recovery_released' order by id desc limit 1`;
    expect(mail).toEqual({ percent: '3.65', from: dateIn(-9) });
    await life.setDay(life.day + 10);
    expect(await repay(id, 400_000n)).toMatchObject({ ok: true });
    expect(await confirm()).toMatchObject({ ok: true });
    await life.setDay(life.day + 10);
    expect(await interestOf(id)).toMatchObject({
      accruedFen: 2_600n,
      steps: [
        { days: 20, principalFen: 1_000_000n, interestFen: 2_000n },
        { days: 10, principalFen: 600_000n, interestFen: 600n },
      ],
    });
    // One transfer pays the rest of the principal, and a part of the interest.
    expect(await repay(id, 602_601n)).toMatchObject({
      code: 'credit_above',
      values: { most: expect.stringContaining('6,026.00') as string },
    });
    expect(await repay(id, 601_000n)).toMatchObject({ ok: true });
    expect((await recoveryOf(id)).credits.at(-1)).toMatchObject({ interestFen: 1_000n });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await recoveryOf(id)).toMatchObject({ state: 'settled', owedFen: 0n });
    await life.setDay(life.day + 30);
    // Without a principal nothing accrues, and the payee still sees what is due.
    expect(await interestOf(id)).toMatchObject({ accruedFen: 2_600n, dueFen: 1_600n });
    const vendor = life.world.people.get('finance@vendor.demo') ?? null;
    const debts = await listOwnDebts(actorOf<'statement.read'>(vendor));
    expect(debts.rows).toMatchObject([{ id, interest: { dueFen: 1_600n } }]);
    expect(await waive(id, 1_601n)).toMatchObject({ code: 'credit_above' });
    expect(await waive(id, 600n)).toMatchObject({ ok: true });
    const himself = { ...other(), userId: finance().userId };
    expect(await confirm(himself)).toMatchObject({ code: 'credit_own' });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await repay(id, 1_000n)).toMatchObject({ ok: true });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await posted(id)).toEqual({ entries: 2, received: 2_000, waived: 600 });
    expect(await repay(id, 1n)).toMatchObject({ code: 'recovery_not_open' });
    expect(await waive(id, 1n)).toMatchObject({ code: 'recovery_not_open' });
    expect((await listOwnDebts(actorOf<'statement.read'>(vendor))).rows).toEqual([]);
    expect(await cases.breaks()).toBe(0);
  });

  it('runs from the demand after days of grace, is paid first, and is left alone by netting', async () => {
    const capture = await verified('qingyang-demand');
    await payOut();
    await life.setDay(life.day + 40);
    const id = await recover(capture);
    expect(await interestOf(id)).toMatchObject({ accruedFen: 0n, steps: [] });
    await life.setDay(life.day + 25);
    expect(await interestOf(id)).toMatchObject({ dueFen: 2_000n });
    // What came in ten days ago pays the interest of that day.
    expect(await repay(id, 101_000n, dateIn(-10))).toMatchObject({ ok: true });
    expect((await recoveryOf(id)).credits.at(-1)).toMatchObject({ interestFen: 1_000n });
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await recoveryOf(id)).toMatchObject({ owedFen: 900_000n });
    expect(await interestOf(id)).toMatchObject({ accruedFen: 1_900n, dueFen: 900n });
    await verified('qingyang-free');
    await life.setDay(life.day + 1);
    const before = (await interestOf(id))?.dueFen;
    await payOut();
    expect(await recoveryOf(id)).toMatchObject({ state: 'settled', settledBy: 'netted' });
    expect((await interestOf(id))?.dueFen).toBe(before);
    await life.setDay(life.day + 20);
    expect((await interestOf(id))?.dueFen).toBe(before);
    const page = await listRecoveries(actorOf(finance()), { state: undefined, cursor: undefined });
    expect(page.rows.find((row) => row.id === id)?.interest?.dueFen).toBe(before);
    expect(await cases.breaks()).toBe(0);
  });

  it('is waived and paid once, although both are confirmed at the same moment', async () => {
    const capture = await verified('qingyang-interest');
    await payOut();
    await life.setDay(life.day + 10);
    const id = await recover(capture);
    expect(await waive(id, 1_000n)).toMatchObject({ ok: true });
    expect(await waive(id, 1_000n)).toMatchObject({ ok: true });
    const waiting = await database.superuser<{ id: string }[]>`
      select id from recovery_credits where recovery_id = ${id} and state = 'proposed'`;
    const outcomes = await Promise.all(
      waiting.flatMap(({ id: creditId }) => [
        perform(other(), releaseCredit, { creditId }),
        perform(other(), releaseCredit, { creditId }),
      ]),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.code === 'interest_changed')).not.toEqual([]);
    expect(await posted(id)).toMatchObject({ entries: 0, waived: 1_000 });
    expect(await cases.breaks()).toBe(0);
  });

  it('is missed by the books where an entry or a credit was changed by hand', async () => {
    const [credit] = await database.superuser<{ id: string }[]>`
      select id from recovery_credits where kind = 'waiver' and state = 'released' limit 1`;
    const id = credit?.id ?? '';
    await database.superuser`update recovery_credits
      set interest_fen = interest_fen - 1, amount_fen = amount_fen - 1 where id = ${id}`;
    expect(await cases.breaks()).toBe(1);
    await database.superuser`update recovery_credits
      set interest_fen = interest_fen + 1, amount_fen = amount_fen + 1 where id = ${id}`;
    expect(await cases.breaks()).toBe(0);
    await expect(
      database.app.begin(async (tx) => {
        await tx`delete from ledger.interest_entries`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is written by nobody but the city, and only on a reversal of that payee', async () => {
    const [entry] = await database.superuser<{ id: string; vendor: string; credit: string }[]>`
      select e.id, e.vendor_id vendor, gen_random_uuid() credit from ledger.entries e
      where e.kind = 'reverse' limit 1`;
    const city = life.world.cities.get('qingyang') ?? '';
    const write = (own: string, payee: string, amount: number) =>
      database.app
        .begin(async (tx) => {
          await tx`select set_config('app.user', '', true), set_config('app.platform', '', true),
            set_config('app.portal', '', true), set_config('app.city', ${own}, true),
            set_config('app.organisation', '', true)`;
          await tx`select ledger.post_interest(${city}, 'received', ${amount}, ${entry?.id ?? ''}, ${payee},
            ${entry?.credit ?? ''})`;
        })
        .then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        );
    const vendor = entry?.vendor ?? '';
    expect(await write(life.world.cities.get('nanning') ?? '', vendor, 1)).toBe('LG403');
    expect(await write(city, life.world.vendors[1]?.id ?? '', 1)).toBe('LG404');
    expect(await write(city, vendor, 0)).toBe('LG400');
  });
});

describe('where nothing is owed, or the rules name none', () => {
  it('there is none', async () => {
    const free = await verified('qingyang-free');
    // A second one, because the debt of an earlier test is netted with it.
    await verified('qingyang-free');
    await payOut();
    await life.setDay(life.day + 10);
    const id = await recover(free);
    expect(await interestOf(id)).toBeUndefined();
    expect(await waive(id, 1n)).toMatchObject({ code: 'recovery_not_open' });
    const unpaid = await recover(await verified('qingyang-interest'));
    expect(await recoveryOf(unpaid)).toMatchObject({ settledBy: 'unpaid', interest: undefined });
    expect(await cases.breaks()).toBe(0);
  });
});
