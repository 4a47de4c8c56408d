import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme, setOwnBudget } from '@/db/testing/own-programme';
import { executeSweep } from '@/server/gate';
import { fundWaiting } from './funds-commands';

/** Tests the two rules that shorten or end the way of a case: no public notice, and a limit of consecutive years. */
let database: TestDatabase;
let life: Life;
const service = { ...qingyang2024.rules.service, publicNotice: 'none' as const };

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  life = new Life(world, database.owner, testStart);
  await life.setDay(0);
});
afterAll(() => database.close());

const draft = (at: number, slug: string) => {
  const owner = life.world.startups[at]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  return life.draft(owner, slug, 100_000, { citySlug: 'qingyang', day: life.day });
};

const stateOf = async (id: string) => {
  const [row] = await database.superuser<{ state: string; mails: string[] }[]>`
    select state, array(select distinct n.template from notifications n
      where n.template in ('case_passed', 'case_cleared', 'application_approved')
      order by 1) as mails
    from applications where id = ${id}`;
  return row;
};

it('a case without a public notice is approved when it is passed, and then issued by two people', async () => {
  await openOwnProgramme(database, life, {
    slug: 'qingyang-at-once',
    budgetFen: 100_000_000n,
    rules: { service },
  });
  const state = await draft(0, 'qingyang-at-once');
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  expect(await stateOf(state.id)).toEqual({
    state: 'approved',
    mails: ['application_approved', 'case_cleared'],
  });
  const [letter] = await database.superuser<{ content: object }[]>`
    select content from letters where application_id = ${state.id} and kind = 'approval'`;
  expect(letter?.content).toMatchObject({ amountFen: '3000000', withoutNotice: true });
  await life.propose(state);
  await life.release(state);
  expect(await stateOf(state.id)).toMatchObject({ state: 'issued' });
});

it('a queued case without a public notice is approved when its money comes', async () => {
  const programme = await openOwnProgramme(database, life, {
    slug: 'qingyang-at-once-later',
    budgetFen: 100n,
    rules: { service, pool: { clause: '8', exhaustion: 'queue' } },
  });
  const state = await draft(1, 'qingyang-at-once-later');
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  expect(await stateOf(state.id)).toMatchObject({ state: 'awaiting_funds' });
  await setOwnBudget(database, life, programme, 100_000_000n);
  await executeSweep(life.world.cities.get('qingyang') ?? '', fundWaiting);
  expect(await stateOf(state.id)).toMatchObject({ state: 'approved' });
});

it('an applicant who had an award in each of the years allowed gets no other', async () => {
  await openOwnProgramme(database, life, {
    slug: 'qingyang-years',
    budgetFen: 100_000_000n,
    rules: { consecutiveYears: { clause: '9', most: 1 }, service },
  });
  const first = await draft(2, 'qingyang-years');
  await life.submit(first);
  await life.take(first);
  await life.recommend(first);
  await life.pass(first);
  await life.propose(first);
  await life.release(first);
  await database.superuser`update rounds set closes_at = app.now() + interval '3 years'
    where programme_id = (select id from programmes where slug = 'qingyang-years')`;
  // Within the year the award counts as this year's; a year later it is the one year that is allowed.
  await life.setDay(life.day + 240);
  const again = await draft(2, 'qingyang-years');
  await expect(life.submit(again)).rejects.toThrow(/not_eligible/);
  const other = await draft(3, 'qingyang-years');
  await life.submit(other);
});
