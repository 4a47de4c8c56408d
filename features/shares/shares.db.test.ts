import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { codesOf } from '@/db/testing/cases';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { SharedRound } from '@/db/testing/shared-round';
import { withdrawApplication } from '@/features/applications/commands';
import { refuseFinal } from '@/features/reviews/commands';
import { fundWaiting } from '@/features/reviews/funds-commands';
import { executeSweep } from '@/server/gate';
import { declineShare, proposeShare, releaseShare } from './commands';
import { getOwnShare, getShareDesk, getShareOut } from './queries';
import { getDesk } from '@/features/reviews/desk-queries';

/** Tests the share-out of a round through the case path: from the draft to the promise, and what must stop it. */
let database: TestDatabase;
let life: Life;
let city = '';
let round: SharedRound;
let programme = '';

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  life = new Life(world, database.owner, testStart);
  city = world.cities.get('anhui') ?? '';
  await life.setDay(0);
});
afterAll(() => database.close());

const official = (local: string, of = 'anhui') => life.official(local, of);

/** Runs work as the portal does: under its own database role, in one transaction, for one city. */
const inCity = <T>(work: (tx: TransactionSql) => Promise<T>) =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.user', '', true), set_config('app.city', ${city}, true),
      set_config('app.organisation', '', true), set_config('app.platform', '', true),
      set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

const setBudget = (yuan: number) =>
  inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, ${yuan * 100}::bigint)`);

const one = async (query: string, value: string): Promise<Record<string, string>> => {
  const [row] = await database.superuser.unsafe<Record<string, string>[]>(query, [value]);
  return row ?? {};
};

const stateOf = async ({ id }: CaseState) =>
  (await one('select state from applications where id = $1', id)).state;
const amountOf = async ({ id }: CaseState) =>
  (await one('select approved_fen::text as fen from applications where id = $1', id)).fen;
const promised = async () =>
  (await one('select promised_fen::text as fen from ledger.pools where id = $1', programme)).fen;
const breaks = () => inCity((tx) => tx`select thing, id, difference from ledger.breaks`);

const propose = () => perform(official('manager'), proposeShare, round.pot);
const release = (shareOutId: string, who: Person = official('finance1')) =>
  perform(who, releaseShare, { shareOutId });

/** Proposes the share-out and returns its id. */
async function proposed(): Promise<string> {
  const outcome = await propose();
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
}

beforeEach(async () => {
  round = await SharedRound.open(database, life, 1_000_000);
  programme = round.programmeId;
});

describe('a share-out', () => {
  it('of 1,000,000 gives claims of 600,000, 900,000 and 500,000 half each, from the draft to the promise', async () => {
    const cases = [
      await round.passed(0, 3_000_000),
      await round.passed(1, 4_500_000),
      await round.passed(2, 2_500_000),
    ];
    const [first] = cases;
    if (!first) return;
    expect(await Promise.all(cases.map(amountOf))).toEqual(['60000000', '90000000', '50000000']);
    expect(await Promise.all(cases.map(stateOf))).toEqual(cases.map(() => 'awaiting_share'));
    expect(await promised()).toBe('0');
    expect(await propose()).toMatchObject({ code: 'round_open' });
    // Money that is free gives nobody anything before the share-out.
    await executeSweep(city, fundWaiting);
    expect(await stateOf(first)).toBe('awaiting_share');

    await round.close();
    const desk = await getShareDesk(actorOf(official('manager')), undefined);
    expect(desk.waiting.filter((row) => row.programmeId === programme)).toMatchObject([
      { cases: 3, claimedFen: 200_000_000n, freeFen: 100_000_000n, bar: undefined },
    ]);
    const counted = async () => {
      const { waiting } = await getDesk(actorOf<'city.read'>(official('manager')));
      return waiting.find(({ kind }) => kind === 'toShare')?.n;
    };
    expect(await counted()).toBe(3);
    const id = await proposed();
    expect(await counted()).toBe(0);
    expect(await promised()).toBe('0');
    expect(await getOwnShare(actorOf(first.owner), first.id)).toBeUndefined();
    const view = await getShareOut(actorOf(official('finance1')), id, undefined);
    expect(view?.lines.map(({ claimFen, shareFen }) => [claimFen, shareFen])).toEqual([
      [60_000_000n, 30_000_000n],
      [90_000_000n, 45_000_000n],
      [50_000_000n, 25_000_000n],
    ]);

    expect(await release(id)).toMatchObject({ ok: true });
    expect(await Promise.all(cases.map(amountOf))).toEqual(['30000000', '45000000', '25000000']);
    expect(await Promise.all(cases.map(stateOf))).toEqual(cases.map(() => 'final_passed'));
    expect(await promised()).toBe('100000000');
    expect(await getOwnShare(actorOf(first.owner), first.id)).toEqual({
      claimFen: 60_000_000n,
      shareFen: 30_000_000n,
      availableFen: 100_000_000n,
      claimedFen: 200_000_000n,
    });
    const mails = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from notifications where template = 'application_shared'`;
    expect(mails[0]?.n).toBeGreaterThanOrEqual(3);
    expect(await breaks()).toEqual([]);
    await life.publish(cases);
    await life.setDay(life.day + 20);
    expect(await stateOf(first)).toBe('approved');
    await life.propose(first);
    await life.release(first);
    expect(await promised()).toBe('70000000');
    expect(await breaks()).toEqual([]);
  });

  it('gives everybody the whole claim where the budget is enough', async () => {
    const cases = [await round.passed(0, 1_000_000), await round.passed(1, 2_000_000)];
    await round.close();
    const [first] = cases;
    if (!first) return;
    expect(await release(await proposed())).toMatchObject({ ok: true });
    expect(await Promise.all(cases.map(amountOf))).toEqual(['20000000', '40000000']);
  });

  it('waits until every case is decided and no refusal can be appealed against', async () => {
    await round.passed(0, 3_000_000);
    const open = await round.recommended(1, 4_500_000);
    await round.close();
    expect(await propose()).toMatchObject({ code: 'cases_undecided', values: { count: 1 } });
    const refusal = { applicationId: open.id, reason: '计量数据不符。', noConflict: 'yes' };
    await as(official('approver'), refuseFinal, refusal);
    expect(await propose()).toMatchObject({ code: 'appeals_possible' });
    await life.setDay(life.day + 30);
    expect(await propose()).toMatchObject({ ok: true });
  });

  it('needs two people, another permission, and the same city', async () => {
    await round.passed(0, 3_000_000);
    await round.close();
    const id = await proposed();
    expect(await propose().catch((error: unknown) => error)).toMatchObject({
      cause: { constraint_name: 'share_outs_one_open' },
    });
    expect(await release(id, official('finance1', 'nanning'))).toMatchObject({
      code: 'share_unknown',
    });
    expect(await getShareOut(actorOf(official('finance1', 'nanning')), id, undefined)).toBe(
      undefined,
    );
    await database.superuser`update share_outs set proposed_by = ${official('finance1').userId}
      where id = ${id}`;
    expect(await release(id)).toMatchObject({ code: 'same_person' });
    await expect(
      database.superuser`update share_outs set state = 'released', decided_at = app.now(),
        decided_by = ${official('finance1').userId} where id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'share_outs_four_eyes' });
    expect(await release(id, official('finance2'))).toMatchObject({ ok: true });
    expect(await release(id, official('finance2'))).toMatchObject({ code: 'share_decided' });
  });

  it('is not released where a case or the money has changed since it was proposed', async () => {
    const cases = [await round.passed(0, 3_000_000), await round.passed(1, 4_500_000)];
    const [first, second] = cases;
    if (!first || !second) return;
    await round.close();
    const id = await proposed();
    await as(second.owner, withdrawApplication, { applicationId: second.id, reason: '不再需要。' });
    expect(await release(id)).toMatchObject({ code: 'share_changed' });
    await as(official('finance1'), declineShare, { shareOutId: id, answer: '有案件撤回。' });
    const again = await proposed();
    await setBudget(500_000);
    expect(await release(again)).toMatchObject({ code: 'share_changed' });
    expect(await promised()).toBe('0');
    await as(official('finance1'), declineShare, { shareOutId: again, answer: '预算已变化。' });
    await setBudget(0);
    expect(await propose()).toMatchObject({ code: 'pool_empty' });
    await setBudget(500_000);
    expect(await release(await proposed())).toMatchObject({ ok: true });
    expect(await amountOf(first)).toBe('50000000');
  });

  it('refuses a share of nothing, and names the case', async () => {
    await round.passed(0, 4_500_000);
    await round.passed(1, 100);
    await round.close();
    await inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 100)`);
    expect(await propose()).toMatchObject({ code: 'share_too_small' });
  });

  it('happens once when two release it, and never beside a cut of the budget or a withdrawal', async () => {
    const cases = [await round.passed(0, 3_000_000), await round.passed(1, 4_500_000)];
    const [first, second] = cases;
    if (!first || !second) return;
    await round.close();
    const id = await proposed();
    const leaving = { applicationId: second.id, reason: '不再需要。' };
    const [one1, other, left] = await Promise.all([
      release(id),
      release(id, official('finance2')),
      perform(second.owner, withdrawApplication, leaving),
    ]);
    const released = [one1, other].filter(({ ok }) => ok);
    expect(released.length + (left.ok ? 1 : 0)).toBe(1);
    expect(codesOf([one1, other])).toEqual(
      left.ok ? ['share_changed', 'share_changed'] : ['done', 'share_decided'],
    );
    expect(await promised()).toBe(left.ok ? '0' : '100000000');
    expect(await breaks()).toEqual([]);
  });

  it('gives a case that comes late after an appeal no more than the rate of the others', async () => {
    const cases = [await round.passed(0, 3_000_000), await round.passed(1, 7_000_000)];
    const late = await round.recommended(2, 2_500_000);
    const [first, second] = cases;
    if (!first || !second) return;
    const refusal = { applicationId: late.id, reason: '计量数据不符。', noConflict: 'yes' };
    await as(official('approver'), refuseFinal, refusal);
    await life.setDay(life.day + 30);
    expect(await release(await proposed())).toMatchObject({ ok: true });
    expect(await promised()).toBe('100000000');
    // The refusal is set aside by another authority after the share-out, and the case passes.
    await setBudget(2_000_000);
    await database.superuser`update applications set state = 'awaiting_share', appeal_by = null,
      approved_fen = 50000000 where id = ${late.id}`;
    expect(await release(await proposed())).toMatchObject({ ok: true });
    expect(await amountOf(late)).toBe('25000000');
    expect(await promised()).toBe('125000000');
    expect(await breaks()).toEqual([]);
  });
});
