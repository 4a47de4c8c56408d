import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { pdfBytes } from '@/db/testing/files';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { getCase } from '@/features/reviews/case-queries';
import { fen } from '@/lib/money';
import { declineCap, proposeCap, releaseCap } from './commands';
import { getCaseCaps } from './queries';
import { getDesk } from '@/features/reviews/desk-queries';

/** Tests the higher cap that a city decides for one case: two people, a document, and what follows from it. */
let database: TestDatabase;
let life: Life;
let startups = 0;

const official = (local: string, of = 'qingyang') => life.official(local, of);

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  life = new Life(world, database.owner, testStart);
  await life.setDay(0);
  await openOwnProgramme(database, life, {
    slug: 'qingyang-raised',
    budgetFen: 100_000_000n,
    rules: { caps: [{ clause: '9', per: 'year', yuan: '20000', raisedByDecision: true }] },
  });
});
afterAll(() => database.close());

/** Brings a case to its first review: 30 % of 100,000 are 30,000, of which the cap leaves 20,000. */
async function taken(slug = 'qingyang-raised'): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state = await life.draft(owner, slug, 100_000, { citySlug: 'qingyang', day: life.day });
  await life.submit(state);
  await life.take(state);
  return state;
}

let files = 0;
const decision = () => {
  files += 1;
  return new File([Uint8Array.from(pdfBytes({ padding: files * 10 }))], 'decision.pdf');
};
const propose = ({ id }: CaseState, capFen: bigint, by: Person = official('manager')) =>
  perform(by, proposeCap, {
    applicationId: id,
    capFen: fen(capFen),
    basis: '市政府会议纪要〔2026〕12 号',
    document: decision(),
  });

const decisionOf = async ({ id }: CaseState): Promise<string> => {
  const caps = await getCaseCaps(actorOf(official('approver')), id);
  return caps?.decisions[0]?.id ?? '';
};
const assessedOf = async ({ id }: CaseState) =>
  (await getCase(actorOf(official('reviewer')), id))?.assessedFen;

describe('a higher cap', () => {
  it('is proposed with its document and released by another person, and the case is worked out with it', async () => {
    const state = await taken();
    expect(await assessedOf(state)).toBe(2_000_000n);
    expect(await propose(state, 2_500_000n)).toMatchObject({ ok: true });
    expect(await assessedOf(state)).toBe(2_000_000n);
    const id = await decisionOf(state);
    const { waiting } = await getDesk(actorOf<'city.read'>(official('approver')));
    expect(waiting.find(({ kind }) => kind === 'caps')).toMatchObject({ n: 1, first: state.id });
    const himself = { ...official('approver'), userId: official('manager').userId };
    expect(await perform(himself, releaseCap, { decisionId: id })).toMatchObject({
      code: 'same_person',
    });
    await as(official('approver'), releaseCap, { decisionId: id });
    const view = await getCase(actorOf(official('auditor')), state.id);
    expect(view?.assessedFen).toBe(2_500_000n);
    const step = view?.recomputed?.steps.find(({ code }) => code === 'cap_year');
    expect(step).toMatchObject({ afterFen: 2_500_000n, values: { decided: 1 } });
    const caps = await getCaseCaps(actorOf(official('auditor')), state.id);
    expect(caps?.decisions).toMatchObject([
      { state: 'released', beforeFen: 2_000_000n, afterFen: 2_500_000n, capFen: 2_500_000n },
    ]);
    expect(view?.documents.some(({ fileName }) => fileName === 'decision.pdf')).toBe(true);

    await life.recommend(state);
    expect(state.amountFen).toBe(2_500_000n);
    await life.pass(state);
    await life.publish([state]);
    await life.setDay(life.day + 20);
    const [letter] = await database.superuser<{ content: Record<string, string> }[]>`
      select content from letters where application_id = ${state.id} and kind = 'approval'`;
    expect(letter?.content).toMatchObject({
      amountFen: '2500000',
      capFen: '2500000',
      capBasis: '市政府会议纪要〔2026〕12 号',
    });
  });

  it('must be higher than the rules’ own, and only while the first review is open and one at a time', async () => {
    const state = await taken();
    expect(await propose(state, 2_000_000n)).toMatchObject({
      code: 'cap_not_higher',
      field: 'capFen',
    });
    expect(await propose(state, 2_000_001n)).toMatchObject({ ok: true });
    await expect(propose(state, 2_100_000n)).rejects.toMatchObject({
      cause: { constraint_name: 'cap_decisions_one_open' },
    });
    const id = await decisionOf(state);
    await life.recommend(state);
    expect(await perform(official('approver'), releaseCap, { decisionId: id })).toMatchObject({
      code: 'case_past_first',
    });
    await as(official('approver'), declineCap, { decisionId: id, answer: '已过初审。' });
    expect(await propose(state, 3_000_000n)).toMatchObject({ code: 'case_past_first' });
    expect(await assessedOf(state)).toBe(2_000_000n);
  });

  it('never lowers what the rules give, and is refused where the rules let none be raised', async () => {
    const plain = await taken('qingyang-compute-2024');
    expect(await propose(plain, 900_000_000n)).toMatchObject({ code: 'cap_not_raisable' });
    expect(await getCaseCaps(actorOf(official('manager')), plain.id)).toBeUndefined();
    const state = await taken();
    await propose(state, 9_000_000n);
    await as(official('approver'), releaseCap, { decisionId: await decisionOf(state) });
    expect(await assessedOf(state)).toBe(3_000_000n);
    await propose(state, 2_200_000n);
    await as(official('approver'), releaseCap, { decisionId: await decisionOf(state) });
    expect(await assessedOf(state)).toBe(3_000_000n);
    // Whatever is worked out later, a claim or a corrected application, keeps the higher of both.
    const view = await getCase(actorOf(official('auditor')), state.id);
    expect(view?.recomputed).toMatchObject({ eligible: true, amountFen: 3_000_000n });
  });

  it('of another city is neither read nor decided', async () => {
    const state = await taken();
    expect(await propose(state, 2_500_000n, official('manager', 'nanning'))).toMatchObject({
      code: 'case_unknown',
    });
    await propose(state, 2_500_000n);
    const stranger = official('approver', 'nanning');
    const decisionId = await decisionOf(state);
    expect(await perform(stranger, releaseCap, { decisionId })).toMatchObject({
      code: 'cap_unknown',
    });
    expect(await getCaseCaps(actorOf(stranger), state.id)).toBeUndefined();
  });
});
