import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person, type World } from '@/demo/base';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { resumeProgramme, suspendProgramme } from '@/features/programmes/publication/commands';
import { mailText } from '@/features/notifications/mail-text';
import { executeSweep } from '@/server/gate';
import { expireOverdue, submitApplication, withdrawApplication } from './commands';
import { autosaveSection, removeDocument, saveSection } from './draft-commands';
import { removeDocumentInput } from './input';
import { findColleague, getStart, listSources } from './queries';
import { copyAnswers, startApplication } from './start-commands';
import { getApplication } from './view-queries';

const programme = 'qingyang-compute-2024';

let database: TestDatabase;
let world: World;
let owner: Person;
let colleague: Person;
let stranger: Person;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  const [first, second] = world.startups;
  if (!first || !second) throw new Error('There are no start-ups.');
  owner = first.owner;
  stranger = second.owner;
  const member = world.people.get('member@startup.demo');
  colleague = member ?? { ...owner, userId: stranger.userId, name: '李明' };
});
afterAll(() => database.close());
beforeEach(async () => {
  // Drafts of an earlier test must not prevent the next one from starting a case. Their events stay.
  await database.superuser`update applications set state = 'withdrawn' where state = 'draft'`;
});

const draft = async (person = owner, more: Record<string, string> = {}) =>
  (await as(person, startApplication, { programme, ...more })).id;
const view = async (id: string, person = owner) => {
  const found = await getApplication(actorOf(person), id);
  if (!found) throw new Error('The case is not there.');
  return found;
};
const sectionOf = (id: string, section: string, revision: number, answers: object) => ({
  applicationId: id,
  section,
  revision,
  onward: '',
  base: undefined,
  ...answers,
});
const project = {
  projectName: '方言模型',
  projectSummary: '训练。',
  purpose: 'training',
  chipOrigin: 'domestic',
  cardHours: '800',
};

describe('a new application', () => {
  it('is prefilled and keeps the source of each answer until the applicant changes it', async () => {
    const id = await draft(owner, { purpose: 'training' });
    const begun = await view(id);
    expect(begun.sources).toMatchObject({
      contactName: 'profile',
      contactPhone: 'profile',
      contactEmail: 'account',
      purpose: 'check',
    });
    const contact = { contactName: '另一人', contactPhone: begun.answers.contactPhone ?? '' };
    await as(owner, saveSection, sectionOf(id, 'contact', 0, contact));
    expect((await view(id)).sources).not.toHaveProperty('contactName');
    expect((await view(id)).sources).toHaveProperty('contactPhone', 'profile');
    const again = sectionOf(id, 'contact', 1, { ...contact, takeProfile: 'contactName' });
    await as(owner, saveSection, again);
    expect(await view(id)).toMatchObject({
      answers: { contactName: begun.answers.contactName },
      sources: { contactName: 'profile' },
    });
  });

  it('is created only once when it is started several times at the same moment', async () => {
    const begun = await Promise.all(
      Array.from({ length: 5 }, () => perform(owner, startApplication, { programme })),
    );
    const ids = new Set(begun.map((outcome) => (outcome.ok ? outcome.value.id : outcome.code)));
    expect(ids.size).toBe(1);
    // For a colleague this is not a second click: a case is already running.
    const other = { ...owner, userId: colleague.userId };
    expect(await perform(other, startApplication, { programme })).toMatchObject({
      code: 'application_running',
    });
  });
});

describe('an earlier application', () => {
  it('gives a new one the answers that still fit, and none about its contract', async () => {
    const before = await draft();
    await as(owner, saveSection, sectionOf(before, 'project', 0, project));
    const contract = {
      contractNumber: 'HT-1',
      contractAmount: '1,000,000',
      signedOn: '2026-05-01',
    };
    await as(owner, saveSection, sectionOf(before, 'contract', 1, contract));
    await as(owner, withdrawApplication, { applicationId: before, reason: '改期。' });
    const start = await getStart(actorOf(owner), programme);
    expect(start?.earlier.map(({ id }) => id)).toContain(before);
    const renewed = await view(await draft(owner, { earlier: before }));
    expect(renewed.answers).toMatchObject({ projectName: '方言模型', cardHours: '800' });
    expect(renewed.answers).not.toHaveProperty('contractNumber');
    expect(renewed.answers).not.toHaveProperty('contractAmount');
    expect(renewed.sources).toMatchObject({
      projectName: `earlier:${before}`,
      contactName: 'profile',
    });
  });

  it('fills the empty answers of a draft, and keeps those that were typed', async () => {
    const before = await draft();
    await as(owner, saveSection, sectionOf(before, 'project', 0, project));
    await as(owner, withdrawApplication, { applicationId: before, reason: '改期。' });
    const id = await draft();
    await as(owner, saveSection, sectionOf(id, 'project', 0, { projectName: '新模型' }));
    expect((await listSources(actorOf(owner), id)).map((of) => of.id)).toContain(before);
    await as(owner, copyAnswers, { applicationId: id, earlier: before });
    expect((await view(id)).answers).toMatchObject({ projectName: '新模型', purpose: 'training' });
    expect(await perform(owner, copyAnswers, { applicationId: id, earlier: before })).toMatchObject(
      { code: 'nothing_to_copy' },
    );
  });

  it('of another organisation is unknown, as is its draft', async () => {
    const theirs = await draft(stranger);
    expect(await perform(owner, startApplication, { programme, earlier: theirs })).toMatchObject({
      code: 'earlier_unknown',
    });
    const mine = await draft();
    const copy = { applicationId: mine, earlier: theirs };
    expect(await perform(owner, copyAnswers, copy)).toMatchObject({ code: 'earlier_unknown' });
    expect(await perform(stranger, copyAnswers, copy)).toMatchObject({ code: 'case_unknown' });
    expect(await listSources(actorOf(stranger), mine)).toEqual([]);
    expect(await findColleague(actorOf(stranger), mine, 'contact')).toBeUndefined();
  });

  it('is unknown by an invalid id, on which the database would throw', async () => {
    const none = '-'.repeat(36);
    expect(await getApplication(actorOf(owner), none)).toBeUndefined();
    expect(await perform(owner, startApplication, { programme, earlier: none })).toMatchObject({
      code: 'earlier_unknown',
    });
  });
});

describe('a file', () => {
  it('is removed by its id, but not from a case in which nothing may change', async () => {
    const applicationId = await draft();
    expect(removeDocumentInput.safeParse({ applicationId, documentId: '' }).success).toBe(false);
    const remove = { applicationId, documentId: applicationId };
    const answer = () => perform(owner, removeDocument, remove);
    expect(await answer()).toMatchObject({ code: 'not_editable' });
    await as(owner, withdrawApplication, { applicationId, reason: '改期。' });
    expect(await answer()).toMatchObject({ code: 'not_editable' });
  });
});

describe('colleagues at one section', () => {
  it('see who changed what and when; neither answer is lost, and each can be chosen', async () => {
    const id = await draft();
    const base = { projectName: '', purpose: '' };
    await as(colleague, autosaveSection, sectionOf(id, 'project', 0, { projectName: '李的' }));
    const mine = sectionOf(id, 'project', 0, { base, projectName: '我的', purpose: 'training' });
    const stale = await perform(owner, autosaveSection, mine);
    expect(stale).toMatchObject({
      ok: false,
      code: 'save_stale',
      fields: { projectName: { values: { now: '李的', by: colleague.name } } },
    });
    const fresh = stale.ok ? undefined : stale.fresh;
    expect(JSON.parse(fresh?.conflicts ?? '[]')).toMatchObject([
      { name: 'projectName', mine: '我的', theirs: '李的', by: colleague.name },
    ]);
    expect((await view(id)).answers).toMatchObject({ projectName: '李的' });
    await as(owner, autosaveSection, { ...mine, takeTheirs: 'projectName' });
    expect((await view(id)).answers).toMatchObject({ projectName: '李的', purpose: 'training' });
    const seen = { ...mine, base: { ...base, projectName: '李的' } };
    const saved = await as(owner, autosaveSection, seen);
    expect(saved).toMatchObject({ colleague: colleague.name, progress: { of: 4 } });
    expect((await view(id)).answers).toMatchObject({ projectName: '我的' });
    expect(await findColleague(actorOf(colleague), id, 'project')).toBe(owner.name);
  });

  it('do not lose an answer to a form that saved other answers and never showed this one', async () => {
    const id = await draft();
    const contract = { contractNumber: '', contractAmount: '', signedOn: '' };
    const write = (revision: number, base: object, answers: object) =>
      perform(owner, autosaveSection, sectionOf(id, 'contract', revision, { base, ...answers }));
    const typed = { contractNumber: '', contractAmount: '1000' };
    expect(await write(0, contract, typed)).toMatchObject({
      value: { revision: 1, base: { contractAmount: '1000.00' } },
    });
    const theirs = sectionOf(id, 'contract', 1, { contractAmount: '2000' });
    await as(colleague, autosaveSection, theirs);
    const shown = { ...contract, contractAmount: '1000.00' };
    const beside = await write(1, shown, { ...typed, contractNumber: 'HT-1' });
    expect(beside).toMatchObject({ value: { revision: 3, base: { contractAmount: '2000.00' } } });
    // The form still shows 1000 and is based on it, although it has learned a newer revision.
    const again = { ...shown, contractNumber: 'HT-1' };
    const over = await write(3, again, { contractNumber: 'HT-2', contractAmount: '1500' });
    expect(over).toMatchObject({ ok: false, code: 'save_stale' });
    const left = await write(3, again, { contractNumber: 'HT-2', contractAmount: '1000' });
    expect(left).toMatchObject({ ok: true });
    expect((await view(id)).answers).toMatchObject({
      contractNumber: 'HT-2',
      contractAmount: '2000.00',
    });
  });

  it('record no event when nothing changed', async () => {
    const id = await draft();
    const count = async () => {
      const [row] = await database.superuser<{ n: string }[]>`
        select count(*) as n from audit_events where application_id = ${id}`;
      return row?.n;
    };
    const before = await count();
    const same = { projectName: '' };
    await as(owner, autosaveSection, sectionOf(id, 'project', 0, same));
    expect(await count()).toBe(before);
  });
});

describe('a service that ends before it begins', () => {
  const reversed = { startsOn: '2026-06-02', endsOn: '2026-06-01' };
  const fault = { endsOn: { code: 'ends_before_start', values: { on: '2026-06-02' } } };

  it('is not saved by the button, which names the field and stays on the section', async () => {
    const id = await draft();
    const sent = sectionOf(id, 'contract', 0, { ...reversed, onward: 'next' });
    expect(await perform(owner, saveSection, sent)).toMatchObject({
      ok: false,
      code: 'field_invalid',
      fields: fault,
    });
    expect((await view(id)).answers).not.toHaveProperty('startsOn');
  });

  it('is saved as typed in the background, reported at the field, and leaves the section incomplete', async () => {
    const id = await draft();
    const first = sectionOf(id, 'contract', 0, { startsOn: reversed.startsOn });
    expect((await as(owner, autosaveSection, first)).outOfOrder).toEqual({});
    const second = sectionOf(id, 'contract', 1, { endsOn: reversed.endsOn });
    const saved = await as(owner, autosaveSection, second);
    expect(saved).toMatchObject({ outOfOrder: fault, unsaved: [], wrong: [{ name: 'endsOn' }] });
    const after = await view(id);
    expect(after.answers).toMatchObject(reversed);
    const contract = after.missing.find((section) => section.id === 'contract');
    expect(contract?.missing).toContain('endsOn');
    expect(contract?.missing).not.toContain('startsOn');
    const mended = sectionOf(id, 'contract', 2, { endsOn: reversed.startsOn });
    expect(await as(owner, autosaveSection, mended)).toMatchObject({ outOfOrder: {}, wrong: [] });
  });

  it('does not prevent another section from being saved', async () => {
    const id = await draft();
    await as(owner, autosaveSection, sectionOf(id, 'contract', 0, reversed));
    await as(owner, saveSection, sectionOf(id, 'project', 1, project));
    expect((await view(id)).answers).toMatchObject({ projectName: '方言模型' });
  });
});

describe('the draft of a suspended programme', () => {
  it('says so and cannot be submitted until the programme is resumed', async () => {
    const id = await draft();
    const admin = world.people.get('admin@qingyang.demo') ?? null;
    const [row] = await database.superuser<{ id: string }[]>`
      select id from programmes where slug = ${programme}`;
    const programmeId = row?.id ?? '';
    const submit = () => perform(owner, submitApplication, { applicationId: id, declared: 'yes' });
    await as(admin, suspendProgramme, { programmeId, reason: '资金调整' });
    expect((await view(id)).programmeState).toEqual({ state: 'suspended', reason: '资金调整' });
    expect(await submit()).toMatchObject({
      code: 'programme_suspended',
      values: { reason: '资金调整' },
    });
    await as(owner, saveSection, sectionOf(id, 'project', 0, project));
    await as(admin, resumeProgramme, { programmeId });
    expect(await submit()).toMatchObject({ code: 'sections_incomplete' });
  });
});

describe('a draft whose round has closed', () => {
  it('expires, and its owner reads which one in their own language', async () => {
    const id = await draft();
    const [round] = await database.superuser<{ closed: Date }[]>`
      select r.closes_at + interval '1 minute' as closed
      from rounds r join applications a on a.round_id = r.id where a.id = ${id}`;
    await setClock(database.superuser, round?.closed ?? testStart);
    await executeSweep(world.cities.get('qingyang') ?? '', expireOverdue);
    await setClock(database.superuser, testStart);
    const sent = await database.superuser<{ values: Record<string, string> }[]>`
      select values from notifications where template = 'application_expired'
        and user_id = ${owner.userId} and values ->> 'path' like ${`%${id}%`}`;
    expect(sent).toHaveLength(1);
    const values = sent[0]?.values ?? {};
    const { title } = (await view(id)).programme;
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(mailText('application_expired', values, locale).body).toContain(title[locale]);
    }
  });
});
