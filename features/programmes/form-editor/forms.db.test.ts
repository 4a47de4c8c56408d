import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person, type World } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { startApplication } from '@/features/applications/start-commands';
import { autosaveSection, saveSection } from '@/features/applications/draft-commands';
import { allFields, type FormDefinition } from '@/features/forms/domain/form';
import { shownAs } from '@/features/forms/domain/edit-form';
import { getApplication } from '@/features/applications/view-queries';
import { sectionTexts } from '../editor/domain/draft';
import { saveDraft } from '../editor/commands';
import { getEditedProgramme, type OpenVersion } from '../editor/queries';
import { changeForm, saveFormSection, saveQuestion } from './commands';
import { publishVersion } from '../publication/commands';
import { createVersion, proposeVersion } from '../editor/version-commands';

/**
 * These tests follow the questions of a programme: a manager writes them, cases are bound to them, a firm answers them.
 */
let database: TestDatabase;
let world: World;
let programmeId: string;

const person = (email: string): Person => {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is ${email}.`);
  return found;
};
const manager = () => person('manager@qingyang.demo');
const owner = () => person('owner@startup.demo');

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  const [row] = await database.superuser<{ id: string }[]>`
    select id from programmes where slug = 'qingyang-compute-2024'`;
  programmeId = row?.id ?? '';
  await as(manager(), createVersion, { programmeId });
}, 180_000);
afterAll(() => database.close());

async function draft(): Promise<OpenVersion> {
  const programme = await getEditedProgramme(actorOf<'programme.manage'>(manager()), programmeId);
  if (!programme?.open) throw new Error('No version is open.');
  return programme.open;
}
const names = (form: FormDefinition, id: string) =>
  form.sections.find((section) => section.id === id)?.fields.map(({ name }) => name) ?? [];
const ids = (form: FormDefinition) => form.sections.map(({ id }) => id);

const words = { labelZh: '问题', labelEn: 'Question', helpZh: '', helpEn: '' };
const section = async (typed: object) =>
  as(manager(), saveFormSection, {
    versionId: (await draft()).id,
    section: '',
    shown: '',
    onward: '',
    ...typed,
  });
const question = async (typed: object) =>
  perform(manager(), saveQuestion, {
    versionId: (await draft()).id,
    section: 'project',
    question: '',
    shown: '',
    onward: '',
    kind: 'text' as const,
    ...words,
    ...typed,
  });
const change = async (
  place: { section: string; question?: string },
  move: 'up' | 'down' | 'remove',
) =>
  perform(manager(), changeForm, {
    versionId: (await draft()).id,
    question: '',
    ...place,
    move,
  });

describe('a manager', () => {
  it('finds the programme’s own questions again in the next version', async () => {
    const { form } = await draft();
    expect(names(form, 'project')).toContain('ownPlan');
    expect(ids(form)).toContain('own-financing');
  });

  it('adds a section with a condition, and a table to it', async () => {
    const made = await section({
      titleZh: '团队',
      titleEn: 'Team',
      leadZh: '',
      leadEn: '',
      'when.mode': 'all',
      'when.0.test': '=ownFinanced=yes',
    });
    expect(made).toMatchObject({ section: 'own-1', done: 'added' });
    const added = await question({
      section: 'own-1',
      kind: 'table',
      required: 'yes',
      maxRows: '5',
      'column.0.label': '姓名 | Name',
      'column.0.kind': 'text',
      'column.0.required': 'yes',
      'column.1.label': '工时｜Hours',
      'column.1.kind': 'number',
      'column.1.sum': 'yes',
    });
    expect(added).toMatchObject({ ok: true, value: { question: 'own1', done: 'added' } });
    const { form, readiness } = await draft();
    // The new section comes before the documents and the declaration, which are always last.
    expect(ids(form).slice(-3)).toEqual(['own-1', 'files', 'declaration']);
    expect(allFields(form).find(({ name }) => name === 'own1')).toMatchObject({
      kind: 'table',
      maxRows: 5,
      required: true,
      own: true,
      columns: [
        { name: 'c1', kind: 'text', label: { 'zh-CN': '姓名', en: 'Name' } },
        { name: 'c2', kind: 'number', sum: true },
      ],
    });
    expect(readiness.checks.find(({ id }) => id === 'form')?.obstacles).toEqual([]);
  });

  it('sees each fault at the field that has it', async () => {
    const wrong = await question({
      kind: 'choice',
      labelEn: '',
      options: '推理 | Inference\n训练',
      'when.0.test': '=otherSupport=yes',
      'when.1.test': 'min:cardHours',
    });
    expect(wrong).toMatchObject({
      ok: false,
      code: 'field_invalid',
      fields: {
        labelEn: { code: 'required' },
        options: { code: 'pair_invalid' },
        'when.0.test': { code: 'condition_wrong' },
        'when.1.value': { code: 'test_value' },
      },
    });
    const reversed = await question({ kind: 'number', min: '10', max: '5' });
    expect(reversed).toMatchObject({ fields: { max: { code: 'bounds_reversed' } } });
  });

  it('cannot remove, move or break questions on which conditions of others depend', async () => {
    const code = 'form_breaks';
    const gone = await change({ section: 'project', question: 'ownFinanced' }, 'remove');
    expect(gone).toMatchObject({ ok: false, code });
    const early = await change({ section: 'own-financing' }, 'up');
    expect(early).toMatchObject({ ok: true });
    expect(ids((await draft()).form).indexOf('own-financing')).toBe(2);
    expect(await change({ section: 'own-financing' }, 'up')).toMatchObject({ ok: false, code });
    expect(await change({ section: 'contract' }, 'up')).toMatchObject({ code: 'question_locked' });
    const locked = await change({ section: 'contract', question: 'contractAmount' }, 'remove');
    expect(locked).toMatchObject({ ok: false, code: 'question_locked' });
    await change({ section: 'own-financing' }, 'down');
  });

  it('may add help and a sample to a document of the rules, and nothing else to it', async () => {
    const { form } = await draft();
    const field = allFields(form).find(({ name }) => name === 'contractFile');
    const typed = {
      section: 'files',
      question: 'contractFile',
      kind: 'file',
      shown: shownAs(field),
      helpZh: '合并为一份。',
      helpEn: 'In one file.',
      labelZh: '改名',
      maxFiles: '2',
      accept: ['pdf', 'ofd'],
      sampleZh: '签章页清晰',
      sampleEn: 'The seal can be read',
    };
    expect(await question(typed)).toMatchObject({ ok: true });
    const saved = allFields((await draft()).form).find(({ name }) => name === 'contractFile');
    expect(saved).toMatchObject({
      label: { 'zh-CN': '算力服务合同' },
      help: { en: 'In one file.' },
      maxFiles: 2,
      accept: ['pdf', 'ofd'],
      sample: { en: 'The seal can be read' },
    });
  });

  it('never overwrites the change of a colleague unseen', async () => {
    const { form } = await draft();
    const shown = shownAs(allFields(form).find(({ name }) => name === 'own1'));
    const typed = {
      section: 'own-1',
      question: 'own1',
      kind: 'table',
      shown,
      maxRows: '6',
      'column.0.name': 'c1',
      'column.0.label': '姓名 | Name',
      'column.0.required': 'yes',
    };
    expect(await question(typed)).toMatchObject({ ok: true });
    const late = await question({ ...typed, maxRows: '9' });
    expect(late).toMatchObject({ ok: false, code: 'question_stale' });
    const again = !late.ok ? late.fresh?.shown : undefined;
    expect(await question({ ...typed, shown: again, maxRows: '9' })).toMatchObject({ ok: true });
  });

  it('keeps the programme’s own questions in their places when the rules need other questions', async () => {
    const version = await draft();
    const texts = sectionTexts('documents', version.draft);
    await as(manager(), saveDraft, {
      ...texts,
      'rules.evidence.application': ['licence', 'contract', 'plan'],
      versionId: version.id,
      section: 'documents',
      move: '',
      onward: '',
      revision: version.revision,
      base: { ...texts },
    });
    const { form } = await draft();
    expect(names(form, 'files')).toEqual([
      ...['licenceFile', 'contractFile', 'ownAgreement', 'planFile'],
    ]);
    expect(allFields(form).find(({ name }) => name === 'contractFile')).toMatchObject({
      maxFiles: 2,
    });
    expect(names(form, 'project').slice(-4)).toEqual([
      ...['ownPlan', 'ownPeriod', 'ownFields', 'ownFinanced'],
    ]);
    expect(ids(form)).toContain('own-1');
  });
});

describe('a case', () => {
  let caseId: string;
  let revision = 0;

  const save = async (part: string, typed: object, background = false) => {
    const command = background ? autosaveSection : saveSection;
    const outcome = await perform(owner(), command, {
      applicationId: caseId,
      section: part,
      revision,
      onward: '',
      ...typed,
    });
    if (outcome.ok) ({ revision } = outcome.value);
    return outcome;
  };
  const answers = async () => {
    const found = await getApplication(actorOf<'startup.read'>(owner()), caseId);
    if (!found) throw new Error('The case is not there.');
    return found;
  };

  it('keeps the questions of its first version when another version is published', async () => {
    caseId = (await as(owner(), startApplication, { programme: 'qingyang-compute-2024' })).id;
    const { id } = await draft();
    await as(manager(), proposeVersion, { versionId: id });
    await as(person('admin@qingyang.demo'), publishVersion, { versionId: id });
    const began = await answers();
    expect(ids(began.form)).not.toContain('own-1');
    expect(names(began.form, 'files')).toEqual(['licenceFile', 'contractFile', 'ownAgreement']);
    const [other] = await database.superuser<{ form: FormDefinition }[]>`
      select form from programme_versions where id = ${id}`;
    expect(other && ids(other.form)).toContain('own-1');
    expect(other && names(other.form, 'files')).toContain('planFile');
  });

  it('requires a hidden section only once an answer shows it', async () => {
    await save('project', { ownFinanced: 'no' });
    expect((await answers()).missing.map(({ id }) => id)).not.toContain('own-financing');
    await save('project', { ownFinanced: 'yes' });
    const { missing } = await answers();
    expect(missing.find(({ id }) => id === 'files')?.missing).toContain('ownAgreement');
    expect(missing.find(({ id }) => id === 'own-financing')?.missing).toEqual([
      ...['ownRound', 'ownRaised', 'ownInvestor'],
    ]);
    await save('own-financing', {
      ownRound: 'a',
      ownRaised: '１２,０００,０００',
      ownInvestor: '某基金',
    });
  });

  it('saves in the background all but a change that would clear answers, which waits', async () => {
    const typed = { ownFinanced: 'no', projectName: '方言语音' };
    const outcome = await save('project', typed, true);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.value.waiting.map(({ name }) => name)).toEqual([
      ...['ownRound', 'ownRaised', 'ownInvestor'],
    ]);
    expect((await answers()).answers).toMatchObject({
      ownFinanced: 'yes',
      projectName: '方言语音',
    });
  });

  it('needs a confirmation before a change clears dependent answers, then clears them and records it', async () => {
    const refusal = await save('project', { ownFinanced: 'no' });
    expect(refusal).toMatchObject({
      ok: false,
      code: 'answers_depend',
      fields: { ownFinanced: { code: 'answer_clears' } },
      fresh: { asks: 'ownRound ownRaised ownInvestor' },
    });
    expect((await answers()).answers.ownRaised).toBe('12000000.00');
    const clears = 'ownRound ownRaised ownInvestor';
    expect(await save('project', { ownFinanced: 'no', clears })).toMatchObject({ ok: true });
    const left = (await answers()).answers;
    expect(left).toMatchObject({ ownFinanced: 'no', ownRound: '', ownRaised: '', ownInvestor: '' });
    const [event] = await database.superuser<{ data: Record<string, string> }[]>`
      select data from audit_events where application_id = ${caseId} order by id desc limit 1`;
    expect(event?.data).toMatchObject({ cleared: clears });
  });

  it('returns a clear fault for any typed text or keeps it, and never fails with an error', async () => {
    const { form } = await answers();
    const naughty = [
      'a\u0000b',
      '\u202ex',
      '\ud800',
      '<b>',
      '[[[',
      '{"from":1}',
      '-1',
      'x'.repeat(5000),
    ];
    for (const part of form.sections) {
      for (const text of naughty) {
        const typed = Object.fromEntries(
          part.fields.flatMap(({ name }) => [
            [name, text],
            ...[`${name}.#`, `${name}.0.chip`, `${name}.from`].map((one) => [one, text] as const),
          ]),
        );
        const outcome = await save(part.id, typed);
        expect(
          outcome.ok || ['field_invalid', 'save_stale', 'answers_depend'].includes(outcome.code),
        ).toBe(true);
      }
    }
  });
});
