import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person, type World } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { db } from '@/db/client';
import { assessApplication } from '@/features/applications/assessment';
import { startApplication } from '@/features/applications/start-commands';
import { applications } from '@/db/schema/applications';
import { eq } from 'drizzle-orm';
import { sectionTexts } from './editor/domain/draft';
import type { SectionId } from '@/features/rules/domain/parameter-table';
import type { Texts } from '@/features/rules/domain/parameters';
import { autosaveDraft, saveDraft } from './editor/commands';
import { getEditedProgramme } from './editor/queries';
import { listVersions } from './publication/version-queries';
import { getWhatIf } from './what-if/queries';
import {
  closeProgramme,
  publishVersion,
  resumeProgramme,
  suspendProgramme,
} from './publication/commands';
import {
  createProgramme,
  createVersion,
  discardVersion,
  proposeVersion,
  returnVersion,
} from './editor/version-commands';
import { toDraft, type VersionRow } from './editor/version-row';

/** These tests take a version through its states by the same commands that the pages call. */
let database: TestDatabase;
let world: World;

const person = (email: string): Person => {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is ${email}.`);
  return found;
};
const manager = () => person('manager@qingyang.demo');
const admin = () => person('admin@qingyang.demo');
const approver = () => person('approver@qingyang.demo');

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
}, 180_000);
afterAll(() => database.close());

type Row = { id: string; slug: string; state: string; current_version_id: string | null };
async function programmeOf(slug: string): Promise<Row> {
  const [row] = await database.superuser<Row[]>`select * from programmes where slug = ${slug}`;
  if (!row) throw new Error(`There is no ${slug}.`);
  return row;
}

async function openVersion(programmeId: string): Promise<VersionRow> {
  const [row] = await database.superuser<{ row: Record<string, unknown> }[]>`
    select to_jsonb(v) as row from programme_versions v
    where programme_id = ${programmeId} and state in ('draft', 'proposed')`;
  if (!row) throw new Error('No version is open.');
  const { row: v } = row;
  const budget = v.planned_budget_fen;
  return {
    // The JSON has the database's own column names; the fields that the tests read are set below.
    ...(v as unknown as VersionRow),
    programmeId,
    revision: v.revision as number,
    plannedBudgetFen:
      budget === null ? null : (BigInt(budget as number) as VersionRow['plannedBudgetFen']),
  };
}

/** Returns the input that the form of a section sends, with some texts changed. */
function form(row: VersionRow, section: SectionId, typed: Texts = {}) {
  const texts = sectionTexts(section, toDraft(row));
  return {
    ...texts,
    ...typed,
    versionId: row.id,
    section,
    move: '',
    onward: '',
    revision: row.revision,
    base: { ...texts },
  };
}

/** Creates a programme of Qingyang and a second version of it as a draft with another rate. */
async function secondVersion(slug: string, percent: string) {
  const { id } = await as(manager(), createProgramme, {
    slug,
    titleZh: '测试政策（2026）',
    titleEn: 'A test (2026)',
    from: (await programmeOf('qingyang-compute-2024')).id,
  });
  const first = await openVersion(id);
  const rounds: Texts = {
    'rounds.#': '1',
    'rounds.0.number': '1',
    'rounds.0.opensOn': '2026-01-01',
    'rounds.0.opensAt': '00:00',
    'rounds.0.closesOn': '2027-12-31',
    'rounds.0.closesAt': '17:30',
    budgetYuan: '10,000,000',
  };
  await as(manager(), saveDraft, form(first, 'rounds', rounds));
  await as(manager(), proposeVersion, { versionId: first.id });
  await as(admin(), publishVersion, { versionId: first.id });
  await as(manager(), createVersion, { programmeId: id });
  const second = await openVersion(id);
  await as(manager(), saveDraft, form(second, 'amounts', { 'rules.rates.0.percent': percent }));
  return { id, first, second: await openVersion(id) };
}

/** The texts that correct every example of a draft to its result at 35 %. */
const at35: Texts = {
  'examples.0.expected.amount': '350000',
  'examples.2.expected.amount': '5833.33',
  'examples.3.expected.amount': '5600',
  'examples.3.expected.refusals': '',
};

describe('a new programme', () => {
  it('is drafted, proposed, and published by somebody else with its round and its money', async () => {
    const { id } = await as(manager(), createProgramme, {
      slug: 'qingyang-new',
      titleZh: '新政策（2026）',
      titleEn: 'New (2026)',
      from: '',
    });
    const row = await openVersion(id);
    expect(await perform(manager(), proposeVersion, { versionId: row.id })).toMatchObject({
      ok: false,
      code: 'not_ready',
    });
    await as(manager(), discardVersion, { versionId: row.id });
    const { id: other } = await secondVersion('qingyang-whole', '35');
    const [pool] = await database.superuser<{ budget: string }[]>`
      select budget_fen::text as budget from ledger.pools where id = ${other}`;
    expect(pool?.budget).toBe('1000000000');
    const [round] = await database.superuser<{ closes: Date }[]>`
      select closes_at as closes from rounds where programme_id = ${other}`;
    expect(round?.closes.toISOString()).toBe('2027-12-31T09:30:00.000Z');
    expect((await programmeOf('qingyang-whole')).state).toBe('published');
    const events = await database.superuser<{ action: string }[]>`
      select action from audit_events where data ->> 'slug' = 'qingyang-whole' order by at, id`;
    expect(events.map(({ action }) => action)).toEqual([
      'programme.prepared',
      'programme.proposed',
      'programme.published',
      'programme.prepared',
    ]);
  });

  it('cannot take an address that is already used, even by a programme that its city cannot see', async () => {
    const named = { titleZh: '甲', titleEn: 'A', from: '' };
    await as(person('manager@shenzhen.demo'), createProgramme, {
      slug: 'shenzhen-hidden',
      ...named,
    });
    expect(
      await perform(manager(), createProgramme, { slug: 'qingyang-compute-2024', ...named }),
    ).toMatchObject({ ok: false, code: 'slug_taken' });
    await expect(
      perform(manager(), createProgramme, { slug: 'shenzhen-hidden', ...named }),
    ).rejects.toThrow();
  });
});

describe('the sub-pools', () => {
  it('named by the rules are opened with their budgets at publication, only once', async () => {
    const { id, second } = await secondVersion('qingyang-parts', '35');
    await as(manager(), saveDraft, form(second, 'examples', at35));
    const small = [
      {
        clause: '2.2',
        id: 'small',
        yuan: '3000000',
        sizes: ['micro', 'small'],
        title: { 'zh-CN': '小微企业', en: 'Small firms' },
      },
    ];
    const enlarge = (yuan: string) =>
      database.superuser`update programme_versions
        set rules = jsonb_set(rules, '{pool,subPools}', ${database.superuser.json(
          small.map((part) => ({ ...part, yuan })),
        )}) where id = ${second.id}`;
    await enlarge('10000000.01');
    expect(await perform(manager(), proposeVersion, { versionId: second.id })).toMatchObject({
      code: 'not_ready',
    });
    await enlarge('3000000');
    await as(manager(), proposeVersion, { versionId: second.id });
    await as(admin(), publishVersion, { versionId: second.id });
    const parts = await database.superuser`
      select pp.key, p.parent_id = ${id} as inside, p.budget_fen::text as budget
      from programme_pools pp join ledger.pools p on p.id = pp.id where pp.programme_id = ${id}`;
    expect(parts).toEqual([{ key: 'small', inside: true, budget: '300000000' }]);
    // A third version that names the sub-pool again does not change it.
    await as(manager(), createVersion, { programmeId: id });
    const third = await openVersion(id);
    await as(manager(), proposeVersion, { versionId: third.id });
    await as(admin(), publishVersion, { versionId: third.id });
    const [count] = await database.superuser`
      select count(*)::int as n from programme_pools where programme_id = ${id}`;
    expect(count?.n).toBe(1);
  });
});

describe('four eyes', () => {
  it('stop the person who prepared a version from publishing it, by command and by constraint', async () => {
    const { second } = await secondVersion('qingyang-eyes', '35');
    await as(manager(), saveDraft, form(second, 'examples', at35));
    await as(manager(), proposeVersion, { versionId: second.id });
    expect(await perform(manager(), publishVersion, { versionId: second.id })).toMatchObject({
      code: 'same_person',
    });
    const attempt = database.superuser`
      update programme_versions set state = 'published', published_at = now(), published_by = prepared_by
      where id = ${second.id}`;
    await expect(attempt).rejects.toMatchObject({
      constraint_name: 'programme_versions_four_eyes',
    });
    // One person prepared it, another proposed it: neither of them may publish it.
    await database.superuser`
      update programme_versions set prepared_by = null, proposed_by = ${admin().userId} where id = ${second.id}`;
    expect(await perform(admin(), publishVersion, { versionId: second.id })).toMatchObject({
      code: 'same_person',
    });
    await as(approver(), publishVersion, { versionId: second.id });
  });

  it('let only one of two publish when both do it at the same time', async () => {
    const { second } = await secondVersion('qingyang-race', '35');
    await as(manager(), saveDraft, form(second, 'examples', at35));
    await as(manager(), proposeVersion, { versionId: second.id });
    const outcomes = await Promise.all(
      [admin(), approver(), person('approver2@qingyang.demo')].map((one) =>
        perform(one, publishVersion, { versionId: second.id }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome.code).toBe('state_changed');
    }
    const events = await database.superuser`
      select 1 from audit_events where action = 'programme.published' and subject_id = ${second.id}`;
    expect(events).toHaveLength(1);
    expect((await programmeOf('qingyang-race')).current_version_id).toBe(second.id);
  });
});

describe('another city', () => {
  it('finds neither the draft nor the programme', async () => {
    const { id, second } = await secondVersion('qingyang-own', '30');
    const theirs = person('manager@shenzhen.demo');
    const theirAdmin = person('admin@shenzhen.demo');
    const versionId = second.id;
    const unknown = { ok: false, code: 'version_unknown' };
    expect(await perform(theirs, saveDraft, form(second, 'amounts'))).toMatchObject(unknown);
    expect(await perform(theirs, autosaveDraft, form(second, 'amounts'))).toMatchObject(unknown);
    expect(await perform(theirs, proposeVersion, { versionId })).toMatchObject(unknown);
    expect(await perform(theirs, discardVersion, { versionId })).toMatchObject(unknown);
    expect(await perform(theirAdmin, publishVersion, { versionId })).toMatchObject(unknown);
    expect(await perform(theirAdmin, returnVersion, { versionId, reason: '改。' })).toMatchObject(
      unknown,
    );
    const none = { ok: false, code: 'programme_unknown' };
    expect(await perform(theirs, createVersion, { programmeId: id })).toMatchObject(none);
    expect(
      await perform(theirAdmin, suspendProgramme, { programmeId: id, reason: '停。' }),
    ).toMatchObject(none);
  });
});

describe('a version', () => {
  it('can be read only by its city while it is a draft, and by everybody once it is published', async () => {
    const { id, second } = await secondVersion('qingyang-read', '35');
    const theirs = actorOf<'programme.read'>(person('admin@shenzhen.demo'));
    expect(await getEditedProgramme(theirs, id)).toBeUndefined();
    expect(await getWhatIf(theirs, id)).toBeUndefined();
    const ours = actorOf<'programme.read'>(admin());
    expect(await getEditedProgramme(ours, id)).toMatchObject({
      open: { number: 2, state: 'draft', mine: false },
      current: { number: 1 },
    });
    expect((await getWhatIf(ours, id))?.result).toMatchObject({ cases: 0 });
    const anybody = actorOf<'public.read'>(null);
    const filter = { from: undefined, to: undefined, cursor: undefined };
    const before = await listVersions(anybody, 'qingyang-read', filter);
    expect(before?.rows.map(({ number }) => number)).toEqual([1]);
    expect(before?.comparison).toBeUndefined();
    await as(manager(), saveDraft, form(second, 'examples', at35));
    await as(manager(), proposeVersion, { versionId: second.id });
    await as(admin(), publishVersion, { versionId: second.id });
    const after = await listVersions(anybody, 'qingyang-read', filter);
    expect(after?.rows.map(({ number }) => number)).toEqual([2, 1]);
    expect(after?.comparison).toMatchObject({
      from: 1,
      to: 2,
      changes: [{ path: 'rules.rates.0.percent', kind: 'changed' }],
    });
  });
});

describe('a published version', () => {
  it.each(['owner', 'app', 'superuser'] as const)('cannot be changed by the %s', async (login) => {
    const { current_version_id: id } = await programmeOf('qingyang-compute-2024');
    const city = world.cities.get('qingyang') ?? '';
    const attempt = (verb: string, role = '') =>
      database[login].begin(async (tx) => {
        if (role) await tx.unsafe(`set local role ${role}`);
        await tx`select set_config('app.city', ${city}, true)`;
        return tx.unsafe(
          verb === 'delete'
            ? `delete from programme_versions where id = '${id ?? ''}'`
            : `update programme_versions set rules = '{}' where id = '${id ?? ''}'`,
        );
      });
    for (const verb of ['update', 'delete']) {
      const outcome = await attempt(verb).then(
        (rows) => rows.count,
        (error: unknown) => (error as { code: string }).code,
      );
      // A policy hides the row, a grant is missing, or the trigger rejects the change: no row is ever changed.
      expect([0, '42501', 'PV409']).toContain(outcome);
    }
    if (login === 'owner') {
      await expect(attempt('update', 'suanquan_engine')).rejects.toMatchObject({ code: 'PV409' });
      await expect(attempt('delete', 'suanquan_engine')).rejects.toMatchObject({ code: 'PV409' });
    }
    if (login === 'superuser')
      await expect(attempt('update')).rejects.toMatchObject({ code: 'PV409' });
  });
});

describe('publication', () => {
  it('is rejected while an example fails, also without the check of the page', async () => {
    const { second } = await secondVersion('qingyang-examples', '35');
    const versionId = second.id;
    expect(await perform(manager(), proposeVersion, { versionId })).toMatchObject({
      code: 'not_ready',
    });
    // The state is forced past the proposal here: publication still rejects the version.
    await database.superuser`update programme_versions set state = 'proposed' where id = ${versionId}`;
    expect(await perform(admin(), publishVersion, { versionId })).toMatchObject({
      code: 'not_ready',
    });
    await as(admin(), returnVersion, { versionId, reason: '算例不符。' });
    const returned = await openVersion(second.programmeId);
    expect(returned).toMatchObject({ state: 'draft', return_reason: '算例不符。' });
    await as(manager(), saveDraft, form(returned, 'examples', at35));
    await as(manager(), proposeVersion, { versionId });
    await as(admin(), publishVersion, { versionId });
  });

  it('leaves running cases on their version and gives new cases the new one', async () => {
    const { id, first, second } = await secondVersion('qingyang-pinned', '35');
    const [one, other] = world.startups.map(({ owner }) => owner);
    if (!one || !other) throw new Error('There are no start-ups.');
    const vendor = world.vendors[0]?.id ?? '';
    const answers = {
      contractAmount: '1000000',
      chipOrigin: 'domestic',
      purpose: 'training',
      vendorId: vendor,
      signedOn: '2026-02-01',
      startsOn: '2026-02-01',
      endsOn: '2026-12-31',
      affiliated: 'no',
      otherSupport: 'no',
    };
    const begin = (owner: Person) =>
      as(owner, startApplication, { programme: 'qingyang-pinned', ...answers });
    const begun = await begin(one);
    await as(manager(), saveDraft, form(second, 'examples', at35));
    await as(manager(), proposeVersion, { versionId: second.id });
    await as(admin(), publishVersion, { versionId: second.id });
    const later = await begin(other);
    const amountOf = async (caseId: string, owner: Person) =>
      db().transaction(async (tx) => {
        await tx.execute(
          `select set_config('app.organisation', '${owner.organisationId ?? ''}', true)`,
        );
        const [row] = await tx.select().from(applications).where(eq(applications.id, caseId));
        if (!row) throw new Error('The case is not there.');
        const assessment = await assessApplication(tx, row, new Date('2026-06-01T00:00:00Z'));
        return [row.versionId, assessment?.eligible && assessment.amountFen];
      });
    expect(await amountOf(begun.id, one)).toEqual([first.id, 30_000_000n]);
    expect(await amountOf(later.id, other)).toEqual([second.id, 35_000_000n]);
    expect(id).toBe(second.programmeId);
  });
});

describe('two people at one draft', () => {
  it('lose nothing: different fields are merged, the same field is a conflict that shows both texts', async () => {
    const { second } = await secondVersion('qingyang-two', '31');
    const old = await openVersion(second.programmeId);
    await as(manager(), saveDraft, form(old, 'amounts', { 'rules.rates.0.percent': '32' }));
    const joined = await perform(
      manager(),
      autosaveDraft,
      form(old, 'amounts', { 'rules.capPerYear.yuan': '3,000,000' }),
    );
    expect(joined).toMatchObject({ ok: true });
    const merged = await openVersion(second.programmeId);
    expect(sectionTexts('amounts', toDraft(merged))).toMatchObject({
      'rules.rates.0.percent': '32',
      'rules.capPerYear.yuan': '3000000',
    });
    const stale = await perform(
      manager(),
      saveDraft,
      form(old, 'amounts', { 'rules.rates.0.percent': '33' }),
    );
    expect(stale).toMatchObject({
      ok: false,
      code: 'save_stale',
      fields: { 'rules.rates.0.percent': { code: 'value_conflict', values: { now: '32%' } } },
      fresh: { revision: String(merged.revision), 'rules.capPerYear.yuan': '3000000' },
    });
    expect(await openVersion(second.programmeId)).toEqual(merged);
  });

  it('see each fault beside its field; an autosave leaves the faulty field out', async () => {
    const { second } = await secondVersion('qingyang-wrong', '31');
    const typed = { 'rules.rates.0.percent': 'a third', 'rules.capPerYear.yuan': '2,500,000' };
    expect(await perform(manager(), saveDraft, form(second, 'amounts', typed))).toMatchObject({
      fields: { 'rules.rates.0.percent': { code: 'percent_invalid' } },
    });
    expect(await perform(manager(), autosaveDraft, form(second, 'amounts', typed))).toMatchObject({
      value: { unsaved: ['rules.rates.0.percent'] },
    });
    expect(sectionTexts('amounts', toDraft(await openVersion(second.programmeId)))).toMatchObject({
      'rules.rates.0.percent': '31',
      'rules.capPerYear.yuan': '2500000',
    });
    const zero = form(await openVersion(second.programmeId), 'amounts', {
      'rules.voucher.percentOfOrder': '0',
    });
    expect(await perform(manager(), saveDraft, zero)).toMatchObject({
      fields: { 'rules.voucher.percentOfOrder': { code: 'order_share_zero' } },
    });
  });
});

describe('a programme', () => {
  it('is suspended, resumed and closed, and has at most one open version', async () => {
    const { id, second } = await secondVersion('qingyang-ends', '31');
    expect(await perform(manager(), createVersion, { programmeId: id })).toMatchObject({
      code: 'draft_exists',
    });
    const why = { programmeId: id, reason: '资金调整。' };
    await as(admin(), suspendProgramme, why);
    expect(
      await perform(world.startups[2]?.owner ?? null, startApplication, {
        programme: 'qingyang-ends',
      }),
    ).toMatchObject({ code: 'programme_unknown' });
    await as(admin(), resumeProgramme, { programmeId: id });
    expect(await perform(admin(), resumeProgramme, { programmeId: id })).toMatchObject({
      code: 'state_changed',
    });
    await as(manager(), discardVersion, { versionId: second.id });
    await as(admin(), closeProgramme, why);
    expect(await perform(manager(), createVersion, { programmeId: id })).toMatchObject({
      code: 'programme_closed',
    });
  });
});
