import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { poolsLeft } from '@/features/programmes/pool-queries';
import { passFinal } from '@/features/reviews/commands';
import { releaseIssue } from '@/features/issuing/commands';
import { fen } from '@/lib/money';
import { constraintOf } from '@/server/database-errors';
import { inScope } from '@/server/scope';
import { listOpenChanges, listProgrammeChanges } from './change-queries';
import { declineBudgetChange, proposeBudgetChange, releaseBudgetChange } from './commands';
import { readBudgetFile } from './file-queries';
import { getOutlook } from './forecast-queries';
import { listAlerts, listBudgets } from './queries';

/** Tests budgets: their parts, changes by two people, warnings that are sent once, and forecasts. */
let database: TestDatabase;
let life: Life;
let programme = '';
let cityId = '';

const slug = 'qingyang-compute-2024';
const official = (local: string, city = 'qingyang') => life.official(local, city);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(0);
  cityId = life.world.cities.get('qingyang') ?? '';
  const [row] = await database.superuser<
    { id: string }[]
  >`select id from programmes where slug = ${slug}`;
  programme = row?.id ?? '';
});

afterAll(() => database.close());

const budgetOf = async (pool = programme) => {
  const [row] = await database.superuser<{ budget: string; committed: string; promised: string }[]>`
    select budget_fen::text as budget, committed_fen::text as committed,
      promised_fen::text as promised from ledger.pools where id = ${pool}`;
  return {
    budget: BigInt(row?.budget ?? '-1'),
    committed: BigInt(row?.committed ?? '-1'),
    promised: BigInt(row?.promised ?? '-1'),
  };
};

/** Sets a budget without the portal, as a manager’s change would do after its release. */
async function force(pool: string, amount: bigint): Promise<void> {
  const to = amount.toString();
  await database.superuser`
    update ledger.pools set budget_fen = ${to}::bigint where id = ${pool}`;
  await database.superuser`
    update budget_changes set to_fen = ${to}::bigint, from_fen = ${to}::bigint + 1 where id = (
      select id from budget_changes where pool_id = ${pool} and state = 'released'
      order by decided_at desc, id desc limit 1)`;
}

const propose = (amount: bigint, pool = programme, who = official('manager')) =>
  perform(who, proposeBudgetChange, { poolId: pool, toFen: fen(amount), reason: '市政府批复。' });
const openChange = async (): Promise<string> => {
  const page = await listOpenChanges(actorOf(official('finance1')), undefined);
  return page.rows[0]?.id ?? '';
};
const release = async (who = official('finance1'), id?: string) =>
  perform(who, releaseBudgetChange, { changeId: id ?? (await openChange()) });
const decline = async (who = official('finance1')) =>
  perform(who, declineBudgetChange, { changeId: await openChange(), answer: '依据不足。' });

const count = async (query: string) => {
  const [row] = await database.superuser.unsafe<{ n: number }[]>(
    `select count(*)::int as n from ${query}`,
  );
  return row?.n ?? -1;
};
const changed = () =>
  count(`(select id from audit_events union all select id from mails
    union all select id from budget_changes) things`);

let startups = 0;

/** Returns cases of start-ups that had none yet, brought up to the final review. */
async function recommended(n: number): Promise<CaseState[]> {
  const states: CaseState[] = [];
  for (let at = 0; at < n; at += 1) {
    const owner = life.world.startups[startups]?.owner;
    if (!owner) throw new Error('The base has no more start-ups.');
    startups += 1;
    const day = life.day;
    states.push(await life.draft(owner, slug, 1_000_000, { citySlug: 'qingyang', day }));
  }
  for (const state of states) {
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
  }
  return states;
}

/** Passes the final review of a case, with the whole recommended amount. */
const pass = (state: CaseState) =>
  perform(official('approver'), passFinal, {
    applicationId: state.id,
    amountFen: state.amountFen,
    reason: '同意初审意见。',
    noConflict: 'yes',
  });

/** Brings cases from the final review to a proposal that another person may release. */
async function proposeAll(states: readonly CaseState[]): Promise<void> {
  await life.publish(states);
  await life.setDay(life.day + 14);
  for (const state of states) await life.propose(state);
}

const proposalOf = async (state: CaseState) => {
  const [row] = await database.superuser<{ id: string }[]>`
    select id from issue_proposals where application_id = ${state.id} and state = 'proposed'`;
  return row?.id ?? '';
};
const issue = async (state: CaseState) =>
  perform(official('finance2'), releaseIssue, { proposalId: await proposalOf(state) });

describe('a change of a budget', () => {
  it('is proposed by the manager, released by finance, and then counts', async () => {
    const before = await budgetOf();
    expect(await propose(12_000_000_000n)).toMatchObject({ ok: true });
    expect(await budgetOf()).toEqual(before);
    expect(await release()).toMatchObject({ ok: true, value: { programmeId: programme } });
    expect(await budgetOf()).toEqual({ ...before, budget: 12_000_000_000n });
    const { decided } = await listProgrammeChanges(
      actorOf(official('auditor')),
      programme,
      undefined,
    );
    expect(decided.rows).toMatchObject([
      { state: 'released', fromFen: 10_000_000_000n, toFen: 12_000_000_000n, part: null },
    ]);
    const events = await database.superuser`
      select action from audit_events where subject_kind = 'budget_change' order by id`;
    expect(events.map(({ action }) => action as string)).toEqual([
      'budget.proposed',
      'budget.released',
    ]);
  });

  it('that is declined changes nothing, and another may follow', async () => {
    const before = await budgetOf();
    await propose(1_000_000_000n);
    expect(await decline()).toMatchObject({ ok: true });
    expect(await budgetOf()).toEqual(before);
    expect(await propose(1_100_000_000n)).toMatchObject({ ok: true });
    expect(await decline()).toMatchObject({ ok: true });
  });

  it('needs two people, whatever their roles, and the database enforces it too', async () => {
    await propose(9_000_000_000n);
    const both: Person = { ...official('manager'), role: 'finance' };
    const before = await changed();
    expect(await release(both)).toMatchObject({ code: 'same_person' });
    expect(await decline(both)).toMatchObject({ code: 'same_person' });
    expect(await changed()).toBe(before);
    const forged = database.superuser`update budget_changes
      set state = 'released', decided_by = proposed_by, decided_at = app.now() where state = 'proposed'`;
    await expect(forged).rejects.toMatchObject({ constraint_name: 'budget_changes_four_eyes' });
    await decline();
  });

  it('is decided once, by eight at once', async () => {
    await propose(9_500_000_000n);
    const id = await openChange();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, at) => release(official(`finance${(at % 2) + 1}`), id)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code]));
    expect(new Set(codes)).toEqual(new Set(['change_decided']));
  });

  it('must be the only open one: a second one for the same budget is refused with the reason', async () => {
    await propose(9_100_000_000n);
    for (const amount of [9_100_000_000n, 9_200_000_000n]) {
      const second = await propose(amount).catch(constraintOf);
      expect(second).toBe('budget_changes_one_open');
    }
    await decline();
  });

  it('to the present amount is refused', async () => {
    const { budget } = await budgetOf();
    expect(await propose(budget)).toMatchObject({ code: 'budget_unchanged', field: 'toFen' });
  });

  it('is refused if the budget has changed since the proposal', async () => {
    const { budget } = await budgetOf();
    await propose(9_300_000_000n);
    await force(programme, 8_000_000_000n);
    expect(await release()).toMatchObject({ code: 'budget_moved' });
    await force(programme, budget);
    await decline();
  });

  it('of another city does not exist', async () => {
    await propose(9_400_000_000n);
    const before = await changed();
    expect(await propose(1n, programme, official('manager', 'shenzhen'))).toMatchObject({
      code: 'pool_unknown',
    });
    const id = await openChange();
    const stranger = official('finance1', 'shenzhen');
    expect(await release(stranger, id)).toMatchObject({ code: 'change_unknown' });
    const declined = perform(stranger, declineBudgetChange, { changeId: id, answer: '不同意。' });
    expect(await declined).toMatchObject({ code: 'change_unknown' });
    expect(await changed()).toBe(before);
    const theirs = actorOf<'budget.read'>(stranger);
    expect((await listOpenChanges(theirs, undefined)).rows).toEqual([]);
    expect(await getOutlook(theirs, programme)).toBeUndefined();
    expect((await listBudgets(theirs, undefined)).rows.map(({ id: one }) => one)).not.toContain(
      programme,
    );
    await decline();
  });
});

describe('warnings', () => {
  const mails = async () => {
    const rows = await database.superuser<{ percent: string; n: number }[]>`
      select values ->> 'percent' as percent, count(*)::int as n from mails
      where template = 'budget_warning' group by 1 order by 1`;
    return Object.fromEntries(rows.map(({ percent, n }) => [percent, n]));
  };
  /** The manager and two people of finance. */
  const readers = 3;
  const manager = () => actorOf<'city.read'>(official('manager'));

  it('come at 80 and at 95 %, once each, though five pass at once; and again after a new budget', async () => {
    const [first, ...rest] = await recommended(9);
    if (!first) throw new Error('No case.');
    expect(await pass(first)).toMatchObject({ ok: true });
    const one = (await budgetOf()).promised;
    expect(await mails()).toEqual({});
    expect(await listAlerts(manager())).toEqual([]);
    // Five of them are 80.6 %, six 96.8 %.
    await force(programme, (one * 62n) / 10n);
    const outcomes = await Promise.all(rest.slice(0, 5).map((state) => pass(state)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await mails()).toEqual({ '80': readers, '95': readers });
    expect(await listAlerts(manager())).toMatchObject([{ level: 95, part: undefined }]);
    expect(await listAlerts(actorOf(official('reviewer')))).toEqual([]);

    await propose(one * 20n);
    expect(await release()).toMatchObject({ ok: true });
    expect(await mails()).toEqual({ '80': readers, '95': readers });
    expect(await listAlerts(manager())).toEqual([]);
    await propose((one * 15n) / 2n);
    expect(await release()).toMatchObject({ ok: true });
    expect(await mails()).toEqual({ '80': readers * 2, '95': readers });
    const [another] = rest.slice(5);
    if (!another) throw new Error('No case.');
    expect(await pass(another)).toMatchObject({ ok: true });
    expect(await mails()).toEqual({ '80': readers * 2, '95': readers });
    // An issue turns promised money into committed money, so there is nothing new to warn of.
    await proposeAll([first, another]);
    expect(await issue(first)).toMatchObject({ ok: true });
    expect(await issue(another)).toMatchObject({ ok: true });
    expect(await budgetOf()).toMatchObject({ committed: one * 2n, promised: one * 5n });
    expect(await mails()).toEqual({ '80': readers * 2, '95': readers });
  });

  it('are undone with a final review that is refused', async () => {
    await force(programme, 10_000_000_000n);
    const before = await mails();
    const [state] = await recommended(1);
    if (!state) throw new Error('No case.');
    const { committed, promised } = await budgetOf();
    await force(programme, committed + promised);
    await database.superuser`delete from budget_warnings`;
    expect(await pass(state)).toMatchObject({
      code: 'budget_short',
      values: { free: '¥0.00' },
      field: 'amountFen',
    });
    expect(await mails()).toEqual(before);
    expect(await count('budget_warnings')).toBe(0);
  });
});

it('no budget goes below what is committed and promised: the amount is named when proposed and when released', async () => {
  await force(programme, 10_000_000_000n);
  const { committed, promised } = await budgetOf();
  const amount = expect.stringMatching(/^¥[\d,]+\.\d\d$/) as string;
  expect(committed).toBeGreaterThan(0n);
  expect(promised).toBeGreaterThan(0n);
  expect(await propose(committed - 1n)).toMatchObject({
    code: 'budget_below_committed',
    values: { amount },
    field: 'toFen',
  });
  const refusal = {
    code: 'budget_below_promised',
    values: { amount, committed: amount, promised: amount },
  };
  expect(await propose(committed + promised - 1n)).toMatchObject({ ...refusal, field: 'toFen' });
  await propose(committed + promised);
  const [state] = await recommended(1);
  if (state) expect(await pass(state)).toMatchObject({ ok: true });
  expect(await release()).toMatchObject(refusal);
  expect((await budgetOf()).budget).toBe(10_000_000_000n);
  await decline();
});

describe('a part of the budget', () => {
  let part = '';

  it('is opened within the whole, and its changes keep within it', async () => {
    part = await life.subPool(cityId, programme, 'small', 200_000_000n);
    expect(await propose(100_000_000_000n, part)).toMatchObject({
      code: 'budget_over_programme',
      field: 'toFen',
      values: { amount: '¥100,000,000.00' },
    });
    expect(await propose(100_000_000n, part)).toMatchObject({ ok: true });
    expect(await release()).toMatchObject({ ok: true, value: { programmeId: programme } });
    expect((await budgetOf(part)).budget).toBe(100_000_000n);
    await force(part, 3_000_000_000n);
    await database.superuser`update ledger.pools set allotted_fen = 3000000000 where id = ${programme}`;
    expect(await propose(2_999_999_999n)).toMatchObject({
      code: 'budget_below_allotted',
      values: { amount: '¥30,000,000.00' },
    });
  });

  it('pays for the cases whose rules name it, and for no other', async () => {
    const [named, plain] = await recommended(2);
    if (!named || !plain) throw new Error('No case.');
    await database.superuser`update application_revisions
      set assessment = assessment || '{"subPool": "small"}' where application_id = ${named.id}`;
    const whole = await budgetOf();
    expect(await pass(named)).toMatchObject({ ok: true });
    expect(await pass(plain)).toMatchObject({ ok: true });
    expect((await budgetOf(part)).promised).toBe(named.amountFen);
    expect((await budgetOf()).promised).toBe(whole.promised + named.amountFen + plain.amountFen);
    await proposeAll([named, plain]);
    expect(await issue(named)).toMatchObject({ ok: true });
    expect(await issue(plain)).toMatchObject({ ok: true });
    const { committed } = await budgetOf(part);
    expect(committed).toBe(named.amountFen);
    expect((await budgetOf()).committed).toBe(whole.committed + named.amountFen + plain.amountFen);
    const left = await inScope(actorOf(official('manager')), ({ tx }) => poolsLeft(tx, programme));
    expect(left.subPools.get('small')).toBe(3_000_000_000n - committed);
    expect(await count('ledger.breaks')).toBe(0);
  });

  it('that is used up promises nothing more, although the whole budget has money left', async () => {
    const [state] = await recommended(1);
    if (!state) throw new Error('No case.');
    await database.superuser`update application_revisions
      set assessment = assessment || '{"subPool": "small"}' where application_id = ${state.id}`;
    const { committed } = await budgetOf(part);
    await force(part, committed);
    await database.superuser`update ledger.pools set allotted_fen = ${committed.toString()}::bigint where id = ${programme}`;
    expect(await pass(state)).toMatchObject({ code: 'budget_short', values: { free: '¥0.00' } });
  });
});

describe('the pages', () => {
  it('the lines add up to the totals, and the file says the same', async () => {
    const actor = actorOf<'budget.read'>(official('finance1'));
    const { rows, totals, nextCursor } = await listBudgets(actor, undefined);
    expect(nextCursor).toBeNull();
    const sum = (of: (row: (typeof rows)[number]) => bigint) =>
      rows.reduce((all, row) => all + of(row), 0n);
    expect(totals).toEqual({
      budgetFen: sum((row) => row.budgetFen),
      committedFen: sum((row) => row.committedFen),
      promisedFen: sum((row) => row.promisedFen),
      leftFen: sum((row) => row.leftFen),
      issued: sum((row) => row.issued),
      spent: sum((row) => row.spent),
      returned: sum((row) => row.returned),
      paid: sum((row) => row.paid),
      held: sum((row) => row.held),
      writtenOff: sum((row) => row.writtenOff),
    });
    for (const row of rows) {
      expect(row.committedFen).toBe(row.issued - row.returned);
      expect(row.subPools.length).toBe(1);
    }
    const { text } = await readBudgetFile(actor, 'zh-CN');
    const lines = text.trim().split('\r\n');
    const cells = (line: string) => line.split(',').slice(2);
    expect(lines).toHaveLength(1 + rows.length + 1 + 1);
    expect(cells(lines[1] ?? '')).toEqual(cells(lines.at(-1) ?? ''));
    expect(lines.at(-1)).toMatch(/^全市合计,,/);
  });

  it('the forecast starts from what is committed today', async () => {
    const outlook = await getOutlook(actorOf(official('manager')), programme);
    const { budget, points, forecast, cases } = outlook ?? {};
    expect(points?.at(-1)).toMatchObject({
      kind: 'today',
      on: life.dateOf(life.day),
      committedFen: budget?.committedFen,
      leftFen: (budget?.budgetFen ?? 0n) - (budget?.committedFen ?? 0n),
    });
    expect(forecast?.pace.issuedFen).toBe(budget?.issued);
    // Four cases that the tests above recommended and that nobody passed.
    expect(cases?.pendingFen).toBe(120_000_000n);
    expect(cases?.decided).toBe(cases?.awarded);
    expect(budget?.promisedFen).toBeGreaterThan(0n);
    expect(forecast?.spokenForFen).toBe(
      (budget?.committedFen ?? 0n) +
        (budget?.promisedFen ?? 0n) +
        (forecast?.expectedPendingFen ?? -1n),
    );
  });
});
