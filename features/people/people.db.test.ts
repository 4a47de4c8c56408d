import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBase, type Person, type World } from '@/demo/base';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { actorOf, perform } from '@/demo/act';
import { request } from '@/db/testing/request';
import { sessionOf, signIn, signUp } from '@/db/testing/sign-in';
import { authorise } from '@/server/gate';
import { findSession, hashSessionId } from '@/server/session';
import { registerOrganisation } from '@/features/organisations/registration-commands';
import { endMembership } from './commands';
import {
  acceptInvitation,
  appointCityAdmin,
  inviteColleague,
  inviteOfficial,
} from './invitation-commands';
import {
  findInvitation,
  listColleagues,
  listMyPlaces,
  listOfficials,
  listSessions,
} from './queries';
import { closeSession, revokeSession, switchMembership } from './session-commands';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

beforeEach(async () => {
  request.sid = null;
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  await database.superuser`delete from sign_in_attempts`;
});

function known(email: string): Person {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is called ${email}.`);
  return found;
}

const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

let accounts = 0;
async function newAccount(
  email = `person${(accounts += 1)}@example.cn`,
): Promise<Person & { sid: string }> {
  const opened = await signUp({
    name: '新用户',
    email,
    password: 'a password that is long enough',
    accepted: 'on',
    next: '',
  });
  if (!opened.ok) throw new Error(opened.code);
  const [row] = await database.superuser<
    { id: string }[]
  >`select id from users where email = ${email}`;
  return {
    userId: row?.id ?? '',
    name: '新用户',
    role: 'member',
    cityId: null,
    organisationId: null,
    sid: opened.value.sid,
  };
}

describe('signing up', () => {
  it('makes an account, signs it in, and keeps neither password nor session id', async () => {
    const person = await newAccount('first@example.cn');
    expect(await findSession(person.sid)).toMatchObject({
      userId: person.userId,
      email: 'first@example.cn',
      role: null,
    });
    const [user] =
      await database.superuser`select password_hash from users where id = ${person.userId}`;
    expect(user?.password_hash).toMatch(/^\$argon2id\$/);
    const [session] =
      await database.superuser`select id_hash, device from sessions where user_id = ${person.userId}`;
    expect(session).toEqual({ id_hash: hashSessionId(person.sid), device: 'a browser' });
    expect(hashSessionId(person.sid)).not.toBe(person.sid);
  });

  it('returns only to a page of this site', async () => {
    const to = async (next: string) => {
      const opened = await signUp({
        name: '新用户',
        email: `next${(accounts += 1)}@example.cn`,
        password: 'a password that is long enough',
        accepted: 'on',
        next,
      });
      return opened.ok ? opened.value.home : opened.code;
    };
    expect(await to('/programmes?x=1')).toBe('/programmes?x=1');
    for (const away of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) {
      expect(await to(away), away).toBe('/register-organisation');
    }
  });

  it('reports an address that is taken, and counts the request: at most twenty an hour', async () => {
    await newAccount('taken@example.cn');
    await database.superuser`delete from sign_in_attempts`;
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 21; n += 1) {
      const answer = await signUp({
        name: '探路人',
        email: 'taken@example.cn',
        password: 'a password that is long enough',
        accepted: 'on',
        next: '',
      });
      codes.push(codeOf(answer));
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'email_taken'));
    expect(codes[20]).toBe('too_many_this_hour');
    request.headers.set('x-forwarded-for', '198.51.100.9');
    expect((await newAccount()).userId).not.toBe('');
  });

  it('counts twenty that come at the same moment as it counts them one by one', async () => {
    await newAccount('taken2@example.cn');
    await database.superuser`delete from sign_in_attempts`;
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        return signUp({
          name: '探路人',
          email: 'taken2@example.cn',
          password: `a password that is long enough ${n}`,
          accepted: 'on',
          next: '',
        });
      }),
    );
    expect(all.filter((answer) => codeOf(answer) === 'email_taken')).toHaveLength(20);
    expect(all.filter((answer) => answer.ok)).toEqual([]);
  });

  it('counts a network of IPv6 addresses as one sender', async () => {
    for (let n = 0; n < 20; n += 1) {
      request.headers.set('x-forwarded-for', `2001:db8:1:2::${n.toString(16)}`);
      await newAccount();
    }
    request.headers.set('x-forwarded-for', '2001:db8:1:2:ffff::1');
    await expect(newAccount()).rejects.toThrow('too_many_this_hour');
    request.headers.set('x-forwarded-for', '2001:db8:1:3::1');
    expect((await newAccount()).userId).not.toBe('');
  });

  it('accepts no address of the demonstration', async () => {
    await expect(newAccount('new@startup.demo')).rejects.toThrow('email_reserved');
  });

  it('takes the address from the last proxy, not from the header of the sender', async () => {
    for (let n = 0; n < 20; n += 1) {
      request.headers.set('x-forwarded-for', `10.0.0.${n}, 203.0.113.7`);
      await newAccount();
    }
    request.headers.set('x-forwarded-for', '10.9.9.9, 203.0.113.7');
    await expect(newAccount()).rejects.toThrow('too_many_this_hour');
  });
});

describe('a session', () => {
  const openFor = sessionOf;
  const email = 'approver@qingyang.demo';
  const events = async () =>
    (await database.superuser`select count(*)::integer as n from audit_events`)[0]?.n as number;

  it('ends at once when its owner signs out of that device, and no other does', async () => {
    const me = known('approver@qingyang.demo');
    const [here, there] = [
      await openFor('approver@qingyang.demo'),
      await openFor('approver@qingyang.demo'),
    ];
    expect(await listSessions(actorOf(me))).toHaveLength(2);
    await perform(me, revokeSession, { idHash: hashSessionId(there) });
    expect(await findSession(there)).toBeNull();
    expect(await findSession(here)).not.toBeNull();
    expect(await listSessions(actorOf(me))).toHaveLength(1);
    request.sid = here;
    await perform(me, closeSession, undefined);
    expect(await authorise('account.read')).toMatchObject({ code: 'sign_in_needed' });
  });

  it('cannot be ended or seen by another user', async () => {
    const sid = await openFor('approver2@qingyang.demo');
    const stranger = known('approver@qingyang.demo');
    const before = await events();
    const foreign = await perform(stranger, revokeSession, { idHash: hashSessionId(sid) });
    expect(codeOf(foreign)).toBe('session_unknown');
    expect(await events()).toBe(before);
    expect(await findSession(sid)).not.toBeNull();
    const mine = await listSessions(actorOf(known('approver@qingyang.demo')));
    expect(mine.map(({ idHash }) => idHash)).not.toContain(hashSessionId(sid));
  });

  it('that is gone, has run out or never was cannot be ended, and nothing is recorded', async () => {
    const me = known('approver@qingyang.demo');
    const [gone, over] = [await openFor(email), await openFor(email)].map(hashSessionId);
    const revoke = async (idHash = '') => codeOf(await perform(me, revokeSession, { idHash }));
    expect(await revoke(gone)).toBe('done');
    await database.superuser`update sessions set expires_at = now() where id_hash = ${over ?? ''}`;
    const before = await events();
    for (const idHash of [gone, over, 'nonsense', '0'.repeat(64)]) {
      expect(await revoke(idHash)).toBe('session_unknown');
    }
    expect(await events()).toBe(before);
  });

  it('ends when the same browser signs in again, as any user', async () => {
    const [first, elsewhere] = [await openFor(email), await openFor(email)];
    request.sid = first;
    const second = await openFor(email);
    expect(await findSession(first)).toBeNull();
    request.sid = second;
    await openFor('approver2@qingyang.demo');
    expect(await findSession(second)).toBeNull();
    expect(await findSession(elsewhere)).not.toBeNull();
    const closed = await database.superuser`select actor_id from audit_events
      where action = 'session.closed' order by at desc, id desc limit 2`;
    expect(new Set(closed.map((event) => event.actor_id as string))).toEqual(
      new Set([known(email).userId]),
    );
  });

  it('can switch to another role of the same user, and never to another user’s role', async () => {
    const me = known('finance1@qingyang.demo');
    request.sid = await openFor('finance1@qingyang.demo');
    const [own] = await database.superuser<
      { id: string }[]
    >`insert into memberships (user_id, role, city_id)
      values (${me.userId}, 'auditor', ${world.cities.get('shenzhen') ?? ''}) returning id`;
    const [foreign] = await database.superuser<{ id: string }[]>`select id from memberships
      where user_id = ${known('admin@shenzhen.demo').userId}`;
    expect(codeOf(await perform(me, switchMembership, { membershipId: foreign?.id ?? '' }))).toBe(
      'membership_unknown',
    );
    expect(await perform(me, switchMembership, { membershipId: own?.id ?? '' })).toMatchObject({
      value: { home: '/city' },
    });
    expect(await findSession(request.sid)).toMatchObject({
      role: 'auditor',
      cityId: world.cities.get('shenzhen'),
    });
    expect(await listMyPlaces(actorOf(me))).toHaveLength(2);
  });
});

describe('an invitation', () => {
  async function invited(email: string): Promise<string> {
    const outcome = await perform(known('owner@startup.demo'), inviteColleague, {
      email,
      role: 'member',
      endsOn: undefined,
    });
    expect(outcome.ok).toBe(true);
    return tokenFor(email);
  }

  async function tokenFor(email: string): Promise<string> {
    const [mail] = await database.superuser<
      { values: { path: string } }[]
    >`select "values" from mails
      where recipient = ${email} and template = 'invitation' order by id desc limit 1`;
    return mail?.values.path.replace('/invitations/', '') ?? '';
  }

  const accept = (person: Person, token: string) => perform(person, acceptInvitation, { token });

  it('is accepted once, by the address it was sent to', async () => {
    const guest = await newAccount('guest@example.cn');
    const token = await invited('guest@example.cn');
    expect(await findInvitation(token)).toMatchObject({ role: 'member', usable: true });
    const stranger = await newAccount();
    expect(codeOf(await accept(stranger, token))).toBe('invitation_unusable');
    expect(await findInvitation(token)).toMatchObject({ usable: true });

    request.sid = guest.sid;
    expect(await accept(guest, token)).toMatchObject({ ok: true, value: { home: '/startup' } });
    expect(await findSession(guest.sid)).toMatchObject({
      role: 'member',
      organisationId: known('owner@startup.demo').organisationId,
    });
    expect(codeOf(await accept(guest, token))).toBe('invitation_unusable');
    expect(await findInvitation(token)).toMatchObject({ usable: false });
    const colleagues = await listColleagues(actorOf(known('owner@startup.demo')));
    expect(colleagues.map(({ email }) => email)).toContain('guest@example.cn');
  });

  it('is accepted by only one of two users at the same moment', async () => {
    const guest = await newAccount('twice@example.cn');
    const token = await invited('twice@example.cn');
    const answers = await Promise.all([
      accept(guest, token),
      accept(guest, token),
      accept(guest, token),
    ]);
    expect(answers.map(codeOf).sort()).toEqual([
      'done',
      'invitation_unusable',
      'invitation_unusable',
    ]);
  });

  it('ends after 72 hours', async () => {
    const guest = await newAccount('late@example.cn');
    const token = await invited('late@example.cn');
    const later = new Date(testStart.getTime() + 73 * 3_600_000);
    await setClock(database.superuser, later);
    expect(await findInvitation(token)).toMatchObject({ usable: false });
    expect(codeOf(await accept(guest, token))).toBe('invitation_unusable');
    await setClock(database.superuser, testStart);
    expect(codeOf(await accept(guest, token))).toBe('done');
  });

  it('is stored as a hash, and an unknown one reveals nothing', async () => {
    const token = await invited('hashed@example.cn');
    const rows = await database.superuser`select 1 from invitations where token_hash = ${token}`;
    expect(rows).toHaveLength(0);
    expect(await findInvitation(`${token}x`)).toBeNull();
  });

  it('gives no role that the inviter may not give', async () => {
    const refusedTo = async (
      email: string,
      command: typeof inviteColleague,
      role: 'finance' | 'member',
    ) => {
      const input = { email: 'x@example.cn', role, endsOn: undefined };
      return codeOf(await perform(known(email), command, input));
    };
    expect(await refusedTo('owner@startup.demo', inviteColleague, 'finance')).toBe(
      'role_not_yours',
    );
    expect(await refusedTo('finance@vendor.demo', inviteColleague, 'member')).toBe(
      'role_not_yours',
    );
    const admin = known('admin@qingyang.demo');
    for (const role of ['owner', 'vendor_finance', 'platform_admin'] as const) {
      const outcome = await perform(admin, inviteOfficial, { email: 'x@example.cn', role });
      expect(codeOf(outcome), role).toBe('role_not_yours');
    }
  });

  it('is not possible for a city that does not exist', async () => {
    const platform = known('platform@suanquan.demo');
    const nowhere = { email: 'admin@example.cn', cityId: '00000000-0000-4000-8000-000000000000' };
    expect(codeOf(await perform(platform, appointCityAdmin, nowhere))).toBe('city_unknown');
  });

  it('gives a city its first administrator, who invites the others', async () => {
    const cityId = world.cities.get('nanning') ?? '';
    const admin = await newAccount('admin@example.cn');
    await perform(known('platform@suanquan.demo'), appointCityAdmin, {
      email: 'admin@example.cn',
      cityId,
    });
    expect(codeOf(await accept(admin, await tokenFor('admin@example.cn')))).toBe('done');
    const official = await newAccount('official@example.cn');
    const asAdmin = { ...admin, role: 'city_admin' as const, cityId };
    await perform(asAdmin, inviteOfficial, { email: 'official@example.cn', role: 'reviewer' });
    expect(codeOf(await accept(official, await tokenFor('official@example.cn')))).toBe('done');
    const officials = await listOfficials(actorOf(asAdmin));
    expect(officials.find(({ email }) => email === 'official@example.cn')).toMatchObject({
      role: 'reviewer',
    });
  });
});

describe('ending a membership', () => {
  const membershipOf = async (email: string) => {
    const [row] = await database.superuser<{ id: string }[]>`select m.id from memberships m
      join users u on u.id = m.user_id where u.email = ${email} order by m.id limit 1`;
    return row?.id ?? '';
  };

  it('takes the role from an open session at once', async () => {
    const opened = await signIn('reviewer2@shenzhen.demo');
    request.sid = opened.ok ? opened.value.sid : '';
    expect((await authorise('case.take')).ok).toBe(true);
    const membershipId = await membershipOf('reviewer2@shenzhen.demo');
    expect(
      codeOf(await perform(known('admin@shenzhen.demo'), endMembership, { membershipId })),
    ).toBe('done');
    expect(await authorise('case.take')).toMatchObject({ code: 'not_allowed' });
  });

  it.each([
    ['one’s own', 'admin@qingyang.demo'],
    ['an official’s of another city', 'reviewer@shenzhen.demo'],
    ['a start-up’s member’s', 'member@startup.demo'],
  ])('does not end %s', async (_, email) => {
    const membershipId = await membershipOf(email);
    const outcome = await perform(known('admin@qingyang.demo'), endMembership, { membershipId });
    expect(codeOf(outcome)).toBe('membership_unknown');
    const [row] =
      await database.superuser`select ended_at from memberships where id = ${membershipId}`;
    expect(row?.ended_at).toBeNull();
  });
});

describe('an organisation', () => {
  const details = {
    creditCode: '91350100M000100Y43' as never,
    name: '新设算力有限公司',
    applicantType: 'enterprise' as const,
    region: '甘肃省庆阳市',
    address: '科技路 1 号',
    registeredOn: '2020-01-01',
    legalRepresentative: '张三',
    contactName: '李四',
    contactPhone: '13800138000',
  };

  it('is registered by the person who is then responsible for it', async () => {
    const founder = await newAccount();
    request.sid = founder.sid;
    const outcome = await perform(founder, registerOrganisation, { ...details, kind: 'vendor' });
    expect(outcome).toMatchObject({ ok: true, value: { home: '/vendor' } });
    expect(await findSession(founder.sid)).toMatchObject({ role: 'vendor_finance' });
  });

  it('is not registered with a day in the future', async () => {
    const founder = await newAccount();
    const future = { ...details, kind: 'startup' as const, registeredOn: '2999-01-01' };
    expect(await perform(founder, registerOrganisation, future)).toMatchObject({
      code: 'registered_in_future',
      field: 'registeredOn',
    });
  });
});
