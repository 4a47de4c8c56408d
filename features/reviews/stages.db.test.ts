import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBase } from '@/demo/base';
import { actorOf, as, perform } from '@/demo/act';
import { Life, type CaseState } from '@/demo/life';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { remind } from '@/features/jobs/reminders';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { atClock, shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { getCase } from './case-queries';
import { recommendCase, refuseFirst, requestCorrection } from './commands';
import { listCases } from './queries';
import { finishStage } from './stage-commands';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** Tests that a case goes through the stages of review that its rules name, each within its own days. */
let database: TestDatabase;
let life: Life;
let startups = 0;
const slug = 'qingyang-staged';
const official = (name: string) => life.official(name, 'qingyang');

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await openOwnProgramme(database, life, {
    slug,
    budgetFen: 1_000_000_000n,
    rules: {
      service: {
        ...qingyang2024.rules.service,
        reviewWorkingDays: 30,
        stages: [
          { title: { 'zh-CN': '初审', en: 'First look' }, workingDays: 5 },
          { title: { 'zh-CN': '专家评审', en: 'Experts' }, workingDays: 10 },
        ],
      },
    },
  });
});
afterAll(() => database.close());
// A little after the round has opened.
beforeEach(() => setClock(database.superuser, atClock(testDay, '11:00')));

async function taken(programme = slug): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state = await life.draft(owner, programme, 100_000, {
    citySlug: 'qingyang',
    day: life.day,
  });
  await life.submit(state);
  await life.take(state);
  return state;
}
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);
const finish = (state: CaseState, stage: number, note = '', by = 'reviewer') =>
  perform(official(by), finishStage, { applicationId: state.id, stage, note });
const recommend = async (state: CaseState) => {
  const view = await viewOf(state);
  return perform(official('reviewer'), recommendCase, {
    applicationId: state.id,
    amountFen: fen(view.assessedFen ?? 0n),
    reason: '同意。',
    noConflict: 'yes' as const,
  });
};
const viewOf = async (state: CaseState) => {
  const view = await getCase(actorOf(official('reviewer')), state.id);
  if (!view) throw new Error('The case is gone.');
  return view;
};
const openOf = async (state: CaseState) => {
  const [row] = await database.superuser<{ stage: number | null; due: Date | null }[]>`
    select stage, stage_due_at as due from applications where id = ${state.id}`;
  return [row?.stage, row?.due && shanghaiDate(row.due)];
};
const inQueue = async (state: CaseState, due?: 'overdue') => {
  const filter = { stage: 'accepted' as const, ...(due && { due }) };
  const { rows } = await listCases(actorOf(official('reviewer')), filter);
  return rows.find(({ id }) => id === state.id);
};
const noon = (day: IsoDate) => setClock(database.superuser, atClock(day, '12:00'));

describe('a case under rules with stages', () => {
  it('is in the first when accepted, goes through them in order, and is recommended after the last', async () => {
    const state = await taken();
    expect(await openOf(state)).toEqual([0, '2026-06-08']);
    expect((await inQueue(state))?.openStage).toMatchObject({
      title: { 'zh-CN': '初审', en: 'First look' },
      clock: { kind: 'running', daysLeft: 5, overdue: false },
    });
    expect(await recommend(state)).toMatchObject({ code: 'stage_open', values: { stage: '初审' } });
    expect(codeOf(await finish(state, 1))).toBe('state_changed');
    expect(codeOf(await finish(state, 0, '材料齐全。'))).toBe('done');
    expect(codeOf(await finish(state, 0))).toBe('state_changed');
    expect(await openOf(state)).toEqual([1, '2026-06-15']);
    expect(await recommend(state)).toMatchObject({
      code: 'stage_open',
      values: { stage: '专家评审' },
    });
    const { stages } = await viewOf(state);
    expect(stages.map(({ finished, clock }) => [finished.length, clock?.kind])).toEqual([
      [1, undefined],
      [0, 'running'],
    ]);
    expect(stages[0]?.finished[0]).toMatchObject({
      by: official('reviewer').name,
      late: false,
      note: '材料齐全。',
    });
    expect(codeOf(await finish(state, 1))).toBe('done');
    expect(await openOf(state)).toEqual([null, null]);
    expect(codeOf(await recommend(state))).toBe('done');
    expect(codeOf(await finish(state, 1))).not.toBe('done');
  });

  it('is finished by its reviewer alone, once by two sendings at once', async () => {
    const state = await taken();
    expect(codeOf(await finish(state, 0, '', 'reviewer2'))).toBe('not_assignee');
    const outcomes = await Promise.all([finish(state, 0), finish(state, 0), finish(state, 0)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'state_changed', 'state_changed']);
    const stranger = { ...official('reviewer'), cityId: life.world.cities.get('nanning') ?? '' };
    const input = { applicationId: state.id, stage: 1, note: '' };
    expect(codeOf(await perform(stranger, finishStage, input))).toBe('case_unknown');
  });

  it('cannot be moved on in the database while a stage is open', async () => {
    const state = await taken();
    await expect(
      database.superuser`update applications set state = 'first_passed' where id = ${state.id}`,
    ).rejects.toMatchObject({ constraint_name: 'applications_stage_open' });
  });

  it('can be refused in any stage', async () => {
    const state = await taken();
    const why = { applicationId: state.id, reason: '不符合条件。', noConflict: 'yes' as const };
    expect(codeOf(await perform(official('reviewer'), refuseFirst, why))).toBe('done');
  });

  it('waits with the whole review while the applicant corrects, and keeps finished stages', async () => {
    const state = await taken();
    await finish(state, 0);
    await noon('2026-06-03');
    await as(official('reviewer'), requestCorrection, {
      applicationId: state.id,
      message: '请补正。',
      'named.contractNumber': 'on',
      'fault.contractNumber': '编号不清。',
    });
    await noon('2026-06-08');
    expect((await viewOf(state)).stages[1]?.clock).toMatchObject({ kind: 'paused', daysLeft: 8 });
    await life.correct(state);
    // Eight of the ten days were left on Wednesday 3 June and count on from Monday 8 June.
    expect(await openOf(state)).toEqual([1, '2026-06-18']);
    expect((await viewOf(state)).stages[0]?.finished).toHaveLength(1);
  });

  it('begins with the first stage again after an appeal', async () => {
    const state = await taken();
    await finish(state, 0);
    const why = { applicationId: state.id, reason: '不符合条件。', noConflict: 'yes' as const };
    await as(official('reviewer'), refuseFirst, why);
    await database.superuser`update applications set state = 'submitted', assignee_id = null,
      first_reviewer_id = null, appeal_by = null where id = ${state.id}`;
    expect((await viewOf(state)).stages.map(({ clock }) => clock)).toEqual([undefined, undefined]);
    await database.superuser`delete from reviews where application_id = ${state.id}`;
    await life.take(state);
    expect(await openOf(state)).toEqual([0, '2026-06-08']);
  });

  it('is decided alone only after its stages, where the rules ask for no final review', async () => {
    const alone = 'qingyang-staged-alone';
    await openOwnProgramme(database, life, {
      slug: alone,
      budgetFen: 1_000_000_000n,
      rules: {
        service: {
          ...qingyang2024.rules.service,
          autoApproveYuan: '1000000',
          stages: [{ title: { 'zh-CN': '形式审查', en: 'Formal check' }, workingDays: 3 }],
        },
      },
    });
    const state = await taken(alone);
    expect(await recommend(state)).toMatchObject({ code: 'stage_open' });
    await finish(state, 0);
    expect(await recommend(state)).toMatchObject({ ok: true, value: { alone: true } });
  });

  it('shows and reminds of an overdue stage while the whole review is still in time', async () => {
    const state = await taken();
    expect(await inQueue(state, 'overdue')).toBeUndefined();
    await noon('2026-06-10');
    const row = await inQueue(state, 'overdue');
    expect(row).toMatchObject({
      clock: { overdue: false },
      openStage: { clock: { overdue: true } },
    });
    await executeSweep(official('reviewer').cityId ?? '', remind);
    const told = await database.superuser<{ n: number; stage: string }[]>`
      select count(*)::int as n, max(values ->> 'stage') as stage from notifications
      where template = 'stage_overdue' and values ->> 'path' like ${`%${state.id}%`}`;
    expect(told[0]?.n).toBeGreaterThan(0);
    expect(told[0]?.stage).toBe('初审');
    await finish(state, 0);
    expect((await viewOf(state)).stages[0]?.finished[0]?.late).toBe(true);
  });
});
