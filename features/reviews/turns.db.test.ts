import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { dismissAppeal } from '@/features/appeals/commands';
import { listAppeals } from '@/features/appeals/queries';
import { releaseBudgetChange } from '@/features/budget/commands';
import { proposeIssue, releaseIssue } from '@/features/issuing/commands';
import { fen, type Fen } from '@/lib/money';
import type { Permission } from '@/lib/permissions';
import { refused } from '@/lib/result';
import type { Command } from '@/server/gate';
import { assignCases, passFinal, recommendCase, takeCase } from './commands';
import { getDesk } from './desk-queries';
import type { Waiting } from './waiting-queries';
import { publishNotice } from '@/features/notices/commands';
import { dismissObjection } from '@/features/objections/commands';
import { listObjections } from '@/features/objections/queries';
import { caseFilter, listCases } from './queries';

/** Compares the numbers on a desk with what the commands allow that person. */
let database: TestDatabase;
let life: Life;
let startups = 0;
/** Creates cases in addition to those that the desks count. */
let made: Cases;

const official = (local: string) => life.official(local, 'qingyang');

async function submitted(): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const options = { citySlug: 'qingyang', day: dayOf('2026-06-01') };
  const slug = 'qingyang-compute-2024';
  const state = await life.draft(owner, slug, 100_000 + startups, options);
  await life.submit(state);
  return state;
}

async function recommended(): Promise<CaseState> {
  const state = await submitted();
  await life.take(state);
  await life.recommend(state);
  return state;
}

async function passed(): Promise<CaseState> {
  const state = await recommended();
  await life.pass(state);
  return state;
}

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(dayOf('2026-06-01'));
  await submitted();
  const given = await submitted();
  const reviewerId = official('reviewer2').userId;
  await as(official('manager'), assignCases, { applicationIds: [given.id], reviewerId });
  await life.take(await submitted());
  await recommended();
  await passed();
  const objected = await passed();
  await life.publish([objected]);
  await life.object(objected);
  const turnedDown = await submitted();
  await life.take(turnedDown);
  await life.refuse(turnedDown);
  await life.appeal(turnedDown);
  await life.proposeBudget('qingyang', 'qingyang-compute-2024', 60_000_000n, '增加预算。');
  made = new Cases(life, database, startups);
});

afterAll(() => database.close());

const ids = async (query: string): Promise<string[]> =>
  (await database.superuser.unsafe<{ id: string }[]>(query)).map(({ id }) => id);

const cases = 'select id from applications';

/** Turns a success into a refusal, so that the gate rolls everything back and nothing of the trial remains. */
const tried =
  <P extends Permission, I, T, C extends string>(
    command: Command<P, I, T, C>,
  ): Command<P, I, T, C | 'accepted'> =>
  async (grant, input) => {
    const outcome = await command(grant, input);
    return outcome.ok ? refused('accepted') : outcome;
  };

/** Counts for how many of these ids a command succeeds for a person. */
async function accepted<P extends Permission, I, T, C extends string>(
  person: Person,
  command: Command<P, I, T, C>,
  inputs: readonly I[],
): Promise<number> {
  let n = 0;
  for (const input of inputs) {
    const outcome = await perform(person, tried(command), input);
    if (!outcome.ok && outcome.code === 'accepted') n += 1;
  }
  return n;
}

const deskOf = (local: string) => getDesk(actorOf<'city.read'>(official(local)));
const counted = async (local: string, kind: Waiting['kind']) =>
  (await deskOf(local)).waiting.find((one) => one.kind === kind)?.n;

const finding = { reason: '同意。', noConflict: 'yes' as const };

describe('a desk counts what the commands allow the person', () => {
  it.each([
    ['reviewer', 1],
    ['reviewer2', 2],
  ])('cases to accept, for %s', async (local, n) => {
    const inputs = (await ids(cases)).map((applicationId) => ({ applicationId }));
    expect(await accepted(official(local), takeCase, inputs)).toBe(n);
    expect(await counted(local, 'toTake')).toBe(n);
  });

  it.each([
    ['reviewer', 1],
    ['reviewer2', 0],
  ])('first reviews, for %s', async (local, n) => {
    const inputs = (await ids(cases)).map((applicationId) => ({
      applicationId,
      amountFen: fen(1n),
      ...finding,
    }));
    expect(await accepted(official(local), recommendCase, inputs)).toBe(n);
    expect(await counted(local, 'myCases')).toBe(n);
  });

  it.each(['approver', 'approver2'])('final reviews, for %s', async (local) => {
    const inputs = (await ids(cases)).map((applicationId) => ({
      applicationId,
      amountFen: fen(1n),
      ...finding,
    }));
    expect(await accepted(official(local), passFinal, inputs)).toBe(1);
    expect(await counted(local, 'toDecide')).toBe(1);
  });

  it.each([
    ['approver', 0],
    ['approver2', 1],
  ])('objections, which nobody resolves who passed the case: %s', async (local, n) => {
    const inputs = (await ids('select id from objections')).map((objectionId) => ({
      objectionId,
      resolution: '不成立。',
      noConflict: 'yes' as const,
    }));
    const person = official(local);
    expect(await accepted(person, dismissObjection, inputs)).toBe(n);
    expect(await counted(local, 'toResolve')).toBe(n);
    const reader = actorOf<'objection.read'>(person);
    expect((await listObjections(reader, undefined, true)).rows).toHaveLength(n);
    expect((await listObjections(reader, undefined, false)).rows).toHaveLength(1);
  });

  it.each(['approver', 'approver2'])('appeals, for %s', async (local) => {
    const inputs = (await ids('select id from appeals')).map((appealId) => ({
      appealId,
      decision: '原决定正确。',
      noConflict: 'yes' as const,
    }));
    const person = official(local);
    const n = await accepted(person, dismissAppeal, inputs);
    expect(await counted(local, 'toDecideAppeals')).toBe(n);
    const mine = await listAppeals(actorOf<'appeal.read'>(person), undefined, true);
    expect(mine.rows).toHaveLength(n);
  });

  it('an appeal does not wait for a person who decided in the case', async () => {
    const [appeal] = await ids('select id from appeals');
    const me = official('approver2').userId;
    await database.superuser`update applications set final_reviewer_id = ${me}
      where id = (select application_id from appeals where id = ${appeal ?? ''})`;
    expect(await counted('approver2', 'toDecideAppeals')).toBe(0);
    expect(await counted('approver', 'toDecideAppeals')).toBe(1);
    await database.superuser`update applications set final_reviewer_id = null
      where id = (select application_id from appeals where id = ${appeal ?? ''})`;
  });

  it('cases to assign and to publish, for a manager', async () => {
    const reviewerId = official('reviewer2').userId;
    const unheld = await ids(`${cases} where state = 'submitted' and assignee_id is null`);
    const inputs = unheld.map((id) => ({ applicationIds: [id], reviewerId }));
    expect(await accepted(official('manager'), assignCases, inputs)).toBe(1);
    expect(await counted('manager', 'toAssign')).toBe(1);
    const [programmeId = ''] = await ids(
      "select id from programmes where slug = 'qingyang-compute-2024'",
    );
    const all = (await ids(cases)).map((id) => ({ programmeId, applicationIds: [id] }));
    expect(await accepted(official('manager'), publishNotice, all)).toBe(1);
    expect(await counted('manager', 'toPublish')).toBe(1);
    expect((await deskOf('manager')).waiting.map(({ kind }) => kind)).not.toContain('disputed');
  });

  it('issues and budgets, which their proposers cannot release', async () => {
    const [id = ''] = await ids(`${cases} where state = 'final_passed'`);
    await database.superuser`update applications set state = 'approved' where id = ${id}`;
    const inputs = (await ids(cases)).map((applicationId) => ({ applicationId }));
    expect(await accepted(official('finance1'), proposeIssue, inputs)).toBe(1);
    expect(await counted('finance1', 'toPropose')).toBe(1);
    await as(official('finance1'), proposeIssue, { applicationId: id });
    expect(await counted('finance1', 'toPropose')).toBe(0);
    const proposals = (await ids('select id from issue_proposals')).map((proposalId) => ({
      proposalId,
    }));
    for (const [local, n] of [
      ['finance1', 0],
      ['finance2', 1],
    ] as const) {
      expect(await accepted(official(local), releaseIssue, proposals)).toBe(n);
      expect(await counted(local, 'toRelease')).toBe(n);
    }
    const changes = (await ids('select id from budget_changes')).map((changeId) => ({ changeId }));
    expect(await accepted(official('finance1'), releaseBudgetChange, changes)).toBe(1);
    expect(await counted('finance1', 'budgetChanges')).toBe(1);
  });
});

describe('the number on a desk', () => {
  it.each(['reviewer', 'reviewer2', 'approver', 'approver2'])(
    'equals the list that its link opens, for %s',
    async (local) => {
      const actor = actorOf<'case.read'>(official(local));
      const { waiting, urgent } = await deskOf(local);
      const { total, rows } = await listCases(actor, caseFilter.parse({ turn: 'mine' }));
      const ofCases = waiting.filter(({ kind }) =>
        ['toTake', 'myCases', 'toDecide'].includes(kind),
      );
      expect(ofCases.reduce((sum, { n }) => sum + n, 0)).toBe(total);
      expect(urgent.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    },
  );

  it('has a deadline or a waiting time, and the most urgent comes first', async () => {
    for (const local of ['manager', 'reviewer', 'reviewer2', 'approver', 'approver2', 'finance2']) {
      const { waiting } = await deskOf(local);
      const open = waiting.filter(({ n }) => n > 0);
      expect(open.length, local).toBeGreaterThan(0);
      for (const { due, since } of open) expect(due?.at ?? since).toBeInstanceOf(Date);
      const terms = waiting.map(({ due }) => due?.at.getTime() ?? Infinity);
      expect(terms, local).toEqual([...terms].sort((one, other) => one - other));
    }
  });
});

describe('two officers at one case', () => {
  it('one takes it, and the other gets a refusal with who has it and since when', async () => {
    const state = await made.submitted();
    const input = { applicationId: state.id };
    const outcomes = await Promise.all([
      perform(official('reviewer'), takeCase, input),
      perform(official('reviewer2'), takeCase, input),
    ]);
    expect(codesOf(outcomes)).toEqual(['case_taken', 'done']);
    const refusal = outcomes.find((outcome) => !outcome.ok);
    expect(refusal).toMatchObject({
      values: { who: expect.stringMatching(/^(陈|郑)初审$/) as string },
    });
    expect(
      await made.count(
        `audit_events where application_id = $1 and action = 'application.accepted'`,
        state.id,
      ),
    ).toBe(1);
  });

  it('one decides it, and the other gets a refusal with who was first; one review is stored', async () => {
    const state = await made.recommended();
    const decision = (amountFen: Fen) => ({
      applicationId: state.id,
      amountFen,
      reason: '同意。',
      noConflict: 'yes',
    });
    const outcomes = await Promise.all([
      perform(official('approver'), passFinal, decision(state.amountFen)),
      perform(official('approver2'), passFinal, decision(fen(state.amountFen - 100n))),
    ]);
    expect(codesOf(outcomes)).toEqual(['already_decided', 'done']);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      values: { who: expect.stringMatching(/^(李|吴)复审$/) as string },
    });
    expect(
      await made.count(`reviews where application_id = $1 and stage = 'final'`, state.id),
    ).toBe(1);
  });

  it('a case of another city cannot be decided', async () => {
    const state = await made.submitted();
    const input = {
      applicationId: state.id,
      amountFen: fen(1n),
      reason: '同意。',
      noConflict: 'yes',
    };
    for (const stranger of [
      life.official('reviewer', 'shenzhen'),
      life.official('reviewer', 'nanning'),
    ]) {
      expect(await perform(stranger, takeCase, input)).toMatchObject({ code: 'case_unknown' });
      expect(await perform(stranger, recommendCase, input)).toMatchObject({ code: 'case_unknown' });
    }
  });
});

describe('an issue', () => {
  it('is not released by its proposer, and only once by eight people at the same time', async () => {
    const state = await made.approved();
    await life.propose(state);
    const [proposal] = await database.superuser<{ id: string }[]>`
      select id from issue_proposals where application_id = ${state.id}`;
    const input = { proposalId: proposal?.id ?? '' };
    expect(await perform(official('finance1'), releaseIssue, input)).toMatchObject({
      code: 'same_person',
    });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => perform(official('finance2'), releaseIssue, input)),
    );
    expect(codesOf(outcomes)).toEqual(['done', ...Array<string>(7).fill('issue_decided')]);
    expect(await made.count('vouchers where application_id = $1', state.id)).toBe(1);
    expect(
      await made.count(
        `ledger.entries e join vouchers v on v.id = e.account_id
          where v.application_id = $1 and e.kind = 'issue' and e.outcome = 'posted'`,
        state.id,
      ),
    ).toBe(1);
    expect(
      await perform(official('finance1'), proposeIssue, { applicationId: state.id }),
    ).toMatchObject({ ok: false });
  });
});
