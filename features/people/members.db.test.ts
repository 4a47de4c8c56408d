import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type Person, type World } from '@/demo/base';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { findMissingNotifications } from '@/db/testing/missing-notifications';
import { request } from '@/db/testing/request';
import { sessionOf } from '@/db/testing/sign-in';
import { getPart } from '@/features/organisations/part-queries';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { notify } from '@/features/notifications/commands';
import { addDays, startOfDay } from '@/lib/dates';
import { authorise, executeSweep } from '@/server/gate';
import { findSession } from '@/server/session';
import { done } from '@/lib/result';
import type { Role } from '@/lib/roles';
import {
  acceptInvitation,
  inviteColleague,
  renewInvitation,
  revokeInvitation,
} from './invitation-commands';
import { changeRole, endColleague, handOver, leaveOrganisation } from './member-commands';
import { findInvitation, listColleagues, listInvitations, listMyPlaces } from './queries';
import { switchMembership } from './session-commands';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

let database: TestDatabase;
let world: World;
let startups = 1;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());
beforeEach(async () => {
  request.sid = null;
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.8', 'user-agent': 'a browser' });
  await setClock(database.superuser, testStart);
});

function known(email: string): Person {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is called ${email}.`);
  return found;
}

/** Returns a start-up that no other test has used, with its two people. */
function another() {
  startups += 1;
  const slug = `startup${startups}`;
  return { owner: known(`owner@${slug}.demo`), member: known(`member@${slug}.demo`), slug };
}

const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

async function membershipOf(person: Person): Promise<string> {
  const [row] = await database.superuser<{ id: string }[]>`select id from memberships
    where user_id = ${person.userId} and organisation_id = ${person.organisationId} and ended_at is null`;
  return row?.id ?? '00000000-0000-0000-0000-000000000000';
}

const rolesIn = async (person: Person) => {
  const rows = await database.superuser<{ role: string }[]>`select role from memberships
    where organisation_id = ${person.organisationId} and ended_at is null order by role`;
  return rows.map(({ role }) => role);
};

/** Returns what a person was notified of last, on the portal and by mail. */
async function lastNotification({ userId }: Person) {
  const [notification] = await database.superuser`select template from notifications
    where user_id = ${userId} order by id desc limit 1`;
  const [mail] = await database.superuser`select m.template from mails m
    join users u on u.email = m.recipient where u.id = ${userId} order by m.id desc limit 1`;
  return {
    notification: notification?.template as unknown,
    mail: mail?.template as unknown,
  };
}

const both = (template: string) => ({ notification: template, mail: template });

const today = testDay;
const change = async (by: Person, whom: Person, role: Role, endsOn?: string) =>
  perform(by, changeRole, { membershipId: await membershipOf(whom), role, endsOn });

const moveClock = (days: number) =>
  setClock(database.superuser, new Date(testStart.getTime() + days * 86_400_000));

describe('the last owner', () => {
  it('can neither leave, be demoted, nor be ended', async () => {
    const { owner, member } = another();
    expect(codeOf(await perform(owner, leaveOrganisation, undefined))).toBe('owner_last');
    expect(codeOf(await change(owner, owner, 'member'))).toBe('owner_last');
    expect(codeOf(await change(owner, owner, 'viewer', '2099-01-01'))).toBe('owner_last');
    expect(
      codeOf(await perform(owner, endColleague, { membershipId: await membershipOf(owner) })),
    ).toBe('membership_unknown');
    expect(await rolesIn(owner)).toEqual(['member', 'owner']);
    expect(codeOf(await perform(member, leaveOrganisation, undefined))).toBe('done');
  });

  it('remains when two leave at the same instant', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { owner, member } = another();
      expect(codeOf(await change(owner, member, 'owner'))).toBe('done');
      const second: Person = { ...member, role: 'owner' };
      const answers = await Promise.all([
        perform(owner, leaveOrganisation, undefined),
        perform(second, leaveOrganisation, undefined),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(['done', 'owner_last']);
      expect(await rolesIn(owner)).toEqual(['owner']);
    }
  });

  it('remains when two demote each other at the same instant', async () => {
    const { owner, member } = another();
    await change(owner, member, 'owner');
    const second: Person = { ...member, role: 'owner' };
    const answers = await Promise.all([
      change(owner, second, 'member'),
      change(second, owner, 'member'),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['done', 'membership_unknown']);
    expect(await rolesIn(owner)).toEqual(['member', 'owner']);
  });

  it('remains whatever is written to the database, also by two transactions at once', async () => {
    const { owner, member } = another();
    await change(owner, member, 'owner');
    const end = (person: Person) =>
      database.app.begin(async (tx) => {
        await tx`select set_config('app.organisation', ${person.organisationId ?? ''}, true)`;
        await tx`update memberships set ended_at = app.now() where user_id = ${person.userId}`;
        await tx`select pg_sleep(0.05)`;
      });
    const answers = await Promise.allSettled([end(owner), end(member)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ constraint_name: 'memberships_last_owner' });
    expect(await rolesIn(owner)).toEqual(['owner']);
  });

  it('of a vendor is the one responsible for its account', async () => {
    const finance = known('finance@vendor.demo');
    expect(codeOf(await perform(finance, leaveOrganisation, undefined))).toBe('owner_last');
    expect(codeOf(await change(finance, finance, 'vendor_operator'))).toBe('owner_last');
  });
});

describe('handing over', () => {
  it('makes the colleague owner in one step, and the owner a member, on open sessions too', async () => {
    const { owner, member, slug } = another();
    request.sid = await sessionOf(`owner@${slug}.demo`);
    const outcome = await perform(owner, handOver, {
      membershipId: await membershipOf(member),
      then: 'stay',
    });
    expect(outcome).toMatchObject({
      value: { to: '/startup/organisation/members?done=stepped_down' },
    });
    expect(await findSession(request.sid)).toMatchObject({ role: 'member' });
    expect(await authorise('member.manage')).toMatchObject({ code: 'not_allowed' });
    expect(await rolesIn(owner)).toEqual(['member', 'owner']);
    expect(await lastNotification(member)).toEqual(both('ownership_received'));
    const { missing, actions } = await findMissingNotifications(database);
    expect([missing, actions]).toEqual([[], new Set(['ownership.handed_over'])]);
  });

  it('and leaving leaves the colleague alone in charge', async () => {
    const { owner, member, slug } = another();
    const sid = await sessionOf(`owner@${slug}.demo`);
    const input = { membershipId: await membershipOf(member), then: 'leave' as const };
    expect(await perform(owner, handOver, input)).toMatchObject({
      value: { to: '/settings?done=handed_over' },
    });
    expect(await findSession(sid)).toMatchObject({ role: null, organisationId: null });
    expect(await rolesIn(owner)).toEqual(['owner']);
  });

  it('goes neither to a viewer, nor to oneself, nor to somebody of another organisation', async () => {
    const { owner, member } = another();
    await change(owner, member, 'viewer', addDays(today, 10));
    const to = async (person: Person) =>
      codeOf(
        await perform(owner, handOver, { membershipId: await membershipOf(person), then: 'leave' }),
      );
    expect(await to(member)).toBe('successor_unfit');
    expect(await to(owner)).toBe('successor_unfit');
    expect(await to(known('owner@startup.demo'))).toBe('membership_unknown');
    expect(await rolesIn(owner)).toEqual(['owner', 'viewer']);
  });
});

describe('a colleague', () => {
  it('of another organisation can be neither changed nor ended', async () => {
    const { owner } = another();
    const stranger = known('member@startup.demo');
    expect(codeOf(await change(owner, stranger, 'owner'))).toBe('membership_unknown');
    const membershipId = await membershipOf(stranger);
    expect(codeOf(await perform(owner, endColleague, { membershipId }))).toBe('membership_unknown');
    expect(await rolesIn(stranger)).toEqual(['member', 'owner', 'viewer']);
  });

  it('becomes nothing that a start-up does not have', async () => {
    const { owner, member } = another();
    for (const role of ['vendor_finance', 'manager', 'platform_admin'] as const) {
      expect(codeOf(await change(owner, member, role)), role).toBe('role_not_yours');
    }
  });

  it('whose role is ended loses access at once, is notified, and may be invited again', async () => {
    const { owner, member, slug } = another();
    const sid = await sessionOf(`member@${slug}.demo`);
    await perform(owner, endColleague, { membershipId: await membershipOf(member) });
    expect(await findSession(sid)).toMatchObject({ role: null, organisationId: null });
    expect(await listMyPlaces(actorOf(member))).toEqual([]);
    const email = `member@${slug}.demo`;
    expect(await lastNotification(member)).toEqual(both('membership_ended'));
    const again = { email, role: 'owner' as const, endsOn: undefined };
    expect(codeOf(await perform(owner, inviteColleague, again))).toBe('done');
    expect(codeOf(await perform(member, acceptInvitation, { token: await tokenFor(email) }))).toBe(
      'done',
    );
    expect(await rolesIn(owner)).toEqual(['owner', 'owner']);
  });
});

describe('a role that ends by itself', () => {
  it('must end for a viewer, may for a member, cannot for an owner, and not in the past', async () => {
    const { owner, member } = another();
    expect(await change(owner, member, 'viewer')).toMatchObject({
      code: 'end_missing',
      field: 'endsOn',
    });
    expect(codeOf(await change(owner, member, 'owner', '2099-01-01'))).toBe('end_not_for_role');
    expect(codeOf(await change(owner, member, 'viewer', addDays(today, -1)))).toBe('end_past');
    expect(codeOf(await change(owner, member, 'member', addDays(today, 2)))).toBe('done');
    await expect(
      database.superuser`update memberships set role = 'viewer', ends_at = null
        where user_id = ${member.userId}`,
    ).rejects.toMatchObject({ constraint_name: 'memberships_end_fits_role' });
  });

  it('lasts to the end of its last day, and then the session is without a place', async () => {
    const { owner, member, slug } = another();
    await change(owner, member, 'viewer', addDays(today, 2));
    const sid = await sessionOf(`member@${slug}.demo`);
    expect(await findSession(sid)).toMatchObject({ role: 'viewer' });
    await moveClock(2);
    expect(await findSession(sid)).toMatchObject({ role: 'viewer' });
    await moveClock(3);
    expect(await findSession(sid)).toMatchObject({ role: null, organisationId: null });
    request.sid = sid;
    expect(await authorise('startup.read')).toMatchObject({ code: 'not_allowed' });
    expect(
      codeOf(await perform(member, switchMembership, { membershipId: await membershipOf(member) })),
    ).toBe('membership_unknown');
    expect(await listMyPlaces(actorOf(member))).toEqual([]);
    const colleagues = await listColleagues(actorOf(owner));
    expect(colleagues.map(({ email }) => email)).toEqual([`owner@${slug}.demo`]);
    expect((await findSession(await sessionOf(`member@${slug}.demo`)))?.role).toBeNull();
  });

  it('gets no mails any more', async () => {
    const { owner, member, slug } = another();
    await change(owner, member, 'member', addDays(today, 1));
    const organisationId = owner.organisationId ?? '';
    const write = () =>
      executeSweep(known('manager@qingyang.demo').cityId ?? '', async ({ tx }) => {
        await notify(tx, { organisationId, roles: ['member'] }, 'application_expired', {
          reference: 'QY-1',
          title: '',
          titleEn: '',
          path: '/x',
        });
        return done(null);
      });
    const count = async () => {
      const [row] = await database.superuser<{ n: number }[]>`select count(*)::int as n from mails
        where recipient = ${`member@${slug}.demo`} and template = 'application_expired'`;
      return row?.n;
    };
    await write();
    expect(await count()).toBe(1);
    await moveClock(2);
    await write();
    expect(await count()).toBe(1);
  });
});

describe('a second role at a vendor that has ended by itself', () => {
  const finance = () => known('finance@vendor.demo');
  const operator = () => known('operator@vendor.demo');
  const held = async () =>
    database.superuser`select role from memberships where user_id = ${operator().userId}
      and organisation_id = ${operator().organisationId} and ended_at is null order by role`.then(
      (rows) => rows.map(({ role }) => String(role)),
    );
  /** Gives the operator both roles, one of which is over. */
  const withEnded = async (ended: Role, other: Role) => {
    await database.superuser`update memberships set ended_at = app.now()
      where user_id = ${operator().userId} and ended_at is null`;
    await database.superuser`insert into memberships (user_id, role, organisation_id, ends_at)
      select ${operator().userId}, x.role, ${operator().organisationId}, x.ends_at
      from (values (${ended}, app.now() - interval '1 day'), (${other}, null)) as x(role, ends_at)`;
    const [row] = await database.superuser<{ id: string }[]>`select id from memberships
      where user_id = ${operator().userId} and role = ${other} and ended_at is null`;
    return row?.id ?? '';
  };

  it('prevents no change of role', async () => {
    const membershipId = await withEnded('vendor_operator', 'vendor_finance');
    const input = { membershipId, role: 'vendor_operator' as const, endsOn: undefined };
    expect(codeOf(await perform(finance(), changeRole, input))).toBe('done');
    expect(await held()).toEqual(['vendor_operator']);
  });

  it('does not prevent handing over', async () => {
    const membershipId = await withEnded('vendor_operator', 'vendor_finance');
    // The successor is already responsible. The previous owner's second role is what could prevent the
    // change.
    await database.superuser`insert into memberships (user_id, role, organisation_id, ends_at)
      values (${finance().userId}, 'vendor_operator', ${finance().organisationId ?? ''},
        app.now() - interval '1 day')`;
    const input = { membershipId, then: 'stay' as const };
    expect(codeOf(await perform(finance(), handOver, input))).toBe('done');
    const [row] = await database.superuser`select count(*)::int as n from memberships
      where user_id = ${finance().userId} and ended_at is null`;
    expect(row?.n).toBe(1);
  });
});

async function tokenFor(email: string): Promise<string> {
  const [mail] = await database.superuser<{ values: { path: string } }[]>`select "values"
    from mails where recipient = ${email} and template = 'invitation' order by id desc limit 1`;
  return mail?.values.path.replace('/invitations/', '') ?? '';
}

describe('an invitation', () => {
  const invite = async (owner: Person, email: string, role: Role = 'member', endsOn?: string) => {
    const outcome = await perform(owner, inviteColleague, { email, role, endsOn });
    return { code: codeOf(outcome), token: await tokenFor(email) };
  };
  const accept = async (person: Person, token: string) =>
    codeOf(await perform(person, acceptInvitation, { token }));
  const pendingOf = (owner: Person) => listInvitations(actorOf(owner));

  it('brings a viewer whose role ends when it was agreed to', async () => {
    const { owner } = another();
    const guest = known('member@startup25.demo');
    const { code, token } = await invite(
      owner,
      'member@startup25.demo',
      'viewer',
      addDays(today, 5),
    );
    expect(code).toBe('done');
    const endsAt = startOfDay(addDays(today, 6));
    expect(await findInvitation(token)).toMatchObject({ role: 'viewer', usable: true, endsAt });
    expect(await accept(guest, token)).toBe('done');
    const [row] = await database.superuser`select role, ends_at from memberships
      where user_id = ${guest.userId} and organisation_id = ${owner.organisationId}`;
    expect(row).toEqual({ role: 'viewer', ends_at: endsAt });
    expect(await invite(owner, 'member@startup25.demo')).toMatchObject({
      code: 'colleague_already',
    });
  });

  it('that was withdrawn is not valid, and strangers can neither withdraw nor send one', async () => {
    const { owner } = another();
    const guest = known('member@startup26.demo');
    const { token } = await invite(owner, 'member@startup26.demo');
    const [pending] = await pendingOf(owner);
    const invitationId = pending?.id ?? '';
    const stranger = known('owner@startup.demo');
    for (const command of [revokeInvitation, renewInvitation]) {
      expect(codeOf(await perform(stranger, command, { invitationId }))).toBe('invitation_unknown');
    }
    expect(await pendingOf(stranger)).toEqual([]);
    expect(codeOf(await perform(owner, revokeInvitation, { invitationId }))).toBe('done');
    expect(await findInvitation(token)).toMatchObject({ usable: false });
    expect(await accept(guest, token)).toBe('invitation_unusable');
    for (const command of [revokeInvitation, renewInvitation]) {
      expect(codeOf(await perform(owner, command, { invitationId }))).toBe('invitation_unknown');
    }
    expect(await pendingOf(owner)).toEqual([]);
  });

  it('sent again has a new link and another 72 hours; the old link is not valid', async () => {
    const { owner } = another();
    const guest = known('member@startup28.demo');
    const { token } = await invite(owner, 'member@startup28.demo');
    await moveClock(4);
    const [pending] = await pendingOf(owner);
    expect(pending).toMatchObject({ expired: true });
    expect(codeOf(await perform(owner, renewInvitation, { invitationId: pending?.id ?? '' }))).toBe(
      'done',
    );
    const fresh = await tokenFor('member@startup28.demo');
    expect(fresh).not.toBe(token);
    expect(await findInvitation(token)).toBeNull();
    expect(await accept(guest, token)).toBe('invitation_unusable');
    expect(await accept(known('owner@startup.demo'), fresh)).toBe('invitation_unusable');
    expect(await accept(guest, fresh)).toBe('done');
  });

  it('makes an earlier one of the same address useless', async () => {
    const { owner } = another();
    const guest = known('member@startup27.demo');
    const first = await invite(owner, 'member@startup27.demo');
    const second = await invite(owner, 'member@startup27.demo', 'owner');
    expect(await accept(guest, first.token)).toBe('invitation_unusable');
    expect(await accept(guest, second.token)).toBe('done');
    expect(await rolesIn(owner)).toEqual(['member', 'owner', 'owner']);
  });

  it('makes an earlier one useless also after that has expired, and is not sent to a colleague', async () => {
    const { owner } = another();
    const guest = known('member@startup24.demo');
    const email = 'member@startup24.demo';
    await invite(owner, email, 'owner');
    const [early] = await pendingOf(owner);
    await moveClock(4);
    const { token } = await invite(owner, email);
    const renew = async (invitationId = '') =>
      codeOf(await perform(owner, renewInvitation, { invitationId }));
    expect(await renew(early?.id)).toBe('invitation_unknown');
    expect(await accept(guest, token)).toBe('done');
    await invite(owner, 'somebody@example.cn', 'owner');
    const [other] = await pendingOf(owner);
    await database.superuser`update invitations set email = ${email} where id = ${other?.id ?? ''}`;
    expect(await renew(other?.id)).toBe('colleague_already');
    expect(await rolesIn(owner)).toEqual(['member', 'member', 'owner']);
  });

  it('does not lower an owner’s role, and raises a member’s', async () => {
    const { owner, member, slug } = another();
    const email = `new@${slug}.demo`;
    await invite(owner, email);
    await database.superuser`update invitations set email = ${`owner@${slug}.demo`}, role = 'viewer',
      ends_at = app.now() + interval '9 days' where email = ${email}`;
    expect(await accept(owner, await tokenFor(email))).toBe('done');
    expect(await rolesIn(owner)).toEqual(['member', 'owner']);
    await invite(owner, email);
    await database.superuser`update invitations set email = ${`member@${slug}.demo`}, role = 'owner'
      where email = ${email} and accepted_at is null`;
    expect(await accept(member, await tokenFor(email))).toBe('done');
    expect(await rolesIn(owner)).toEqual(['owner', 'owner']);
  });

  it('is limited: at most twenty are open at a time', async () => {
    const { owner } = another();
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 21; n += 1) codes.push((await invite(owner, `flood${n}@example.cn`)).code);
    expect(codes.slice(0, 20).every((code) => code === 'done')).toBe(true);
    expect(codes[20]).toBe('too_many_invitations');
    const renewed = async () => {
      const [one] = await pendingOf(owner);
      return codeOf(await perform(owner, renewInvitation, { invitationId: one?.id ?? '' }));
    };
    expect(await renewed()).toBe('done');
    // Twenty that have expired make room for twenty more, and cannot be sent again in addition to them.
    await database.superuser`update invitations set expires_at = app.now() - interval '1 day'
      where organisation_id = ${owner.organisationId}`;
    expect((await invite(owner, 'later@example.cn')).code).toBe('done');
    for (let n = 1; n < 20; n += 1) await invite(owner, `later${n}@example.cn`);
    const expired = (await pendingOf(owner)).find((invitation) => invitation.expired);
    expect(codeOf(await perform(owner, renewInvitation, { invitationId: expired?.id ?? '' }))).toBe(
      'too_many_invitations',
    );
  });
});

describe('a viewer', () => {
  const viewer = () => known('viewer@startup.demo');

  it('reads the organisation and its people, but not the number of its account', async () => {
    const own = await getOwnOrganisation(actorOf(viewer()));
    expect(own.bank?.accountNumber).toMatch(/^\*{4} \*{4} \d{4}$/);
    const open = await Promise.all(
      ['registration', 'contacts', 'ownership', 'bank', 'verification', 'members', 'x'].map(
        async (part) => Boolean(await getPart(actorOf(viewer()), null, part)),
      ),
    );
    expect(open).toEqual([false, true, true, true, true, true, false]);
  });

  it('may leave at any time', async () => {
    expect(codeOf(await perform(viewer(), leaveOrganisation, undefined))).toBe('done');
  });
});
