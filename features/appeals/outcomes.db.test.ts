import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform, actorOf, as } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { dayOf, setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { submitApplication } from '@/features/applications/commands';
import { startApplication } from '@/features/applications/start-commands';
import { saveSection } from '@/features/applications/draft-commands';
import { requestSignOff, returnSignOff } from '@/features/applications/sign-off-commands';
import { createHash } from 'node:crypto';
import { canonical } from '@/features/letters/domain/letter';
import { getLetter, verifyLetter } from '@/features/letters/queries';
import { getCase } from '@/features/reviews/case-queries';
import { getDesk } from '@/features/reviews/desk-queries';
import { refuseFinal, refuseFirst, takeCase } from '@/features/reviews/commands';
import { dismissAppeal, fileAppeal, grantAppeal } from './commands';
import { getAppeal, getOwnAppeal } from './queries';
import { getApplication } from '@/features/applications/view-queries';

/**
 * Checks what follows a submission, when users act too fast, act for the wrong case or belong to another
 * organisation.
 */
let database: TestDatabase;
let life: Life;
let startups = 0;

const qingyang = 'qingyang-compute-2024';
const grounds = '合同附件二列明租用的是训练算力，存储只是随附的免费服务。';
const official = (local: string, city = 'qingyang') => life.official(local, city);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

/** Sets the portal's clock to an instant. */
const goTo = (at: Date) => setClock(database.superuser, at);

async function drafted(): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const options = { citySlug: 'qingyang', day: dayOf('2026-06-01') };
  return life.draft(owner, qingyang, 100_000 + startups, options);
}

async function refusedCase(): Promise<CaseState> {
  const state = await drafted();
  await life.submit(state);
  await life.take(state);
  await life.refuse(state);
  return state;
}

const memberOf = ({ owner }: CaseState): Person => {
  const member = [...life.world.people.values()].find(
    ({ role, organisationId }) => role === 'member' && organisationId === owner.organisationId,
  );
  if (!member) throw new Error('The start-up has no member.');
  return member;
};

const viewOf = async (state: CaseState, person = state.owner) => {
  const view = await getApplication(actorOf<'startup.read'>(person), state.id);
  if (!view) throw new Error('The case is not there.');
  return view;
};

const appealOf = async (state: CaseState) => {
  const own = await getOwnAppeal(actorOf<'startup.read'>(state.owner), state.id);
  if (!own) throw new Error('The case is not there.');
  return own;
};

const one = async (query: string, ...values: string[]) => {
  const [row] = await database.superuser.unsafe<Record<string, unknown>[]>(query, values);
  return row ?? {};
};
const openAppeal = async (state: CaseState) =>
  String((await one('select id from appeals where application_id = $1', state.id)).id);
const decision = { decision: '复核认为原决定事实不清。', noConflict: 'yes' };
const file = (state: CaseState, person: Person | null = state.owner, evidence?: File) =>
  perform(person, fileAppeal, { applicationId: state.id, grounds, evidence });

describe('an appeal', () => {
  it('can be filed until the last millisecond of its time, and not a second later', async () => {
    const [late, inTime] = [await refusedCase(), await refusedCase()];
    const { appealBy } = await appealOf(inTime);
    expect(appealBy?.toISOString()).toBe('2026-06-15T15:59:59.999Z');
    if (!appealBy) return;
    await goTo(new Date(appealBy.getTime() + 1_000));
    expect(await file(late)).toMatchObject({ ok: false, code: 'appeal_late' });
    expect((await appealOf(late)).appealable).toBe(false);
    await goTo(new Date(appealBy.getTime() - 60_000));
    expect(await file(inTime)).toMatchObject({ ok: true });
    expect(await file(inTime)).toMatchObject({ ok: false, code: 'appeal_filed' });
    await life.setDay(dayOf('2026-06-01'));
  });

  it('can be filed only by the firm of the case, and only against refusals', async () => {
    const state = await refusedCase();
    const other = life.world.startups.find(({ owner }) => owner !== state.owner)?.owner ?? null;
    expect(await file(state, other)).toMatchObject({ ok: false, code: 'case_unknown' });
    const running = await drafted();
    expect(await file(running)).toMatchObject({ ok: false, code: 'appeal_none' });
    await life.submit(running);
    expect(await file(running)).toMatchObject({ ok: false, code: 'appeal_none' });
  });

  it('sent twice at the same time is one appeal with one letter', async () => {
    const state = await refusedCase();
    const sent = await Promise.all([file(state), file(state), file(state)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    const { n } = await one(
      'select count(*)::int as n from appeals where application_id = $1',
      state.id,
    );
    expect(n).toBe(1);
    expect((await viewOf(state)).letters.map(({ kind }) => kind)).toEqual([
      ...['receipt', 'refusal', 'appeal_receipt'],
    ]);
  });

  it('is rejected while the firm has another running case in the same round', async () => {
    const state = await refusedCase();
    await as(state.owner, startApplication, { programme: qingyang });
    expect(await file(state)).toMatchObject({ ok: false, code: 'appeal_other_running' });
  });

  it('cannot be decided by the official who refused, by another city, or twice', async () => {
    const state = await drafted();
    await life.submit(state);
    await life.take(state);
    await life.recommend(state);
    await as(official('approver'), refuseFinal, {
      applicationId: state.id,
      reason: '合同标的不属于算力费用。',
      noConflict: 'yes',
    });
    await as(state.owner, fileAppeal, { applicationId: state.id, grounds, evidence: undefined });
    const appealId = await openAppeal(state);
    const decide = (who: Person, command = dismissAppeal) =>
      perform(who, command, { appealId, ...decision });
    expect(await decide(official('approver'))).toMatchObject({ code: 'same_person' });
    expect(await decide(official('approver', 'shenzhen'))).toMatchObject({
      code: 'appeal_unknown',
    });
    // The database would refuse it too.
    const { id } = await one(`select id from users where email = 'approver@qingyang.demo'`);
    await expect(
      database.superuser`update appeals set state = 'dismissed', decision = 'x',
        decided_by = ${String(id)}, decided_at = app.now() where id = ${appealId}`,
    ).rejects.toMatchObject({ constraint_name: 'appeals_four_eyes' });
    const both = await Promise.all([
      decide(official('approver2')),
      decide(official('approver2'), grantAppeal),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'appeal_decided' });
  });

  it('that is dismissed leaves the refusal in force for good', async () => {
    const state = await refusedCase();
    await file(state);
    await as(official('approver'), dismissAppeal, {
      appealId: await openAppeal(state),
      ...decision,
    });
    expect(await appealOf(state)).toMatchObject({ state: 'rejected', appealable: false });
    expect(await file(state)).toMatchObject({ ok: false, code: 'appeal_none' });
  });

  it('keeps its evidence separate from that of an earlier appeal, even for the same file', async () => {
    const state = await refusedCase();
    const paper = () => new File(['%PDF-1.4\n%%EOF\n'], 'annex.pdf', { type: 'application/pdf' });
    expect(await file(state, state.owner, paper())).toMatchObject({ ok: true });
    const first = await openAppeal(state);
    await as(official('approver'), grantAppeal, { appealId: first, ...decision });
    await as(official('reviewer2'), takeCase, { applicationId: state.id });
    await as(official('reviewer2'), refuseFirst, {
      applicationId: state.id,
      reason: '补充材料仍不能证明。',
      noConflict: 'yes',
    });
    expect(await file(state, state.owner, paper())).toMatchObject({ ok: true });
    const { id } = await one(
      `select id from appeals where application_id = $1 and state = 'open'`,
      state.id,
    );
    for (const appealId of [first, String(id)]) {
      const appeal = await getAppeal(actorOf<'appeal.read'>(official('approver2')), appealId);
      expect(appeal?.evidence).toHaveLength(1);
    }
  });

  it('that is granted sets the refusal aside and leads to a review by others, and allows a new appeal', async () => {
    const state = await refusedCase();
    await file(state);
    const [turnedDown, other] = [official('reviewer'), official('reviewer2')];
    const offeredTo = async (who: Person) => {
      const { waiting, urgent } = await getDesk(actorOf<'city.read'>(who));
      return {
        toTake: waiting.find(({ kind }) => kind === 'toTake')?.n ?? 0,
        shown: urgent.some(({ id }) => id === state.id),
      };
    };
    const before = [await offeredTo(turnedDown), await offeredTo(other)] as const;
    await as(official('approver'), grantAppeal, { appealId: await openAppeal(state), ...decision });
    const view = await viewOf(state);
    expect(view).toMatchObject({ state: 'submitted', decisionReason: null });
    expect((await appealOf(state)).appealBy).toBeNull();
    expect(view.letters.find(({ kind }) => kind === 'refusal')?.annulled).toBe(true);
    const again = { applicationId: state.id };
    expect(await perform(official('reviewer'), takeCase, again)).toMatchObject({
      code: 'same_person',
    });
    for (const [who, bar] of [
      [turnedDown, 'same_person'],
      [other, null],
    ] as const) {
      const reading = await getCase(actorOf<'case.read'>(who), state.id);
      expect(reading?.acts).toEqual([{ act: 'take', bar }]);
    }
    expect(await offeredTo(turnedDown)).toEqual({ ...before[0], shown: false });
    expect(await offeredTo(other)).toEqual({ toTake: before[1].toTake + 1, shown: true });
    const elsewhere = await refusedCase();
    const nextOf = async (who: Person) =>
      (await getCase(actorOf<'case.read'>(who), elsewhere.id))?.next?.id;
    expect(await nextOf(turnedDown)).not.toBe(state.id);
    await as(official('reviewer2'), takeCase, again);
    await as(official('reviewer2'), refuseFirst, {
      applicationId: state.id,
      reason: '补充材料仍不能证明。',
      noConflict: 'yes',
    });
    expect((await appealOf(state)).appealable).toBe(true);
    expect(await file(state)).toMatchObject({ ok: true });
    const { id } = await one(
      `select id from appeals where application_id = $1 and state = 'open'`,
      state.id,
    );
    // The official who decided the first appeal does not decide the second.
    const second = { appealId: String(id), ...decision };
    expect(await perform(official('approver'), dismissAppeal, second)).toMatchObject({
      code: 'same_person',
    });
    expect(await perform(official('approver2'), dismissAppeal, second)).toMatchObject({ ok: true });
  });
});

describe('the sign-off of an owner', () => {
  it('is requested by a member once, shows what changed since, and is returned with a reason', async () => {
    const state = await drafted();
    const member = memberOf(state);
    const ask = () =>
      perform(member, requestSignOff, { applicationId: state.id, note: '请核对。' });
    expect((await Promise.all([ask(), ask()])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ask()).toMatchObject({ code: 'sign_off_open' });
    const { revision } = await viewOf(state);
    await as(member, saveSection, {
      applicationId: state.id,
      section: 'contact',
      revision,
      onward: '',
      contactName: '赵喆',
    });
    expect((await viewOf(state)).signOff).toMatchObject({
      state: 'open',
      note: '请核对。',
      changed: ['contactName'],
    });
    const back = { applicationId: state.id, reason: '联系人写错了。' };
    const other = life.world.startups.find(({ owner }) => owner !== state.owner)?.owner ?? null;
    expect(await perform(other, returnSignOff, back)).toMatchObject({ code: 'case_unknown' });
    expect(await perform(state.owner, returnSignOff, back)).toMatchObject({ ok: true });
    expect(await perform(state.owner, returnSignOff, back)).toMatchObject({
      code: 'sign_off_none',
    });
    expect((await viewOf(state)).signOff).toMatchObject({
      state: 'returned',
      reason: '联系人写错了。',
    });
    expect(await ask()).toMatchObject({ ok: true });
    await life.submit(state);
    expect((await viewOf(state)).signOff).toBeNull();
    const { state: closed } = await one(
      `select state from sign_offs where application_id = $1 order by id desc limit 1`,
      state.id,
    );
    expect(closed).toBe('signed');
  });

  it('cannot be requested for an unfinished application, or by a user who may submit it', async () => {
    const state = await drafted();
    expect(
      await perform(state.owner, requestSignOff, { applicationId: state.id, note: '' }),
    ).toMatchObject({ code: 'owner_submits' });
    await life.submit(state);
    expect(
      await perform(memberOf(state), requestSignOff, { applicationId: state.id, note: '' }),
    ).toMatchObject({ code: 'state_changed' });
  });
});

describe('a submission', () => {
  it('sent by two owners at the same time is one, and the second sees who was first', async () => {
    const state = await drafted();
    const second: Person = { ...memberOf(state), role: 'owner' };
    const send = (who: Person) =>
      perform(who, submitApplication, { applicationId: state.id, declared: 'yes' });
    const outcomes = await Promise.all([send(state.owner), send(second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'already_submitted' });
    const { n } = await one(
      'select count(*)::int as n from application_revisions where application_id = $1',
      state.id,
    );
    expect(n).toBe(1);
    // The same user submits again, as after Back: it succeeds again, and nothing is written.
    const winner = outcomes[0].ok ? state.owner : second;
    expect(await send(winner)).toMatchObject({ ok: true, repeated: true });
    expect((await viewOf(state)).letters).toHaveLength(1);
  });
});

describe('a letter', () => {
  it('can be read only by its parties, and keeps its text', async () => {
    const state = await refusedCase();
    const read = (person: Person) =>
      getLetter(actorOf<'letter.read'>(person), {
        applicationId: state.id,
        kind: 'refusal',
      });
    const letter = await read(state.owner);
    expect(letter?.content).toMatchObject({ kind: 'refusal', appealWorkingDays: 10 });
    expect(await read(official('auditor'))).toEqual(letter);
    expect(await read(official('auditor', 'shenzhen'))).toBeUndefined();
    const other = life.world.startups.find(({ owner }) => owner !== state.owner);
    expect(other && (await read(other.owner))).toBeUndefined();
    const { sha256 } = await one(
      `select sha256 from letters where application_id = $1 and kind = 'refusal'`,
      state.id,
    );
    expect(createHash('sha256').update(canonical(letter?.content)).digest('hex')).toBe(sha256);
    await expect(database.app`update letters set content = '{}'::jsonb`).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('that was changed outside the portal is not given out', async () => {
    const state = await refusedCase();
    const read = () =>
      getLetter(actorOf<'letter.read'>(state.owner), { applicationId: state.id, kind: 'refusal' });
    const tamper = (reason: string) => database.superuser`update letters
      set content = content || ${database.superuser.json({ reason })}
      where application_id = ${state.id} and kind = 'refusal'`;
    const issued = await read();
    await tamper('另一个理由');
    await expect(read()).rejects.toThrow(/is not what was issued/);
    await tamper(issued?.content.kind === 'refusal' ? issued.content.reason : '');
    expect(await read()).toEqual(issued);
  });

  it('can be verified by anybody who has its code, and reveals nothing more', async () => {
    const state = await refusedCase();
    const { letters, reference } = await viewOf(state);
    const refusal = letters.find(({ kind }) => kind === 'refusal');
    const { letter } = await verifyLetter(actorOf<'public.read'>(null), refusal?.code ?? '');
    expect(letter).toMatchObject({ kind: 'refusal', reference, annulled: false });
    expect(letter?.organisation).toMatch(/^..\*{4}.{4}$/);
    expect(Object.keys(letter ?? {}).sort()).toEqual([
      ...['annulled', 'bureau', 'issuedAt', 'kind', 'organisation', 'reference', 'sealName'],
    ]);
    const { letter: none } = await verifyLetter(actorOf<'public.read'>(null), 'WS00000000000000');
    expect(none).toBeUndefined();
  });
});
