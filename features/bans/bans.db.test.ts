import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { releaseIssue } from '@/features/issuing/commands';
import { getDesk } from '@/features/reviews/desk-queries';
import { getCase } from '@/features/reviews/case-queries';
import type { IsoDate } from '@/lib/dates';
import type { CreditCode } from '@/lib/credit-code';
import { declineBan, liftBan, proposeBan, releaseBan } from './commands';
import { listBans } from './queries';

/** Tests the register of bans: two people for an entry and for its early end, and what it stops. */
let database: TestDatabase;
let life: Life;
/** The draft of a firm that is banned. */
let banned: CaseState;

const slug = 'qingyang-banning';
const official = (local: string, of = 'qingyang') => life.official(local, of);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(0);
  const rules = { ban: { clause: '18' } };
  await openOwnProgramme(database, life, { slug, budgetFen: 100_000_000n, rules });
  const plain = { slug: 'qingyang-plain', budgetFen: 100_000_000n, rules: {} };
  await openOwnProgramme(database, life, plain);
});
afterAll(() => database.close());

const startup = (at: number): Person => {
  const owner = life.world.startups[at]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  return owner;
};
const draft = (at: number, under = slug) =>
  life.draft(startup(at), under, 100_000, { citySlug: 'qingyang', day: life.day });

async function codeOf(at: number): Promise<CreditCode> {
  const [row] = await database.superuser<{ code: CreditCode }[]>`
    select credit_code code from organisations where id = ${startup(at).organisationId}`;
  if (!row) throw new Error('The start-up has no code.');
  return row.code;
}

const wish = async (at: number, untilOn: IsoDate = '2027-12-31') => ({
  creditCode: await codeOf(at),
  untilOn,
  ground: '办法第十八条',
  reason: '以虚假发票申领。',
});

const entries = async () => (await listBans(actorOf(official('auditor')), undefined)).rows;
const latest = async () => (await entries())[0]?.id ?? '';

/** Proposes and releases a ban of a start-up that the city knows. */
async function ban(at: number, untilOn?: IsoDate): Promise<string> {
  await as(official('manager'), proposeBan, await wish(at, untilOn));
  const banId = await latest();
  await as(official('approver'), releaseBan, { banId });
  return banId;
}

const eligible = async ({ id }: CaseState) =>
  (await getCase(actorOf(official('reviewer')), id))?.recomputed?.eligible;

describe('a ban', () => {
  it('is proposed for a firm that the city knows, until a day that can be meant', async () => {
    await life.submit(await draft(0, 'qingyang-plain'));
    const manager = official('manager');
    const given = await wish(0);
    const tried = (change: Partial<typeof given>) =>
      perform(manager, proposeBan, { ...given, ...change });
    expect(await tried({ creditCode: '91621000MA00000000' as CreditCode })).toMatchObject({
      code: 'firm_unknown',
      field: 'creditCode',
    });
    // A vendor applies for nothing, although every city sees it.
    const [vendor] = await database.superuser<{ code: CreditCode }[]>`
      select credit_code code from organisations where kind = 'vendor' limit 1`;
    expect(vendor && (await tried({ creditCode: vendor.code }))).toMatchObject({
      code: 'firm_unknown',
    });
    // Another city, to which the firm has never applied, does not learn that it exists.
    expect(await perform(official('manager', 'nanning'), proposeBan, given)).toMatchObject({
      code: 'firm_unknown',
    });
    expect(await tried({ untilOn: testDay })).toMatchObject({
      code: 'ban_ends_early',
      field: 'untilOn',
    });
    expect(await tried({ untilOn: '2062-12-31' })).toMatchObject({ code: 'ban_too_long' });
    expect(await tried({})).toMatchObject({ ok: true });
    await expect(tried({})).rejects.toMatchObject({
      cause: { constraint_name: 'bans_one_open' },
    });
  });

  it('is decided by another person, and sent back with the reason', async () => {
    const banId = await latest();
    const himself = { ...official('approver'), userId: official('manager').userId };
    expect(await perform(himself, releaseBan, { banId })).toMatchObject({ code: 'same_person' });
    await expect(
      database.superuser`update bans set state = 'released', decided_by = proposed_by,
        decided_at = app.now() where id = ${banId}`,
    ).rejects.toMatchObject({ constraint_name: 'bans_four_eyes' });
    const { waiting } = await getDesk(actorOf<'city.read'>(official('approver')));
    expect(waiting.find(({ kind }) => kind === 'bans')?.n).toBe(1);
    expect(await perform(official('approver', 'nanning'), releaseBan, { banId })).toMatchObject({
      code: 'ban_unknown',
    });
    await as(official('approver'), declineBan, { banId, answer: '依据不足。' });
    expect(await perform(official('approver'), releaseBan, { banId })).toMatchObject({
      code: 'ban_decided',
    });
    expect((await entries())[0]).toMatchObject({ state: 'declined', answer: '依据不足。' });
  });

  it('takes effect for one of two who release it at once', async () => {
    await as(official('manager'), proposeBan, await wish(0));
    const banId = await latest();
    const both = await Promise.allSettled(
      ['approver', 'approver2'].map((local) => perform(official(local), releaseBan, { banId })),
    );
    const won = both.filter((each) => each.status === 'fulfilled' && each.value.ok);
    expect(won).toHaveLength(1);
    // A second one beside it would still stop support after this one is lifted.
    expect(await perform(official('manager'), proposeBan, await wish(0))).toMatchObject({
      code: 'ban_in_force',
      values: { on: '2027-12-31' },
    });
  });

  it('refuses an application under the rules that name it, and none under others', async () => {
    banned = await draft(0);
    await life.submit(await draft(0, 'qingyang-compute-2024'));
    await expect(life.submit(banned)).rejects.toThrow(/not_eligible|ineligible|banned/);
  });

  it('is lifted by a person other than the one who released it, and then stops nothing', async () => {
    const [entry] = await entries();
    const banId = entry?.id ?? '';
    const [released, other] =
      entry?.decided?.name === official('approver').name
        ? [official('approver'), official('approver2')]
        : [official('approver2'), official('approver')];
    const lift = { banId, liftReason: '已退回款项并整改。' };
    expect(await perform(released, liftBan, lift)).toMatchObject({ code: 'ban_released_by_you' });
    await as(other, liftBan, lift);
    expect(await perform(other, liftBan, lift)).toMatchObject({ code: 'ban_not_in_force' });
    await life.submit(banned);
  });
});

describe('a ban that comes while a case is open', () => {
  it('is seen by its reviewers, stops its issue, and ends with its last day', async () => {
    const state = await draft(1);
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
    await life.pass(state);
    await life.publish([state]);
    await life.setDay(life.day + 12);
    expect(await eligible(state)).toBe(true);
    const last = new Date(testStart.getTime() + (life.day + 5) * 86_400_000);
    await ban(1, last.toISOString().slice(0, 10));
    expect(await eligible(state)).toBe(false);
    await life.propose(state);
    const [proposal] = await database.superuser<{ id: string }[]>`
      select id from issue_proposals where application_id = ${state.id}`;
    const input = { proposalId: proposal?.id ?? '' };
    expect(await perform(official('finance2'), releaseIssue, input)).toMatchObject({
      code: 'firm_banned',
      values: { reference: expect.stringMatching(/./) as string },
    });
    await life.setDay(life.day + 6);
    expect((await entries())[0]?.state).toBe('ended');
    expect(await perform(official('finance2'), releaseIssue, input)).toMatchObject({ ok: true });
  });
});
