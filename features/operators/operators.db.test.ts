import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAutomaticProgramme, listedCode } from '@/db/testing/automatic-programme';
import { Cases, codesOf } from '@/db/testing/cases';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { listFile } from '@/db/testing/list-file';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { request } from '@/db/testing/request';
import { sessionOf } from '@/db/testing/sign-in';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { listSteps } from '@/features/applications/queries';
import { actingText, actorText, agencyText } from '@/features/audit/actor-text';
import { auditLines } from '@/features/audit/log-file';
import { auditFilter, listAgencies, listAudit } from '@/features/audit/log-queries';
import { switchMembership } from '@/features/people/session-commands';
import { proposeImport } from '@/features/awards/decision-commands';
import { mapImport, uploadImport } from '@/features/awards/import-commands';
import { releaseImport } from '@/features/awards/release-commands';
import {
  requestVerification,
  verifyOrganisation,
} from '@/features/organisations/verification-commands';
import { proposeIssue } from '@/features/issuing/commands';
import { remind } from '@/features/jobs/reminders';
import { getLetter } from '@/features/letters/queries';
import { sheetOf } from '@/features/letters/letter-sheet';
import { getCase } from '@/features/reviews/case-queries';
import { recommendCase, refuseFirst, takeCase } from '@/features/reviews/commands';
import { getDesk } from '@/features/reviews/desk-queries';
import { freezeVoucher } from '@/features/vouchers/commands';
import type { CreditCode } from '@/lib/credit-code';
import { addDays, type IsoDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import {
  allMandateRights,
  mandateRights,
  may,
  permissions,
  type MandateRight,
  type Permission,
} from '@/lib/permissions';
import { csrfToken } from '@/server/csrf';
import { authorise, executeSweep } from '@/server/gate';
import { findSession } from '@/server/session';
import { enterMandateAction, leaveMandateAction } from './actions';
import { confirmMandate, declineMandate, endMandate, proposeMandate } from './commands';
import {
  getMandate,
  listActingAgencies,
  listDoneUnder,
  listMandates,
  listOwnMandates,
} from './queries';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** Tests mandates: who gives them, what they allow and until when, what the database refuses under them, and what is recorded. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let code: CreditCode;

const official = (local: string, of = 'qingyang') => life.official(local, of);

function personOf(email: string): Person {
  const person = life.world.people.get(email);
  if (!person) throw new Error(`Nobody has the address ${email}.`);
  return person;
}

const cityId = (slug = 'qingyang') => life.world.cities.get(slug) ?? '';

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(0);
  const [agency] = await database.superuser<{ code: CreditCode }[]>`
    select credit_code as code from organisations where kind = 'operator'`;
  if (!agency) throw new Error('The base has no agency.');
  code = agency.code;
});
afterAll(() => database.close());

const wish = (change: object = {}) => ({
  creditCode: code,
  number: 'WT-2026-01',
  agreedOn: life.dateOf(life.day - 3),
  rights: ['first_review'] as MandateRight[],
  firstOn: life.dateOf(life.day),
  lastOn: life.dateOf(life.day + 300),
  ...change,
});

/** Ends whatever mandate of the agency is confirmed, so that the next test begins with none. */
async function endAll(): Promise<void> {
  const running = await database.superuser<{ id: string; slug: string }[]>`
    select m.id, c.slug from mandates m join cities c on c.id = m.city_id where m.state = 'confirmed'
      and m.last_on >= (app.now() at time zone 'Asia/Shanghai')::date`;
  for (const { id, slug } of running) {
    await as(official('admin', slug), endMandate, { mandateId: id, endReason: '测试结束。' });
  }
}

/** Gives rights of a city from today, and returns somebody of the agency who acts under them. */
const entrust = async (rights: readonly MandateRight[], slug = 'qingyang', days = 300) => {
  await endAll();
  return life.entrust(slug, rights, { days });
};

describe('a mandate', () => {
  it('is proposed for a registered agency, for three years at most', async () => {
    const tried = (change: object) =>
      perform(official('admin'), proposeMandate, wish(change) as never);
    const vendor = await database.superuser<{ code: CreditCode }[]>`
      select credit_code as code from organisations where kind = 'vendor' limit 1`;
    expect(await tried({ creditCode: vendor[0]?.code })).toMatchObject({ code: 'agency_unknown' });
    expect(await tried({ agreedOn: life.dateOf(1) })).toMatchObject({ code: 'agreed_in_future' });
    expect(await tried({ lastOn: life.dateOf(-1) })).toMatchObject({ code: 'mandate_ends_early' });
    expect(await tried({ firstOn: '2026-07-01', lastOn: '2029-07-01' })).toMatchObject({
      code: 'mandate_too_long',
      values: { on: '2029-06-30' },
    });
    expect(await tried({})).toMatchObject({ ok: true });
    await expect(tried({})).rejects.toMatchObject({
      cause: { constraint_name: 'mandates_one_open' },
    });
    await expect(
      database.superuser`insert into mandates (city_id, operator_id, number, agreed_on, rights, first_on,
          last_on, state, proposed_by, proposed_at)
        select city_id, operator_id, number, agreed_on, rights, '2026-07-01', '2029-07-01', 'declined',
          proposed_by, proposed_at from mandates limit 1`,
    ).rejects.toMatchObject({ constraint_name: 'mandates_days' });
  });

  const latest = async () =>
    (await listMandates(actorOf(official('admin')), undefined)).rows[0]?.id ?? '';

  it('is decided by another administrator of the same city, and sent back with the reason', async () => {
    const mandateId = await latest();
    expect(await perform(official('admin'), confirmMandate, { mandateId })).toMatchObject({
      code: 'same_person',
    });
    await expect(
      database.superuser`update mandates set state = 'confirmed', decided_by = proposed_by,
        decided_at = app.now() where id = ${mandateId}`,
    ).rejects.toMatchObject({ constraint_name: 'mandates_four_eyes' });
    expect(
      await perform(official('admin2', 'nanning'), confirmMandate, { mandateId }),
    ).toMatchObject({ code: 'mandate_unknown' });
    await as(official('admin2'), declineMandate, { mandateId, answer: '期限过长。' });
    expect(await perform(official('admin2'), confirmMandate, { mandateId })).toMatchObject({
      code: 'mandate_decided',
    });
    expect(await getMandate(actorOf(official('manager')), mandateId)).toMatchObject({
      standing: 'declined',
      answer: '期限过长。',
    });
  });

  it('is confirmed by one of two who confirm it at once, exactly as it was proposed', async () => {
    await as(official('admin'), proposeMandate, wish());
    const mandateId = await latest();
    await expect(
      database.superuser`update mandates set rights = array['voucher_freezing'] where id = ${mandateId}`,
    ).rejects.toMatchObject({ constraint_name: 'mandates_kept' });
    const third = { ...official('admin2'), userId: official('manager').userId };
    const both = await Promise.all(
      [official('admin2'), third].map((person) => perform(person, confirmMandate, { mandateId })),
    );
    expect(codesOf(both)).toEqual(['done', 'mandate_decided']);
    await expect(
      database.superuser`update mandates set last_on = last_on + 1 where id = ${mandateId}`,
    ).rejects.toMatchObject({ constraint_name: 'mandates_kept' });
  });

  it('is renewed only by another one, after its last day', async () => {
    const lastOn = life.dateOf(300);
    const again = (firstOn: IsoDate) =>
      perform(official('admin'), proposeMandate, wish({ firstOn, lastOn: addDays(firstOn, 100) }));
    expect(await again(lastOn)).toMatchObject({
      code: 'mandate_overlaps',
      values: { on: lastOn },
    });
    expect(await again(addDays(lastOn, 1))).toMatchObject({ ok: true });
    await as(official('admin2'), declineMandate, { mandateId: await latest(), answer: '再议。' });
  });

  it('cannot contain what no mandate can give, and no right can approve, release or audit', async () => {
    await expect(
      database.superuser`insert into mandates (city_id, operator_id, number, agreed_on, rights, first_on,
          last_on, state, proposed_by, proposed_at)
        select city_id, operator_id, number, agreed_on, array['final_review'], first_on, last_on, 'proposed',
          proposed_by, proposed_at from mandates limit 1`,
    ).rejects.toMatchObject({ constraint_name: 'mandates_rights_known' });
    const given = new Set<Permission>(
      allMandateRights.flatMap((right) => [...mandateRights[right]]),
    );
    const never =
      /\.(release|decide|refuse|resolve|publish|manage|mark|confirm|end)$|^(audit|ledger|key|settlement|budget|recovery|funder|people|mandate|cap|share|sample|ban)\.|^(redemption|claim)\.verify|^validity\./;
    expect([...given].filter((permission) => never.test(permission))).toEqual([]);
  });
});

async function signIn(email: string): Promise<void> {
  request.sid = null;
  request.sid = await sessionOf(email);
}

async function send(run: typeof enterMandateAction, fields: Record<string, string> = {}) {
  const form = new FormData();
  form.append('idempotencyKey', randomUUID());
  form.append('csrf', await csrfToken());
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // A success leads to the next page, which is an exception here.
  return run({ status: 'idle' }, form).catch((error: unknown) => String(error));
}

/** Lists the permissions that the gate gives to the session at hand, besides everybody's. */
async function granted(): Promise<Permission[]> {
  const mine: Permission[] = [];
  for (const permission of Object.keys(permissions) as Permission[]) {
    if (may(permission, undefined)) continue;
    if ((await authorise(permission)).ok) mine.push(permission);
  }
  return mine.sort();
}

const personal: readonly Permission[] = [
  ...(['account.edit', 'account.read', 'mandate.leave', 'membership.switch'] as const),
  'session.close',
];
const underMandate = (rights: readonly MandateRight[]) =>
  [
    ...new Set<Permission>([...personal, ...rights.flatMap((right) => [...mandateRights[right]])]),
  ].sort();
const atHome = () =>
  (Object.keys(permissions) as Permission[])
    .filter((one) => !may(one, undefined) && may(one, 'operator_staff'))
    .sort();

describe('a session of an agency', () => {
  it.each(allMandateRights)('has with the right %s its permissions and no other', async (right) => {
    const agent = await entrust([right]);
    await signIn('operator1@agency.demo');
    expect(await granted()).toEqual(atHome());
    await send(enterMandateAction, { mandateId: agent.mandate?.id ?? '' });
    expect(await granted()).toEqual(underMandate([right]));
    const actor = await authorise('city.read');
    expect(actor).toMatchObject({ value: { cityId: cityId(), organisationId: null } });
    await send(leaveMandateAction);
    expect(await granted()).toEqual(atHome());
  });

  it('ceases to act where it changes its role, also to the same one', async () => {
    const agent = await entrust(['first_review']);
    await signIn('operator1@agency.demo');
    await send(enterMandateAction, { mandateId: agent.mandate?.id ?? '' });
    const [role] = await database.superuser<{ id: string }[]>`
      select id from memberships where user_id = ${agent.userId}`;
    await as(personOf('operator1@agency.demo'), switchMembership, { membershipId: role?.id ?? '' });
    expect(await granted()).toEqual(atHome());
  });

  it('has the rights of several together', async () => {
    const rights = ['first_review', 'issuing', 'voucher_freezing'] as const;
    const agent = await entrust(rights);
    await signIn('operator1@agency.demo');
    await send(enterMandateAction, { mandateId: agent.mandate?.id ?? '' });
    expect(await granted()).toEqual(underMandate(rights));
  });

  it('loses them at once when the mandate is ended, although it stays open', async () => {
    const agent = await entrust(['first_review']);
    const mandateId = agent.mandate?.id ?? '';
    await signIn('operator1@agency.demo');
    await send(enterMandateAction, { mandateId });
    const state = await cases.submitted();
    expect(await granted()).toContain('case.take');
    await as(official('admin'), endMandate, { mandateId, endReason: '违反保密约定。' });
    expect(await granted()).toEqual(atHome());
    // A request that began before is refused by the database.
    expect(await perform(agent, takeCase, { applicationId: state.id })).toMatchObject({
      code: 'mandate_over',
    });
    await expect(getDesk(actorOf(agent))).rejects.toMatchObject({
      cause: { constraint_name: 'mandates_in_force' },
    });
    const notified = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from notifications n join users u on u.id = n.user_id
      where n.template = 'mandate_ended' and u.email in ('admin@agency.demo', 'operator1@agency.demo')
        and n.values ->> 'reason' = '违反保密约定。'`;
    expect(notified[0]?.n).toBe(2);
    expect(
      await perform(official('admin2'), endMandate, { mandateId, endReason: '再次。' }),
    ).toMatchObject({ code: 'mandate_not_confirmed' });
  });

  it('has none before the first day and none after the last one', async () => {
    await endAll();
    const begun = life.day;
    const term = { firstOn: life.dateOf(begun + 5), lastOn: life.dateOf(begun + 9) };
    const { id: mandateId } = await as(official('admin'), proposeMandate, wish(term));
    await as(official('admin2'), confirmMandate, { mandateId });
    await signIn('operator1@agency.demo');
    const person = personOf('operator1@agency.demo');
    const agent = { ...person, cityId: cityId(), organisationId: null };
    const acts = { ...agent, mandate: { id: mandateId, rights: ['first_review'] as const } };
    const state = await cases.submitted();
    const take = { applicationId: state.id };
    expect(await send(enterMandateAction, { mandateId })).toMatchObject({ status: 'refused' });
    expect(await granted()).toEqual(atHome());
    expect(await perform(acts, takeCase, take)).toMatchObject({ code: 'mandate_over' });
    await life.setDay(begun + 5);
    await send(enterMandateAction, { mandateId });
    expect(await granted()).toEqual(underMandate(['first_review']));
    await life.setDay(begun + 9);
    expect(await granted()).toEqual(underMandate(['first_review']));
    await life.setDay(begun + 10);
    expect(await granted()).toEqual(atHome());
    expect(await perform(acts, takeCase, take)).toMatchObject({ code: 'mandate_over' });
  });

  it('acts for no other city, for no mandate of another agency and not for who left the agency', async () => {
    const agent = await entrust(['first_review']);
    const mandate = agent.mandate ?? { id: '', rights: [] };
    const state = await cases.submitted();
    const elsewhere = { ...agent, cityId: cityId('shenzhen') };
    const take = { applicationId: state.id };
    expect(await perform(elsewhere, takeCase, take)).toMatchObject({ code: 'mandate_over' });
    const stranger = { ...official('reviewer'), mandate };
    expect(await perform(stranger, takeCase, take)).toMatchObject({ code: 'mandate_over' });
    await signIn('operator2@agency.demo');
    await send(enterMandateAction, { mandateId: mandate.id });
    expect(await granted()).toContain('case.take');
    const sid = request.sid ?? '';
    await database.superuser`update memberships set ended_at = app.now()
      where user_id = ${personOf('operator2@agency.demo').userId}`;
    expect(await findSession(sid)).toMatchObject({ role: null, mandate: null, cityId: null });
  });
});

const columns = {
  column_registeredOn: undefined,
  column_signedOn: undefined,
  column_startsOn: undefined,
  column_endsOn: undefined,
  column_chipOrigin: undefined,
  column_purpose: undefined,
  column_otherSupport: undefined,
  column_stated: undefined,
  period: '',
  column_creditCode: 0,
  column_name: 1,
  column_base: 2,
  column_reference: 3,
  column_email: 4,
};

describe('what an agency does', () => {
  let agent: Person;
  let state: CaseState;

  it('is the first check of a case, which another person of the city decides', async () => {
    agent = await entrust(['first_review', 'issuing', 'voucher_freezing']);
    state = await cases.submitted();
    const desk = await getDesk(actorOf(agent));
    expect(desk.waiting.map(({ kind }) => kind)).toContain('toTake');
    expect(desk.figures.money).toBeUndefined();
    await life.take(state, agent);
    const seen = await getCase(actorOf(agent), state.id);
    expect(seen?.acts.map(({ act }) => act)).toEqual(['recommend', 'correct']);
    const refusal = {
      applicationId: state.id,
      reason: '不属于算力费用。',
      noConflict: 'yes' as const,
    };
    await expect(perform(agent, refuseFirst, refusal as never)).rejects.toThrow();
    await life.giveBack(state, agent);
    await life.correct(state);
    await life.recommend(state, agent);
    await life.pass(state);
    await life.publish([state]);
    await life.setDay(life.day + 14);
    await as(agent, proposeIssue, { applicationId: state.id });
  });

  it('is recorded with the person, the agency and the city, wherever it is shown', async () => {
    const who = '张经办（陇上惠企服务中心有限公司，受庆阳市数据局委托）';
    const auditor = actorOf<'audit.read'>(official('auditor'));
    const seen = await getCase(actorOf(official('reviewer')), state.id);
    const finding = seen?.findings[0];
    expect(actingText('zh-CN', finding?.by ?? '', finding?.agency ?? null)).toMatch(
      /^张经办（.+委托）$/,
    );
    expect(seen?.correction?.agency?.name).toBe('陇上惠企服务中心有限公司');
    const [agencies] = [await listAgencies(auditor)];
    const filter = auditFilter.parse({ agency: agencies[0]?.id });
    const { rows } = await listAudit(auditor, filter);
    expect(new Set(rows.map(({ actorName }) => actorName))).toEqual(new Set(['张经办']));
    const shown = rows.map((row) => actorText('zh-CN', row).name);
    expect(shown.every((name) => name.startsWith('张经办（陇上惠企服务中心有限公司，受'))).toBe(
      true,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['issue.proposed', 'application.recommended', 'application.returned']),
    );
    const lines: string[] = [];
    for await (const line of auditLines(auditor, filter, 'zh-CN')) lines.push(line);
    expect(lines.slice(1).every((line) => line.includes('受庆阳市'))).toBe(true);
    expect(who).toContain('受庆阳市');
    const done = await listDoneUnder(
      actorOf(official('admin')),
      agent.mandate?.id ?? '',
      undefined,
    );
    expect(done.rows.map(({ action }) => action)).toContain('application.recommended');
    const steps = await listSteps(actorOf(state.owner), state.id);
    const recommended = steps.find(({ action }) => action === 'application.recommended');
    expect(recommended?.agency && agencyText('zh-CN', recommended.agency)).toMatch(
      /^陇上惠企服务中心有限公司（受庆阳市.+委托）$/,
    );
    expect(recommended?.actorName).toBeNull();
    const letter = await getLetter(actorOf(state.owner), {
      applicationId: state.id,
      kind: 'correction',
    });
    const sheet =
      letter && sheetOf(letter.content, { locale: 'zh-CN', code: letter.code, origin: '' });
    expect(JSON.stringify(sheet?.blocks)).toContain('经办机构');
  });

  it('is in the sealed data of its event, and cannot be left out of it or be put into another', async () => {
    const events = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from audit_events
      where actor_id = ${agent.userId} and action = 'application.recommended'
        and mandate_id::text = data ->> 'mandateId' and mandate_id = ${agent.mandate?.id ?? ''}`;
    expect(events[0]?.n).toBe(1);
    const write = (mandate: string, data: object) =>
      inAgency(
        agent,
        mandate,
        (tx) => tx`insert into audit_events
        (at, actor_id, actor_name, actor_role, action, subject_kind, subject_id, city_id, data)
        values (now(), ${agent.userId}, 'x', 'x', 'x', 'user', ${agent.userId}, ${cityId()}, ${tx.json(data as never)})`,
      );
    const mandateId = agent.mandate?.id ?? '';
    await expect(write(mandateId, {})).rejects.toMatchObject({ code: '42501' });
    await expect(write('', { mandateId })).rejects.toMatchObject({ code: '42501' });
    await write(mandateId, { mandateId });
  });

  it('never decides alone, where the rules let one officer of the city decide', async () => {
    const slug = 'qingyang-alone';
    const service = { ...qingyang2024.rules.service, autoApproveYuan: '100000000' };
    const rules = { service };
    await openOwnProgramme(database, life, { slug, budgetFen: 100_000_000_00n, rules });
    const one = await cases.submitted(slug);
    await life.take(one, agent);
    await life.recommend(one, agent);
    const [row] = await database.superuser<{ state: string }[]>`
      select state from applications where id = ${one.id}`;
    expect(row?.state).toBe('first_passed');
    await life.pass(one);
  });

  it('is refused where it is tied to the applicant, and then changes nothing', async () => {
    const one = await cases.submitted();
    const other = await cases.submitted();
    const take = (which: CaseState) => perform(agent, takeCase, { applicationId: which.id });
    // A colleague of the agent works for the applicant.
    await database.superuser`insert into memberships (user_id, role, organisation_id)
      values (${personOf('admin@agency.demo').userId}, 'member', ${one.owner.organisationId})`;
    expect(await take(one)).toMatchObject({ code: 'mandate_conflict' });
    await database.superuser`insert into organisation_parties (organisation_id, kind, name, credit_code, relation)
      values (${other.owner.organisationId}, 'related', '陇上', ${code}, 'common_controller')`;
    expect(await take(other)).toMatchObject({ code: 'mandate_conflict' });
    const rows = await database.superuser<{ state: string }[]>`
      select state from applications where id in (${one.id}, ${other.id})`;
    expect(rows.map((row) => row.state)).toEqual(['submitted', 'submitted']);
    // The city's own people are not meant.
    await life.take(one);
  });

  it('is the check of a licence and a list of awards, which others release', async () => {
    const helper = await entrust(['licence_check', 'award_lists']);
    const owner = life.world.startups.at(-1)?.owner;
    if (!owner) throw new Error('The base has no start-ups.');
    const licence = new File(['%PDF-1.4\n%%EOF\n'], 'licence.pdf', { type: 'application/pdf' });
    await as(owner, requestVerification, {
      cityId: cityId(),
      licence,
      authorisation: undefined,
    });
    const verificationId = await life.latestVerification(owner);
    const revision = await life.revisionOf(owner);
    await as(helper, verifyOrganisation, { verificationId, revision });
    const programmeId = await addAutomaticProgramme(database.owner, life.world, {
      citySlug: 'qingyang',
    });
    const propose = async (line: string) => {
      const file = await listFile(`信用代码,名称,金额,编号,邮箱\n${line}\n`);
      const { id: importId } = await as(helper, uploadImport, { programmeId, file });
      await as(helper, mapImport, { ...columns, importId });
      return { importId, said: await perform(helper, proposeImport, { importId }) };
    };
    const [tied] = await database.superuser<{ code: string; name: string }[]>`
      select credit_code as code, name from organisations o where exists (select 1 from organisation_parties x
        where x.organisation_id = o.id and x.credit_code = ${code})`;
    const one = await propose(`${tied?.code ?? ''},${tied?.name ?? ''},10000,HT-1,a@example.cn`);
    expect(one.said).toMatchObject({ code: 'mandate_conflict' });
    const other = await propose(`${listedCode(1)},名单企业,10000,HT-2,b@example.cn`);
    expect(other.said).toMatchObject({ ok: true });
    await as(official('finance2'), releaseImport, { importId: other.importId });
    agent = await entrust(['first_review', 'voucher_freezing']);
  });

  it('freezes a voucher with the reason, and without a posting', async () => {
    const { voucherId } = await cases.issued();
    const before = await cases.count('ledger.entries');
    await as(agent, freezeVoucher, { voucherId, reason: '发票存疑。' });
    expect(await cases.count('ledger.entries')).toBe(before);
  });

  it('is recommended once: the same person gives no second finding in another place', async () => {
    const one = await cases.submitted();
    await life.take(one, agent);
    await life.recommend(one, agent);
    const again = {
      applicationId: one.id,
      amountFen: fen(1n),
      reason: '同意。',
      noConflict: 'yes' as const,
    };
    expect(await perform(agent, recommendCase, again)).toMatchObject({ code: 'already_decided' });
  });
});

/** Runs SQL as the portal's role would under a mandate, without the code's own conditions. */
const inAgency = (agent: Person, mandate: string, work: (tx: TransactionSql) => Promise<unknown>) =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.user', ${agent.userId}, true), set_config('app.city', ${agent.cityId ?? ''}, true),
      set_config('app.organisation', '', true), set_config('app.mandate', ${mandate}, true)`;
    return work(tx);
  });

describe('the database, under a mandate', () => {
  let agent: Person;
  const wall = (work: (tx: TransactionSql) => Promise<unknown>) =>
    inAgency(agent, agent.mandate?.id ?? '', work).then(
      (result) => (result as { count: number }).count,
      (error: unknown) => (error as { code?: string }).code,
    );

  it('refuses approvals, refusals, releases and rights, whatever the code allows', async () => {
    agent = await entrust(allMandateRights);
    const state = await cases.recommended();
    const { voucherId } = await cases.issued();
    const here = cityId();
    for (const next of ['final_passed', 'approved', 'rejected', 'issued', 'publicised']) {
      const move = wall((tx) => tx`update applications set state = ${next} where id = ${state.id}`);
      expect(await move, next).toBe('42501');
    }
    expect(
      await wall(
        (tx) => tx`insert into reviews (application_id, city_id, stage, outcome, reason,
          no_conflict_declared, reviewer_id, at)
        values (${state.id}, ${here}, 'final', 'pass', 'x', true, ${agent.userId}, now())`,
      ),
    ).toBe('42501');
    expect(
      await wall(
        (tx) => tx`insert into memberships (user_id, role, city_id)
        values (${agent.userId}, 'approver', ${here})`,
      ),
    ).toBe('42501');
    expect(
      await wall(
        (
          tx,
        ) => tx`update mandates set state = 'ended', ended_by = ${agent.userId}, ended_at = now(),
        end_reason = 'x' where id = ${agent.mandate?.id ?? ''}`,
      ),
    ).toBe('42501');
    expect(
      await wall((tx) => tx`update vouchers set state = 'revoked' where id = ${voucherId}`),
    ).toBe('42501');
    for (const table of [
      'programmes',
      'rounds',
      'programme_versions',
      'bans',
      'settlement_batches',
    ]) {
      const changed = await wall((tx) =>
        tx.unsafe(`update ${table} set city_id = city_id where city_id = '${here}'`),
      );
      expect([0, '42501'], table).toContain(changed);
    }
  });

  it('posts nothing to the ledger', async () => {
    await expect(
      database.superuser.begin(async (tx) => {
        await tx`set local role suanquan_engine`;
        await tx`select set_config('app.mandate', ${agent.mandate?.id ?? ''}, true)`;
        await tx`insert into ledger.entries (city_id, kind, amount_fen, account_id, client_id, idempotency_key,
            fingerprint, outcome, at)
          select city_id, 'hold', 1, id, ${agent.userId}, 'key', 'print', 'posted', now() from ledger.accounts limit 1`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('shows what the city sees and nothing of another city', async () => {
    for (const table of ['applications', 'vouchers', 'audit_events', 'reviews']) {
      const rows = await inAgency(agent, agent.mandate?.id ?? '', (tx) =>
        tx.unsafe(`select distinct city_id from ${table}`),
      );
      expect(rows, table).toEqual([{ city_id: cityId() }]);
    }
  });

  it('shows everybody which mandates are in force, and nobody else what is only proposed', async () => {
    await as(official('admin', 'nanning'), proposeMandate, wish());
    const seen = await database.app<{ state: string }[]>`select distinct state from mandates`;
    expect(seen.map(({ state }) => state).sort()).toEqual(['confirmed', 'ended']);
    const acting = await listActingAgencies(actorOf(null), 'qingyang');
    expect(acting).toMatchObject([{ agency: { name: '陇上惠企服务中心有限公司' } }]);
    expect(await listActingAgencies(actorOf(null), 'nanning')).toEqual([]);
    const own = await listOwnMandates(actorOf(personOf('admin@agency.demo')));
    expect(own.filter(({ standing }) => standing === 'in_force')).toHaveLength(1);
    expect(own.some(({ standing }) => standing === 'proposed')).toBe(false);
  });

  it('lets nobody choose a mandate in somebody else’s session', async () => {
    const [mine] = await database.superuser<{ id_hash: string }[]>`
      select id_hash from acting_sessions where user_id = ${agent.userId} limit 1`;
    const seen = await inAgency(
      { ...agent, userId: official('manager').userId },
      '',
      (tx) => tx`select 1 from acting_sessions where id_hash = ${mine?.id_hash ?? ''}`,
    );
    expect(seen).toHaveLength(0);
  });
});

describe('the end of a mandate', () => {
  /** Lists who was told of the end of a mandate that lasts until a day. */
  const told = async (lastOn: IsoDate) => {
    const rows = await database.superuser<{ told: string }[]>`
      select n.template || ' ' || u.email as told from notifications n join users u on u.id = n.user_id
      where n.template in ('mandate_ending', 'own_mandate_ending')
        and ((n.values ->> 'due')::timestamptz at time zone 'Asia/Shanghai')::date = ${lastOn}`;
    return rows.map((row) => row.told).sort();
  };

  it('is told to both thirty and seven days before, once each, and not for one that was ended', async () => {
    await entrust(['case_reading'], 'qingyang', 40);
    const begun = life.day;
    const lastOn = life.dateOf(begun + 40);
    const remindAll = () => executeSweep(cityId(), remind);
    await remindAll();
    expect(await told(lastOn)).toEqual([]);
    await life.setDay(begun + 10);
    await remindAll();
    await remindAll();
    expect(await told(lastOn)).toEqual([
      ...['mandate_ending admin2@qingyang.demo', 'mandate_ending admin@qingyang.demo'],
      ...['own_mandate_ending admin@agency.demo', 'own_mandate_ending operator1@agency.demo'],
    ]);
    await life.setDay(begun + 33);
    await remindAll();
    expect(await told(lastOn)).toHaveLength(8);
    await endAll();
    await entrust(['case_reading'], 'qingyang', 20);
    await endAll();
    await life.setDay(begun + 46);
    await remindAll();
    expect(await told(life.dateOf(begun + 53))).toEqual([]);
  });
});

describe('a person', () => {
  const give = (userId: string, role: string, place: object) =>
    database.superuser`insert into memberships ${database.superuser({ user_id: userId, role, ...place })}`;

  it('is never an official and somebody of an agency at once', async () => {
    const agency = { organisation_id: personOf('operator1@agency.demo').organisationId };
    const apart = { constraint_name: 'memberships_agencies_apart' };
    await expect(
      give(personOf('operator1@agency.demo').userId, 'approver', { city_id: cityId('nanning') }),
    ).rejects.toMatchObject(apart);
    await expect(give(official('approver').userId, 'operator_staff', agency)).rejects.toMatchObject(
      apart,
    );
    const person = official('auditor', 'nanning').userId;
    await database.superuser`update memberships set ended_at = app.now() where user_id = ${person}`;
    await give(person, 'operator_staff', agency);
  });
});
