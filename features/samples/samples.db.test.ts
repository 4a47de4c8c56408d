import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme, setOwnBudget } from '@/db/testing/own-programme';
import { recommendCase } from '@/features/reviews/commands';
import { fen } from '@/lib/money';
import { confirmDecision, reportFinding, takeSample } from './commands';
import { drawSample } from './draw';
import { getSample, getSampleDesk } from './queries';
import { getDesk } from '@/features/reviews/desk-queries';

/** Tests what one officer may decide alone, and the sample of it that another officer checks. */
const slug = 'qingyang-alone';
let database: TestDatabase;
let life: Life;
let programme = '';
let startups = 0;

const official = (local: string, of = 'qingyang') => life.official(local, of);

const one = async (query: string, ...values: string[]): Promise<Record<string, string | null>> => {
  const [row] = await database.superuser.unsafe<Record<string, string | null>[]>(query, values);
  return row ?? {};
};

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  life = new Life(world, database.owner, testStart);
  await life.setDay(0);
  programme = await openOwnProgramme(database, life, {
    slug,
    budgetFen: 10_000_000n,
    rules: { service: { ...qingyang2024.rules.service, autoApproveYuan: '30000' } },
  });
});
afterAll(() => database.close());

/** Brings a new case to its first review. Thirty percent of the contract are given. */
async function taken(yuan: number): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state = await life.draft(owner, slug, yuan, { citySlug: 'qingyang', day: life.day });
  await life.submit(state);
  await life.take(state);
  return state;
}

const recommend = ({ id }: CaseState, amountFen: bigint) =>
  perform(official('reviewer'), recommendCase, {
    applicationId: id,
    amountFen: fen(amountFen),
    reason: '材料齐全，金额无误。',
    noConflict: 'yes',
  });

const rowOf = ({ id }: CaseState) =>
  one(
    `select state, approved_fen::text as approved, final_reviewer_id as final,
      (select count(*)::text from sole_decisions where application_id = a.id) as alone
    from applications a where id = $1`,
    id,
  );

describe('up to the limit', () => {
  it('one officer decides alone, at the limit, and money is promised', async () => {
    const state = await taken(100_000);
    expect(await recommend(state, 3_000_000n)).toMatchObject({ value: { alone: true } });
    expect(await rowOf(state)).toEqual({
      state: 'final_passed',
      approved: '3000000',
      final: null,
      alone: '1',
    });
    const pool = await one(
      'select promised_fen::text as fen from ledger.pools where id = $1',
      programme,
    );
    expect(pool.fen).toBe('3000000');
  });

  it('two are needed for one fen more, and a lower amount does not avoid the second', async () => {
    const state = await taken(100_001);
    expect(await recommend(state, 3_000_000n)).toMatchObject({ ok: true });
    expect(await rowOf(state)).toMatchObject({ state: 'first_passed', alone: '0' });
  });

  it('a decision that the budget cannot bear changes nothing', async () => {
    const state = await taken(100_000);
    await setOwnBudget(database, life, programme, 3_000_001n);
    expect(await recommend(state, 3_000_000n)).toMatchObject({ code: 'budget_short' });
    expect(await rowOf(state)).toMatchObject({ state: 'accepted', alone: '0' });
    await setOwnBudget(database, life, programme, 100_000_000n);
    expect(await recommend(state, 2_500_000n)).toMatchObject({ ok: true });
  });
});

describe('the sample', () => {
  const draw = (by: Person = official('manager')) =>
    perform(by, takeSample, { programmeId: programme });
  let sample = '';
  let decision = '';

  it('is drawn from the recorded seed and the cases alone, once', async () => {
    for (let at = 0; at < 9; at += 1) {
      const state = await taken(50_000);
      await recommend(state, 1_500_000n);
    }
    const desk = await getSampleDesk(actorOf(official('auditor')), undefined);
    expect(desk.open).toMatchObject([{ programmeId: programme, decisions: 11 }]);
    expect(await draw(official('manager', 'nanning'))).toMatchObject({ code: 'programme_unknown' });
    const outcome = await draw();
    if (!outcome.ok) throw new Error(outcome.code);
    sample = outcome.value.id;
    const view = await getSample(actorOf(official('auditor')), sample, undefined);
    expect(view?.sample).toMatchObject({ decisions: 11, drawn: 2, percent: 10, checked: 0 });
    const drawn = view?.lines.filter(({ isDrawn }) => isDrawn) ?? [];
    const ids = view?.lines.map(({ applicationId }) => applicationId) ?? [];
    expect(drawn.map(({ applicationId }) => applicationId).sort()).toEqual(
      drawSample(view?.sample.seed ?? '', ids).sort(),
    );
    decision = drawn[0]?.decisionId ?? '';
    const { waiting } = await getDesk(actorOf<'city.read'>(official('approver')));
    expect(waiting.find(({ kind }) => kind === 'samples')).toMatchObject({ n: 2, first: sample });
    const events = await database.superuser<{ action: string; seed: string }[]>`
      select action, data ->> 'seed' as seed from audit_events where action like 'sample.%' order by id`;
    expect(events).toEqual([
      { action: 'sample.seeded', seed: view?.sample.seed },
      { action: 'sample.drawn', seed: view?.sample.seed },
    ]);
    expect(await draw()).toMatchObject({ code: 'sample_empty' });
  });

  it('is checked by another officer of the city, once, with a reason for a finding', async () => {
    const finding = { decisionId: decision, reason: '合同金额与发票不一致。' };
    const himself = { ...official('approver'), userId: official('reviewer').userId };
    expect(await perform(himself, confirmDecision, finding)).toMatchObject({ code: 'same_person' });
    expect(await perform(official('approver', 'nanning'), reportFinding, finding)).toMatchObject({
      code: 'sample_unknown',
    });
    await expect(
      database.superuser`update sample_lines set outcome = 'in_order', checked_at = app.now(),
        checked_by = reviewer_id where decision_id = ${decision}`,
    ).rejects.toMatchObject({ constraint_name: 'sample_lines_four_eyes' });
    await as(official('approver'), reportFinding, finding);
    expect(await perform(official('approver2'), confirmDecision, finding)).toMatchObject({
      code: 'sample_checked',
    });
    const view = await getSample(actorOf(official('auditor')), sample, undefined);
    expect(view?.sample).toMatchObject({ checked: 1, findings: 1 });
    expect(view?.lines.find(({ decisionId }) => decisionId === decision)).toMatchObject({
      outcome: 'finding',
      reason: finding.reason,
    });
    const undrawn = view?.lines.find(({ isDrawn }) => !isDrawn)?.decisionId ?? '';
    expect(
      await perform(official('approver'), confirmDecision, { decisionId: undrawn }),
    ).toMatchObject({ code: 'sample_unknown' });
  });
});
