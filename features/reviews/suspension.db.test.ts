import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { submitApplication } from '@/features/applications/commands';
import { closeProgramme, suspendProgramme } from '@/features/programmes/publication/commands';
import { getSuspension } from './suspension-queries';

/** Tests decisions on cases that were submitted before their programme, or an article of its rules, was suspended. */
let database: TestDatabase;
let life: Life;
let programmeId = '';
let startups = 0;
const slug = 'qingyang-paused';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(0);
  const reason = { 'zh-CN': '资金统筹', en: 'The money is being regrouped' };
  programmeId = await openOwnProgramme(database, life, {
    slug,
    budgetFen: 100_000_000n,
    rules: {
      minimumAward: { clause: '9', yuan: '5000', of: 'voucher' },
      terms: [{ clause: '9', suspendedFrom: life.dateOf(30), reason }],
    },
  });
});
afterAll(() => database.close());

const official = (local: string) => life.official(local, 'qingyang');

async function drafted(): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  return life.draft(owner, slug, 100_000, { citySlug: 'qingyang', day: life.day });
}
const suspensionOf = ({ id }: CaseState) => getSuspension(actorOf(official('approver')), id);

describe('a case that was submitted before', () => {
  it('is decided under the rules of its day, and its officers read why', async () => {
    const state = await drafted();
    const late = await drafted();
    await life.submit(state);
    await life.take(state);
    expect(await suspensionOf(state)).toBeUndefined();
    await as(official('admin'), suspendProgramme, { programmeId, reason: '资金调整' });
    const suspended = { state: 'suspended', reason: '资金调整' };
    expect(await suspensionOf(state)).toEqual({
      submittedOn: life.dateOf(0),
      programme: suspended,
      articles: [],
    });
    // What was not submitted in time waits until the programme is taken up again.
    const refused = await perform(late.owner, submitApplication, {
      applicationId: late.id,
      declared: 'on',
    });
    expect(refused).toMatchObject({ ok: false, code: 'programme_suspended' });
    await life.recommend(state);
    await as(official('admin'), closeProgramme, { programmeId, reason: '期满' });
    expect(await suspensionOf(state)).toMatchObject({ programme: { state: 'closed' } });
    await life.pass(state);
    await life.setDay(31);
    expect(await suspensionOf(state)).toMatchObject({ articles: [{ clause: '9' }] });
    const [row] = await database.superuser<{ state: string }[]>`
      select state from applications where id = ${state.id}`;
    expect(row?.state).toBe('final_passed');
  });

  it('of another city tells nothing', async () => {
    const [row] = await database.superuser<{ id: string }[]>`
      select id from applications where state = 'final_passed' limit 1`;
    const stranger = life.official('approver', 'nanning');
    expect(await getSuspension(actorOf(stranger), row?.id ?? '')).toBeUndefined();
  });
});
