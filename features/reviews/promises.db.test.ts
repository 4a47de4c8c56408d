import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type World } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { withdrawApplication } from '@/features/applications/commands';
import { getApplication } from '@/features/applications/view-queries';
import { applicationLifecycle, promisedStates } from '@/features/applications/domain/lifecycle';
import { proposeBudgetChange, releaseBudgetChange } from '@/features/budget/commands';
import { getIssueDesk } from '@/features/issuing/queries';
import { proposeIssue, releaseIssue } from '@/features/issuing/commands';
import { readAssessment, writeAssessment } from '@/features/rules/stored-assessment';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { getCase } from './case-queries';
import { passFinal, refuseFinal } from './commands';
import { fundWaiting } from './funds-commands';

/**
 * Tests that money is promised only once: a passed case that is not issued yet counts against its pool, also when others act
 * at the same time.
 */
let database: TestDatabase;
let world: World;
let city = '';
let version = '';
let programme = '';
let rounds = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  city = world.cities.get('qingyang') ?? '';
  const [row] = await database.superuser<{ version: string }[]>`
    select current_version_id as version from programmes where slug = 'qingyang-compute-2024'`;
  version = row?.version ?? '';
});

afterAll(() => database.close());

const official = (local: string) => {
  const person = world.people.get(`${local}@qingyang.demo`);
  if (!person) throw new Error(`No ${local}.`);
  return person;
};

/** Runs work as the portal does: under its own database role, in one transaction, for one city. */
const inCity = <T>(work: (tx: TransactionSql) => Promise<T>) =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.user', '', true), set_config('app.city', ${city}, true),
      set_config('app.organisation', '', true), set_config('app.platform', '', true),
      set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

const constraint = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { constraint_name?: string }).constraint_name ?? String(error),
  );

/** Opens a programme of its own with a pool and sub-pools by key; budgets in fen. */
async function open(budget: bigint, parts: Record<string, bigint> = {}): Promise<string> {
  const id = randomUUID();
  await database.superuser`insert into programmes (id, city_id, slug, state, current_version_id)
    values (${id}, ${city}, ${`own-${id}`}, 'published', ${version})`;
  await inCity((tx) => tx`select ledger.set_budget(${city}, ${id}, ${budget.toString()}::bigint)`);
  for (const [key, amount] of Object.entries(parts)) {
    await inCity(async (tx) => {
      const [part] = await tx<{ id: string }[]>`
        insert into programme_pools (programme_id, city_id, key, title)
        values (${id}, ${city}, ${key}, '{"zh-CN": "x", "en": "x"}') returning id`;
      await tx`select ledger.set_sub_budget(${city}, ${id}, ${part?.id ?? ''}, ${amount.toString()}::bigint)`;
    });
  }
  return id;
}

const poolOf = async (id: string) => {
  const [row] = await database.superuser<Record<'budget' | 'committed' | 'promised', string>[]>`
    select budget_fen::text as budget, committed_fen::text as committed,
      promised_fen::text as promised from ledger.pools where id = ${id}`;
  const { budget = '-1', committed = '-1', promised = '-1' } = row ?? {};
  return { budget: BigInt(budget), committed: BigInt(committed), promised: BigInt(promised) };
};

const partOf = async (key: string): Promise<string> => {
  const [row] = await database.superuser<{ id: string }[]>`
    select id from programme_pools where programme_id = ${programme} and key = ${key}`;
  return row?.id ?? '';
};

/** Creates a case that waits for its final review, with this amount in fen. */
async function recommended(amount: bigint, part: string | null = null): Promise<string> {
  const [round, id] = [randomUUID(), randomUUID()];
  const startup = world.startups[rounds % world.startups.length];
  rounds += 1;
  const number = rounds;
  const { userId = '' } = startup?.owner ?? {};
  await database.superuser`insert into rounds (id, programme_id, city_id, number, opens_at, closes_at)
    values (${round}, ${programme}, ${city}, ${number}, app.now(), app.now() + interval '1 year')`;
  await database.superuser`insert into applications (id, city_id, organisation_id, programme_id,
      version_id, round_id, reference, state, answers, assessed_fen, recommended_fen, created_by,
      submitted_by, submitted_at, first_reviewer_id)
    values (${id}, ${city}, ${startup?.id ?? ''}, ${programme}, ${version}, ${round},
      ${`T-${number}`}, 'first_passed', '{}', ${amount.toString()}::bigint,
      ${amount.toString()}::bigint, ${userId}, ${userId}, app.now(), ${official('reviewer').userId})`;
  const assessment = writeAssessment({
    eligible: true,
    amountFen: fen(amount),
    steps: [],
    ...(part !== null && { subPool: part }),
  });
  await database.superuser`insert into application_revisions (application_id, number, answers,
      assessment, submitted_by, at)
    values (${id}, 1, '{}', ${database.superuser.json(assessment)}, ${userId}, app.now())`;
  return id;
}

const pass = (id: string, amount: bigint, by = 'approver') =>
  perform(official(by), passFinal, {
    applicationId: id,
    amountFen: fen(amount),
    reason: '同意。',
    noConflict: 'yes',
  });

const move = (id: string, state: string) =>
  inCity((tx) => tx`update applications set state = ${state} where id = ${id}`);

const stateOf = async (id: string) => {
  const [row] = await database.superuser<{ state: string }[]>`
    select state from applications where id = ${id}`;
  return row?.state;
};

const breaks = () =>
  inCity(
    (tx) => tx`select thing, id, difference from ledger.breaks where thing in ('promise', 'pool')`,
  );

const codes = (outcomes: readonly { ok: boolean; code?: string }[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort();

describe('the promise', () => {
  it('exists in the states that the lifecycle names, and in no other', async () => {
    programme = await open(1_000n);
    const id = await recommended(300n);
    await database.superuser`update applications set approved_fen = 300 where id = ${id}`;
    for (const state of applicationLifecycle.states) {
      await database.superuser`update applications set state = ${state} where id = ${id}`;
      const stands = promisedStates.some((promised) => promised === state);
      expect((await poolOf(programme)).promised, state).toBe(stands ? 300n : 0n);
      expect(await breaks(), state).toEqual([]);
    }
    await expect(
      database.superuser`alter table applications disable trigger applications_promise_updated`.then(
        () => database.superuser`update applications set state = 'approved' where id = ${id}`,
      ),
    ).rejects.toMatchObject({ constraint_name: 'applications_promised' });
    await database.superuser`alter table applications enable trigger applications_promise_updated`;
  });

  it('equals the sum of the cases, or the ledger reports a fault', async () => {
    programme = await open(1_000n);
    await pass(await recommended(300n), 300n);
    expect(await breaks()).toEqual([]);
    await database.superuser`update ledger.pools set promised_fen = 299 where id = ${programme}`;
    expect(await breaks()).toMatchObject([{ thing: 'promise', difference: { promised: -1 } }]);
    await database.superuser`update ledger.pools set promised_fen = 300 where id = ${programme}`;
  });

  it('is used by the issue when nothing else is free, and a list cannot take it', async () => {
    programme = await open(1_000n);
    const id = await recommended(1_000n);
    expect(await pass(id, 1_000n)).toMatchObject({ ok: true });
    expect(await poolOf(programme)).toMatchObject({ committed: 0n, promised: 1_000n });
    const list = await inCity(
      (tx) =>
        tx`select ledger.issue_many(${city}, ${programme}, ${randomUUID()}, ${tx.json([
          {
            key: 'k',
            voucher: randomUUID(),
            organisation: world.startups[0]?.id ?? '',
            amount: '1',
            valid_to: '2100-01-01',
            hold: randomUUID(),
          },
        ])}, false) as outcome`,
    );
    expect(list).toMatchObject([{ outcome: 'declined:budget_exhausted' }]);
    await move(id, 'publicised');
    await move(id, 'approved');
    expect(await perform(official('finance1'), proposeIssue, { applicationId: id })).toMatchObject({
      ok: true,
    });
    const [row] = await database.superuser<{ id: string }[]>`
      select id from issue_proposals where application_id = ${id}`;
    const release = { proposalId: row?.id ?? '' };
    expect(await perform(official('finance2'), releaseIssue, release)).toMatchObject({ ok: true });
    expect(await poolOf(programme)).toMatchObject({ committed: 1_000n, promised: 0n });
    expect(await inCity((tx) => tx`select * from ledger.breaks`)).toEqual([]);
  });

  it('ends with an upheld objection; a granted appeal gets what others have left', async () => {
    programme = await open(1_000n);
    const [first, second] = [await recommended(700n), await recommended(800n)];
    expect(await pass(first, 700n)).toMatchObject({ ok: true });
    expect(await pass(second, 800n)).toMatchObject({
      code: 'budget_short',
      values: { free: '¥3.00', amount: '¥8.00' },
      field: 'amountFen',
    });
    expect(await stateOf(second)).toBe('first_passed');
    for (const state of ['publicised', 'objected', 'rejected']) await move(first, state);
    expect(await pass(second, 800n)).toMatchObject({ ok: true });
    for (const state of ['appealed', 'submitted', 'first_passed']) await move(first, state);
    await database.superuser`update applications set final_reviewer_id = null where id = ${first}`;
    expect(await pass(first, 700n, 'approver2')).toMatchObject({
      code: 'budget_short',
      values: { free: '¥2.00' },
    });
    expect(await pass(first, 200n, 'approver2')).toMatchObject({ ok: true });
    expect(await poolOf(programme)).toMatchObject({ promised: 1_000n });
    expect(await breaks()).toEqual([]);
  });

  it('is shown on the review page beside the free amount, and is subtracted row by row on the issue desk', async () => {
    programme = await open(1_000n, { small: 400n });
    const whole = await recommended(300n);
    const part = await recommended(100n, 'small');
    for (const [id, amount] of [[whole, 300n] as const, [part, 100n] as const]) {
      expect(await pass(id, amount)).toMatchObject({ ok: true });
      await move(id, 'publicised');
      await move(id, 'approved');
    }
    const view = (id: string) => getCase(actorOf(official('approver')), id);
    expect(await view(whole)).toMatchObject({ poolLeftFen: 600n, promisedFen: 300n });
    expect(await view(part)).toMatchObject({ poolLeftFen: 300n, promisedFen: 100n });
    const { approved } = await getIssueDesk(actorOf(official('finance1')));
    const left = new Map(approved.map((row) => [row.applicationId, row.leftFen]));
    // In the order of the ids: the whole pool has 600 free and 400 promised.
    expect(
      [...left].filter(([id]) => [whole, part].includes(id)).map(([, fenLeft]) => fenLeft),
    ).toEqual(whole < part ? [700n, 300n] : [300n, 600n]);
  });

  it('is drawn from the sub-pool in the stored assessment, as the portal writes it and the database reads it', async () => {
    programme = await open(1_000n, { small: 400n });
    const named = await recommended(100n, 'small');
    const unnamed = await recommended(100n);
    const unknown = await recommended(100n, 'closed');
    const ids = [named, unnamed, unknown];
    const rows = await database.superuser<{ id: string; pool: string; assessment: unknown }[]>`
      select application_id as id, app.pool_of_case(application_id, ${programme}) as pool, assessment
      from application_revisions where application_id in ${database.superuser(ids)}`;
    const read = ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      return [readAssessment(row?.assessment), row?.pool];
    });
    const award = { eligible: true, amountFen: 100n, steps: [] };
    expect(read).toEqual([
      [{ ...award, subPool: 'small' }, await partOf('small')],
      [award, programme],
      [{ ...award, subPool: 'closed' }, programme],
    ]);
  });
});

describe('at the same time', () => {
  const atOnce = async (cases: readonly { id: string; amount: bigint }[]) =>
    Promise.all(
      cases.map(({ id, amount }, at) => pass(id, amount, at % 2 ? 'approver' : 'approver2')),
    );

  it('two officers who pass two cases do not promise the last money twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      programme = await open(1_000n);
      const cases = [
        { id: await recommended(600n), amount: 600n },
        { id: await recommended(600n), amount: 600n },
      ];
      expect(codes(await atOnce(cases))).toEqual(['budget_short', 'done']);
      expect(await poolOf(programme)).toMatchObject({ promised: 600n });
    }
    expect(await breaks()).toEqual([]);
  });

  it('many cases from two sub-pools are passed while the pool has room for three and the budget is cut', async () => {
    programme = await open(1_000n, { one: 500n, two: 500n });
    const cases = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => ({
        id: await recommended(150n, at % 2 ? 'one' : 'two'),
        amount: 150n,
      })),
    );
    // Issued without the cases, so that the whole pool runs out before its sub-pools.
    const account = randomUUID();
    await inCity(async (tx) => {
      await tx`select ledger.open_account(${city}, ${programme}, ${account},
        ${world.startups[0]?.id ?? ''}, app.now() + interval '1 year')`;
      await tx`select ledger.post(${city}, 'list', 'print', 'issue', 500, ${account}, null, null, null)`;
    });
    const change = { poolId: programme, toFen: fen(1_001n), reason: '追加。' };
    expect(await perform(official('manager'), proposeBudgetChange, change)).toMatchObject({
      ok: true,
    });
    const [open1] = await database.superuser<{ id: string }[]>`
      select id from budget_changes where pool_id = ${programme}`;
    const [outcomes, released] = await Promise.all([
      atOnce(cases),
      perform(official('finance1'), releaseBudgetChange, { changeId: open1?.id ?? '' }),
    ]);
    expect(released).toMatchObject({ ok: true });
    expect(codes(outcomes).filter((code) => code === 'done')).toHaveLength(3);
    expect(new Set(codes(outcomes))).toEqual(new Set(['done', 'budget_short']));
    const { committed, promised } = await poolOf(programme);
    expect(committed + promised).toBe(950n);
    const parts = [await poolOf(await partOf('one')), await poolOf(await partOf('two'))];
    expect(parts.reduce((sum, part) => sum + part.promised, 0n)).toBe(450n);
    await database.superuser`delete from budget_changes where pool_id = ${programme}`;
    expect(await breaks()).toEqual([]);
  });

  it('a pass and a cut never both take the last money', async () => {
    for (let round = 0; round < 6; round += 1) {
      programme = await open(1_000n);
      const id = await recommended(600n);
      const [passed, cut] = await Promise.all([
        pass(id, 600n),
        constraint(inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 500)`)),
      ]);
      expect([passed.ok, cut]).toEqual(
        passed.ok ? [true, 'pools_promised_within_budget'] : [false, 'done'],
      );
    }
    expect(await breaks()).toEqual([]);
  });
});

describe('the queue for money', () => {
  const sweep = () => executeSweep(city, fundWaiting);
  let strict = '';

  beforeAll(async () => {
    strict = version;
    const [row] = await database.superuser<{ id: string }[]>`
      select id from programme_versions where published_at is not null
        and rules #>> '{pool,exhaustion}' = 'queue' order by id limit 1`;
    version = row?.id ?? '';
  });
  afterAll(() => {
    version = strict;
  });

  it('takes cases that do not fit, allows no overtaking, and promises money in the order of passing', async () => {
    programme = await open(1_000n);
    const ids = [await recommended(700n), await recommended(500n), await recommended(100n)];
    const [first = '', big = '', small = ''] = ids;
    expect(await pass(first, 700n)).toMatchObject({ ok: true });
    expect(await pass(big, 500n)).toMatchObject({ ok: true, value: { waits: 'funds' } });
    expect(await pass(small, 100n)).toMatchObject({ ok: true, value: { waits: 'funds' } });
    expect(await poolOf(programme)).toMatchObject({ promised: 700n });
    expect(await pass(big, 500n, 'approver2')).toMatchObject({ code: 'already_decided' });
    expect(await sweep()).toMatchObject({ ok: true, value: { count: 0 } });
    expect(await stateOf(small)).toBe('awaiting_funds');
    const notified = await database.superuser<{ template: string }[]>`
      select distinct template from notifications where template like '%_waiting' order by 1`;
    expect(notified.map(({ template }) => template)).toEqual([
      'application_waiting',
      'case_waiting',
    ]);

    await inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 1250)`);
    await sweep();
    expect(await Promise.all([big, small].map(stateOf))).toEqual([
      'final_passed',
      'awaiting_funds',
    ]);
    await inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 1300)`);
    await Promise.all([sweep(), sweep()]);
    expect(await stateOf(small)).toBe('final_passed');
    expect(await poolOf(programme)).toMatchObject({ promised: 1_300n });
    expect(await breaks()).toEqual([]);
  });

  /** Publishes rules whose line has this order, and opens a programme under them. */
  async function openWithOrder(budget: bigint, order: string): Promise<void> {
    const [row] = await database.superuser<{ id: string }[]>`
      insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form,
        examples, published_by, published_at)
      select gen_random_uuid(), programme_id, city_id, number + (random() * 1e6)::int + 10, 'published',
        jsonb_set(rules, '{pool,queueOrder}', to_jsonb(${order}::text)), guide, form, examples,
        published_by, published_at
      from programme_versions where id = ${version} returning id`;
    const queue = version;
    version = row?.id ?? '';
    programme = await open(budget);
    version = queue;
  }

  /** Returns the ids in the order of their line, as the sweep works it off. */
  const line = async () => {
    const rows = await inCity(
      (tx) => tx<{ id: string }[]>`select application_id as id from app.waiting_line(${city})
        where programme_id = ${programme} order by place_in_line`,
    );
    return rows.map(({ id }) => id);
  };
  const placeOf = async (id: string) => {
    const [row] = await database.superuser<{ by: string }[]>`
      select submitted_by as by from applications where id = ${id}`;
    const owner = world.startups.find((startup) => startup.owner.userId === row?.by)?.owner ?? null;
    return (await getApplication(actorOf(owner), id))?.line;
  };

  it('is in the order that the programme names, and nobody overtakes within it', async () => {
    await openWithOrder(100n, 'small_first');
    const [big, small, middle] = [
      await recommended(700n),
      await recommended(200n),
      await recommended(500n),
    ];
    for (const [id, amount] of [
      [big, 700n],
      [small, 200n],
      [middle, 500n],
    ] as const) {
      expect(await pass(id, amount)).toMatchObject({ value: { waits: 'funds' } });
    }
    expect(await line()).toEqual([small, middle, big]);
    expect(await placeOf(small)).toEqual({ place: 1, order: 'small_first' });
    expect(await placeOf(big)).toEqual({ place: 3, order: 'small_first' });
    await inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 699)`);
    await sweep();
    expect(await Promise.all([small, middle, big].map(stateOf))).toEqual([
      'final_passed',
      'awaiting_funds',
      'awaiting_funds',
    ]);
    expect(await placeOf(small)).toBeNull();
    expect(await placeOf(middle)).toEqual({ place: 1, order: 'small_first' });
    // 499 are free, enough for a later case of 500 less 1, which the order puts first.
    const later = await recommended(499n);
    expect(await pass(later, 499n)).toMatchObject({ value: { waits: 'funds' } });
    await sweep();
    expect(await Promise.all([later, middle].map(stateOf))).toEqual([
      'final_passed',
      'awaiting_funds',
    ]);
    expect(await breaks()).toEqual([]);
  });

  it('can be led by who submitted first, or by who has the support of a higher level', async () => {
    await openWithOrder(1n, 'submitted');
    const [late, early] = [await recommended(300n), await recommended(300n)];
    await database.superuser`update applications set submitted_at = submitted_at - interval '2 days'
      where id = ${early}`;
    for (const id of [late, early]) await pass(id, 300n);
    expect(await line()).toEqual([early, late]);

    await openWithOrder(1n, 'upper_tier_first');
    const [none, held, untrue] = [
      await recommended(300n),
      await recommended(300n),
      await recommended(300n),
    ];
    const answers = { otherSupport: 'yes', upperTierClaimed: 'yes' };
    // The last one answered the second question before it took the first one back.
    for (const [id, given] of [
      [held, answers],
      [untrue, { ...answers, otherSupport: 'no' }],
    ] as const) {
      await database.superuser`update applications set answers = ${database.superuser.json(given)}
        where id = ${id}`;
    }
    for (const id of [none, untrue, held]) await pass(id, 300n);
    expect(await line()).toEqual([held, none, untrue]);
    expect(await placeOf(none)).toEqual({ place: 2, order: 'upper_tier_first' });
  });

  it('tells nobody the place of another organisation’s case', async () => {
    await openWithOrder(1n, 'submitted');
    const id = await recommended(300n);
    await pass(id, 300n);
    const [row] = await database.superuser<{ organisation: string }[]>`
      select organisation_id as organisation from applications where id = ${id}`;
    const asOrganisation = (organisation: string) =>
      database.app.begin(async (tx) => {
        await tx`select set_config('app.user', '', true), set_config('app.city', '', true),
          set_config('app.organisation', ${organisation}, true), set_config('app.platform', '', true),
          set_config('app.portal', '', true)`;
        return tx<{ place: string | null }[]>`select app.place_in_line(${id}) as place`;
      });
    expect(await asOrganisation(row?.organisation ?? '')).toMatchObject([{ place: '1' }]);
    expect(await asOrganisation(randomUUID())).toMatchObject([{ place: null }]);
  });

  it('of one sub-pool does not block another sub-pool that has money', async () => {
    programme = await open(1_000n, { one: 100n, two: 500n });
    const [stuck, free] = [await recommended(200n, 'one'), await recommended(200n, 'two')];
    expect(await pass(stuck, 200n)).toMatchObject({ ok: true, value: { waits: 'funds' } });
    expect(await pass(free, 200n)).toMatchObject({ ok: true, value: { waits: 'funds' } });
    await sweep();
    expect(await Promise.all([stuck, free].map(stateOf))).toEqual([
      'awaiting_funds',
      'final_passed',
    ]);
  });

  it('can be left by a withdrawal, or by a refusal from a person who has not decided on the case', async () => {
    programme = await open(100n);
    const [withdrawn, refusedCase] = [await recommended(200n), await recommended(200n)];
    await pass(withdrawn, 200n);
    await pass(refusedCase, 200n);
    const [row] = await database.superuser<{ who: string }[]>`
      select submitted_by as who from applications where id = ${withdrawn}`;
    const owner =
      world.startups.find((startup) => startup.owner.userId === row?.who)?.owner ?? null;
    const leave = { applicationId: withdrawn, reason: '不再需要。' };
    expect(await perform(owner, withdrawApplication, leave)).toMatchObject({ ok: true });
    const refuse = { applicationId: refusedCase, reason: '预算年度结束。', noConflict: 'yes' };
    expect(await perform(official('approver'), refuseFinal, refuse)).toMatchObject({
      code: 'same_person',
    });
    expect(await perform(official('approver2'), refuseFinal, refuse)).toMatchObject({ ok: true });
    await inCity((tx) => tx`select ledger.set_budget(${city}, ${programme}, 1000)`);
    await sweep();
    expect(await Promise.all([withdrawn, refusedCase].map(stateOf))).toEqual([
      'withdrawn',
      'rejected',
    ]);
    expect(await poolOf(programme)).toMatchObject({ promised: 0n });
  });
});

describe('any sequence', () => {
  type Case = { id: string; state: string; amount: bigint; at: string | null };
  const after: Record<string, readonly string[]> = {
    first_passed: ['final_passed', 'rejected', 'withdrawn'],
    final_passed: ['publicised'],
    publicised: ['objected', 'approved'],
    objected: ['publicised', 'rejected'],
    approved: ['issued'],
    rejected: ['appealed'],
    appealed: ['rejected', 'submitted'],
    submitted: ['first_passed'],
  };

  /** Models two levels of pools again, without SQL, to compare the database with. */
  class Model {
    readonly taken = new Map<string, { committed: bigint; promised: bigint }>();
    constructor(readonly budgets: Map<string, bigint>) {
      for (const id of budgets.keys()) this.taken.set(id, { committed: 0n, promised: 0n });
    }
    levels = (at: string | null) => ['whole', ...(at ? [at] : [])];
    free = (at: string | null) =>
      this.levels(at)
        .map((id) => {
          const { committed, promised } = this.taken.get(id) ?? { committed: 0n, promised: 0n };
          return (this.budgets.get(id) ?? 0n) - committed - promised;
        })
        .reduce((least, one) => (one < least ? one : least));
    add(at: string | null, kind: 'committed' | 'promised', amount: bigint) {
      for (const id of this.levels(at)) {
        const row = this.taken.get(id);
        if (row) row[kind] += amount;
      }
    }
  }

  async function step(model: Model, one: Case, choice: number, amount: bigint) {
    const ways = after[one.state] ?? [];
    const to = ways[choice % Math.max(1, ways.length)];
    if (!to) return;
    const stands = (state: string) => promisedStates.some((promised) => promised === state);
    if (to === 'issued') {
      const pool = one.at ? await partOf(one.at) : programme;
      const account = randomUUID();
      const answer = await inCity(async (tx) => {
        await tx`update applications set state = 'issued' where id = ${one.id}`;
        await tx`select ledger.open_account(${city}, ${pool}, ${account},
          ${world.startups[0]?.id ?? ''}, app.now() + interval '1 year')`;
        return tx`select outcome from ledger.post(${city}, ${account}, 'print', 'issue',
          ${one.amount.toString()}::bigint, ${account}, null, null, null)`;
      });
      expect(answer).toMatchObject([{ outcome: 'posted' }]);
      model.add(one.at, 'promised', -one.amount);
      model.add(one.at, 'committed', one.amount);
      one.state = to;
      return;
    }
    const passes = to === 'final_passed';
    const fits = !passes || amount <= model.free(one.at);
    const answer = await constraint(
      inCity((tx) =>
        passes
          ? tx`update applications set state = ${to}, approved_fen = ${amount.toString()}::bigint
              where id = ${one.id}`
          : tx`update applications set state = ${to} where id = ${one.id}`,
      ),
    );
    expect(answer).toBe(fits ? 'done' : 'pools_promised_within_budget');
    if (!fits) return;
    if (passes) model.add(one.at, 'promised', amount);
    else if (stands(one.state) && !stands(to)) model.add(one.at, 'promised', -one.amount);
    if (passes) one.amount = amount;
    one.state = to;
  }

  it('of passing, refusing, objecting, appealing, issuing, lists and cuts promises no more than the budget', async () => {
    const places = fc.constantFrom(null, 'one', 'two');
    const moves = fc.array(
      fc.record({
        who: fc.nat(5),
        choice: fc.nat(2),
        amount: fc.bigInt({ min: 1n, max: 120n }),
        cut: fc.option(fc.bigInt({ min: 0n, max: 400n }), { freq: 6 }),
        list: fc.option(fc.bigInt({ min: 1n, max: 60n }), { freq: 8 }),
      }),
      { minLength: 15, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(places, places, places), moves, async (wanted, sequence) => {
        programme = await open(300n, { one: 80n, two: 120n });
        const model = new Model(
          new Map([
            ['whole', 300n],
            ['one', 80n],
            ['two', 120n],
          ]),
        );
        const cases: Case[] = [];
        for (const at of [...wanted, ...wanted]) {
          const id = await recommended(500n, at);
          cases.push({ id, state: 'first_passed', amount: 0n, at });
        }
        for (const { who, choice, amount, cut, list } of sequence) {
          const one = cases[who % cases.length];
          if (one) await step(model, one, choice, amount);
          if (cut !== null) {
            const row = model.taken.get('whole') ?? { committed: 0n, promised: 0n };
            const answer = await constraint(
              inCity(
                (tx) =>
                  tx`select ledger.set_budget(${city}, ${programme}, ${cut.toString()}::bigint)`,
              ),
            );
            // 200 of the pool are allotted to its sub-pools.
            const fits = cut >= row.committed + row.promised && cut >= 200n;
            expect(answer === 'done').toBe(fits);
            if (fits) model.budgets.set('whole', cut);
          }
          if (list !== null) {
            const account = randomUUID();
            const answer = await inCity(async (tx) => {
              await tx`select ledger.open_account(${city}, ${programme}, ${account},
                ${world.startups[0]?.id ?? ''}, app.now() + interval '1 year')`;
              return tx`select outcome from ledger.post(${city}, ${account}, 'print', 'issue',
                ${list.toString()}::bigint, ${account}, null, null, null)`;
            });
            const fits = list <= model.free(null);
            expect(answer).toMatchObject([
              { outcome: fits ? 'posted' : 'declined:budget_exhausted' },
            ]);
            if (fits) model.add(null, 'committed', list);
          }
          const whole = await poolOf(programme);
          expect(whole).toEqual({
            budget: model.budgets.get('whole'),
            ...model.taken.get('whole'),
          });
          expect(whole.committed + whole.promised).toBeLessThanOrEqual(whole.budget);
        }
        for (const key of ['one', 'two']) {
          expect(await poolOf(await partOf(key))).toMatchObject(model.taken.get(key) ?? {});
        }
        expect(await breaks()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
