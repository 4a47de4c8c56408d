import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { refuseFirst } from '@/features/reviews/commands';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('a refusal with unprintable characters gives a warning first, and is issued when sent again', async () => {
  const life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const day = 0;
  await life.setDay(day);
  const owner = life.world.startups[0]?.owner;
  if (!owner) throw new Error('The base has no start-up.');
  const options = { citySlug: 'qingyang', day };
  const state = await life.draft(owner, 'qingyang-compute-2024', 100_000, options);
  await life.submit(state);
  await life.take(state);
  const reviewer = life.official('reviewer', 'qingyang');
  const input = {
    applicationId: state.id,
    reason: '合同由䶮某签署，标的不符。',
    noConflict: 'yes',
  };
  const letters = async () => {
    const [row] = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from letters where kind = 'refusal'`;
    return row?.n;
  };
  const first = await perform(reviewer, refuseFirst, input);
  expect(first).toMatchObject({
    code: 'letter_unprintable',
    values: { characters: '䶮 (U+4DAE)' },
    fresh: { unprintable: 'U+4DAE' },
  });
  expect(await letters()).toBe(0);
  const other = { ...input, reason: '合同由䶮、鲰签署。', unprintable: 'U+4DAE' };
  expect(await perform(reviewer, refuseFirst, other)).toMatchObject({ code: 'letter_unprintable' });
  const again = { ...input, unprintable: 'U+4DAE' };
  expect(await perform(reviewer, refuseFirst, again)).toMatchObject({ ok: true });
  expect(await letters()).toBe(1);
});
