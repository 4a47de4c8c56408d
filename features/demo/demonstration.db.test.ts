import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, type World } from '@/demo/base';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { request } from '@/db/testing/request';
import { sessionOf, signIn, signUp } from '@/db/testing/sign-in';
import { inviteColleague } from '@/features/people/invitation-commands';
import { addMonths, atClock, shanghaiDate } from '@/lib/dates';
import { isDemonstrationAddress } from '@/lib/demonstration';
import { warnOfDemonstration } from '@/server/demonstration';
import type * as env from '@/server/env';
import { authorise } from '@/server/gate';
import { log } from '@/server/log';
import { findSession, sessionLeft } from '@/server/session';
import { demoAccounts } from './accounts';
import { advanceClock, demoSignInInput, signInAsDemo } from './commands';
import { demoRefusals } from './messages';
import { listMails } from './queries';

const demonstration = vi.hoisted(() => ({ on: true }));

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);
vi.mock('@/server/env', async (original) => ({
  ...(await original<typeof env>()),
  isDemo: () => demonstration.on,
}));

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

beforeEach(async () => {
  demonstration.on = true;
  request.sid = null;
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  await database.superuser`delete from sign_in_attempts`;
});

const email = 'platform@suanquan.demo';
const oneClick = () => perform(null, signInAsDemo, demoSignInInput.parse({ email }));

describe('over a database that was loaded as a demonstration', () => {
  it('every account of the demonstration is known as one', () => {
    const strangers = [...world.people.keys()].filter((one) => !isDemonstrationAddress(one));
    expect(world.people.size).toBeGreaterThan(50);
    expect(strangers).toEqual([]);
    for (const one of demoAccounts) expect(demoSignInInput.safeParse(one).success).toBe(true);
    expect(demoSignInInput.safeParse({ email: 'somebody@example.cn' }).success).toBe(false);
  });

  it('the published password opens what it should while the demonstration is on', async () => {
    const opened = await signIn(email);
    expect(opened).toMatchObject({ ok: true, value: { home: '/platform' } });
    expect(await oneClick()).toMatchObject({ ok: true, value: { home: '/platform' } });
  });

  it('the published password opens nothing once the demonstration is off, and the answer is that of a wrong password', async () => {
    demonstration.on = false;
    const wrong = await signIn('nobody@example.cn', 'certainly not the password');
    expect(wrong).toMatchObject({ ok: false, code: 'credentials_wrong' });
    for (const one of [email, ...demoAccounts.slice(0, 5).map((account) => account.email)]) {
      expect(await signIn(one), one).toEqual(wrong);
    }
    expect(await oneClick()).toMatchObject({ code: 'demo_off' });
    expect(await perform(null, advanceClock, { workingDays: 1 })).toMatchObject({
      code: 'demo_off',
    });
    expect(await listMails(actorOf(null))).toEqual([]);
  });

  it('a session that was opened before is no longer valid, and the user must sign in', async () => {
    const sid = await sessionOf(email);
    request.sid = sid;
    expect((await authorise('platform.manage')).ok).toBe(true);
    expect(await sessionLeft()).toMatchObject({ extendable: true });
    demonstration.on = false;
    expect(await findSession(sid)).toBeNull();
    expect(await sessionLeft()).toBeUndefined();
    expect(await authorise('platform.manage')).toMatchObject({ code: 'sign_in_needed' });
  });

  it('an invitation to such an address leads nowhere: nobody can sign up with it', async () => {
    const owner = world.people.get('owner@startup.demo') ?? null;
    const invited = await perform(owner, inviteColleague, {
      email: 'new@startup.demo',
      role: 'member' as const,
      endsOn: undefined,
    });
    expect(invited.ok).toBe(true);
    for (const on of [true, false]) {
      demonstration.on = on;
      const answer = await signUp({
        name: '新用户',
        email: 'new@startup.demo',
        password: 'long enough for anybody',
        accepted: 'on',
        next: '',
      });
      expect(answer).toMatchObject({ ok: false, code: 'email_reserved', field: 'email' });
    }
  });

  it('all other users sign in as before', async () => {
    demonstration.on = false;
    const person = { email: `${randomUUID()}@example.cn`, password: 'long enough for anybody' };
    const made = await signUp({ ...person, name: '新用户', accepted: 'on', next: '' });
    expect(made.ok && (await findSession(made.value.sid))).toMatchObject({ email: person.email });
    expect((await signIn(person.email, person.password)).ok).toBe(true);
  });

  it('the log says so when the server starts without the demonstration, and only then', async () => {
    const warn = vi.spyOn(log(), 'warn');
    await warnOfDemonstration();
    expect(warn).not.toHaveBeenCalled();
    demonstration.on = false;
    await warnOfDemonstration();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('demonstration'));
    await database.superuser`update users set email = 'somebody@example.cn' where email = ${email}`;
    await warnOfDemonstration();
    expect(warn).toHaveBeenCalledTimes(1);
    await database.superuser`update users set email = ${email} where email = 'somebody@example.cn'`;
  });
});

describe('the clock of the demonstration', () => {
  const end = addMonths(testDay, 36);
  const portalNow = async () => {
    const [row] = await database.superuser<{ now: Date }[]>`select app.now() as now`;
    return row?.now ?? new Date(0);
  };
  const advance = (workingDays: number) => perform(null, advanceClock, { workingDays });

  afterAll(() => setClock(database.superuser, testStart));

  it('moves to the morning after a number of working days', async () => {
    await setClock(database.superuser, testStart);
    expect(await advance(5)).toMatchObject({ ok: true });
    expect(shanghaiDate(await portalNow())).toBe('2026-06-08');
  });

  it('moves at most to three years after the loading, however far it has moved before', async () => {
    // Friday is the last day; one working day later is Monday.
    expect(end).toBe('2029-06-01');
    await setClock(database.superuser, atClock('2029-05-31', '10:00'));
    expect(await advance(1)).toMatchObject({ ok: true });
    expect(shanghaiDate(await portalNow())).toBe(end);
    for (const workingDays of [1, 5, 250]) {
      expect(await advance(workingDays)).toMatchObject({
        ok: false,
        code: 'clock_at_bound',
        values: { last: end },
      });
    }
    expect(shanghaiDate(await portalNow())).toBe(end);
  });

  it('explains how far it can move, and how to start again', () => {
    const said = (['zh-CN', 'en'] as const).map((locale) =>
      demoRefusals(locale).clock_at_bound({ last: end }),
    );
    expect(said[0]).toContain('2029-06-01');
    expect(said[1]).toContain('goes no further than 1 Jun 2029');
    for (const text of said) expect(text).toContain('npm start');
  });
});
