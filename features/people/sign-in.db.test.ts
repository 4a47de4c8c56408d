import type * as argon2 from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { buildBase, demoPassword, type World } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { request } from '@/db/testing/request';
import { signIn, signUp } from '@/db/testing/sign-in';
import { idle } from '@/lib/form-state';
import { csrfToken } from '@/server/csrf';
import { knownDevice, rememberDevice } from '@/server/known-device';
import type * as passwordSlots from '@/server/password-slots';
import { findSession } from '@/server/session';
import { openSessionAction } from './actions';
import { peopleRefusals } from './messages';

/** How many passwords were verified, and how many of these ran at the same time. */
const hashing = vi.hoisted(() => ({
  verified: 0,
  running: 0,
  most: 0,
  /** Holds every verification up until it is resolved. */
  gate: undefined as Promise<void> | undefined,
}));

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);
// Two places on any machine, and enough time on a slow one, so that no request stops waiting.
vi.mock('@/server/password-slots', async (original) => {
  const real = await original<typeof passwordSlots>();
  const { Slots } = await import('@/server/slots');
  const slots = new Slots({ ...real.passwordBounds, places: 2, patienceMs: 3_600_000 });
  return { ...real, passwordSlots: () => slots };
});
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  const verify: typeof real.verify = async (...given) => {
    hashing.verified += 1;
    hashing.running += 1;
    hashing.most = Math.max(hashing.most, hashing.running);
    try {
      await hashing.gate;
      return await real.verify(...given);
    } finally {
      hashing.running -= 1;
    }
  };
  return { ...real, verify };
});

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

beforeEach(async () => {
  request.sid = null;
  request.cookies.clear();
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  Object.assign(hashing, { verified: 0, most: 0, gate: undefined });
  await database.superuser`delete from sign_in_attempts`;
});

const from = (address: string) => request.headers.set('x-forwarded-for', address);
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);
const code = async (email: string, password?: string) => codeOf(await signIn(email, password));
const attempts = async () =>
  (await database.superuser`select count(*)::integer as n from sign_in_attempts`)[0]?.n as number;
const tally = (codes: readonly (string | undefined)[]) => {
  const counted: Record<string, number> = {};
  for (const one of codes) counted[one ?? ''] = (counted[one ?? ''] ?? 0) + 1;
  return counted;
};

async function guess(times: number, email: string): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    expect(await code(email, `guess ${n}`)).toBe('credentials_wrong');
  }
}

describe('signing in', () => {
  it('opens a session in the user’s role, and records it', async () => {
    const opened = await signIn('reviewer@qingyang.demo');
    expect(opened).toMatchObject({ ok: true, value: { home: '/city' } });
    if (!opened.ok) return;
    expect(await findSession(opened.value.sid)).toMatchObject({
      role: 'reviewer',
      cityId: world.cities.get('qingyang'),
    });
    const [event] = await database.superuser`select actor_id from audit_events
      where action = 'session.opened' order by id desc limit 1`;
    expect(event?.actor_id).toBe(world.people.get('reviewer@qingyang.demo')?.userId);
  });

  it('gives the same answer, after the same work, for a wrong password, an unknown address and a closed account', async () => {
    await signUp({
      name: '新用户',
      email: 'closed@example.cn',
      password: demoPassword,
      accepted: 'on',
      next: '',
    });
    await database.superuser`update users set disabled_at = now() where email = 'closed@example.cn'`;
    const wrong = await signIn('reviewer@qingyang.demo', 'not the password');
    const unknown = await signIn('nobody@qingyang.demo', 'not the password');
    const closed = await signIn('closed@example.cn');
    expect(codeOf(wrong)).toBe('credentials_wrong');
    expect([unknown, closed]).toEqual([wrong, wrong]);
    expect(hashing.verified).toBe(3);
  });

  it('leaves nothing counted once the password was right', async () => {
    await guess(3, 'admin@qingyang.demo');
    expect(await code('admin@qingyang.demo')).toBe('done');
    // The three guesses stay counted for the account and for the network.
    expect(await attempts()).toBe(6);
    await database.superuser`delete from sign_in_attempts`;
    expect(await code('admin@qingyang.demo')).toBe('done');
    expect(await attempts()).toBe(0);
  });

  it('deletes the wrong guesses at an account once its owner has signed in', async () => {
    for (let round = 0; round < 2; round += 1) {
      await guess(9, 'admin@qingyang.demo');
      expect(await code('admin@qingyang.demo')).toBe('done');
    }
  });
});

describe('the form', () => {
  async function send(fields: Record<string, string>) {
    request.cookies.set('suanquan-anonymous', 'somebody');
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    data.set('csrf', await csrfToken());
    return openSessionAction(idle, data);
  }

  it('makes the browser known for the account once the password was right', async () => {
    const email = 'auditor@qingyang.demo';
    await expect(send({ email, password: 'guess' })).resolves.toMatchObject({ status: 'refused' });
    expect(await knownDevice(email)).toBeUndefined();
    const right = send({ email, password: demoPassword });
    await expect(right).rejects.toMatchObject({
      digest: expect.stringContaining('/city') as string,
    });
    expect(await findSession(request.sid ?? '')).toMatchObject({ email });
    expect(await knownDevice(email)).toBeDefined();
    expect(await knownDevice('manager@qingyang.demo')).toBeUndefined();
  });

  it('keeps what was typed but the password, and says in words why it was refused', async () => {
    const email = 'nobody@example.cn';
    for (let n = 0; n < 10; n += 1) await send({ email, password: 'guess' });
    expect(await send({ email, password: 'guess', next: '/city' })).toMatchObject({
      message: peopleRefusals('zh-CN').too_many_attempts,
      values: { email, next: '/city' },
    });
  });
});

describe('wrong guesses', () => {
  const email = 'manager@qingyang.demo';

  it('close an account to their network for five minutes, also for the right password', async () => {
    await guess(10, email);
    expect(await code(email)).toBe('too_many_attempts');
    expect(await code('manager@shenzhen.demo')).toBe('done');
    await database.superuser`update sign_in_attempts set at = at - interval '5 minutes 1 second'`;
    expect(await code(email)).toBe('done');
  });

  it('do not close it to other networks', async () => {
    await guess(10, email);
    from('198.51.100.1');
    expect(await code(email)).toBe('done');
  });

  it('count by the network of an IPv6 address', async () => {
    for (let n = 0; n < 10; n += 1) {
      from(`2001:db8:1:2::${n}`);
      await guess(1, email);
    }
    from('2001:db8:1:2:ffff::1');
    expect(await code(email)).toBe('too_many_attempts');
    from('2001:db8:1:3::1');
    expect(await code(email)).toBe('done');
  });

  it('close all accounts to a network that guesses at fifty accounts', async () => {
    for (let n = 0; n < 50; n += 1) await guess(1, `nobody${n}@example.cn`);
    expect(await code('auditor@qingyang.demo')).toBe('too_many_attempts');
    from('198.51.100.1');
    expect(await code('auditor@qingyang.demo')).toBe('done');
  });

  it('from many networks close an account, but not to its owner at a known device', async () => {
    await rememberDevice(email);
    const own = new Map(request.cookies);
    request.cookies.clear();
    for (let network = 0; network < 5; network += 1) {
      from(`198.51.100.${network}`);
      await guess(10, email);
    }
    from('203.0.113.7');
    expect(await code(email)).toBe('too_many_attempts');
    for (const [name, value] of own) request.cookies.set(name, value);
    expect(await code(email)).toBe('done');
  });

  it('of a stranger in the same network do not close it to the owner at a known device', async () => {
    await guess(10, email);
    await rememberDevice(email);
    expect(await code(email)).toBe('done');
    // For another user's account the browser counts as unknown.
    await guess(10, 'manager@shenzhen.demo');
    expect(await code('manager@shenzhen.demo')).toBe('too_many_attempts');
  });

  it('are limited at a known device too, and a forged device is not known', async () => {
    await rememberDevice(email);
    const [name = '', value = ''] = [...request.cookies][0] ?? [];
    await guess(10, email);
    expect(await code(email)).toBe('too_many_attempts');
    for (const forged of ['x', 'x.y', value.replace(/^./, '!'), `${value}x`, '~~..~', '']) {
      request.cookies.set(name, forged);
      expect(await knownDevice(email), forged).toBeUndefined();
    }
  });

  it('that come in parallel never pass the limit: thirty at once, ten are verified', async () => {
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, n) => code(email, `guess ${n}`)),
    );
    // For one network one runs and twenty wait; the others find no place.
    expect(tally(codes)).toEqual({ credentials_wrong: 10, too_many_attempts: 11, busy: 9 });
    expect(hashing.verified).toBe(10);
    expect(await code(email)).toBe('too_many_attempts');
  });
});

describe('the places for passwords', () => {
  /** Waits until the condition holds. The test's own time limit ends the waiting. */
  const until = async (so: () => boolean | Promise<boolean>) => {
    while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  /** Sends one sign-in from a network of its own. */
  const knock = (n: number) => {
    const address = `198.51.${Math.floor(n / 250)}.${n % 250}`;
    request.headers = new Headers({ 'x-forwarded-for': address, 'user-agent': 'a browser' });
    return code(`nobody${n}@example.cn`, 'guess');
  };

  /** Stops every verification until the returned function is called. */
  function shut(): () => void {
    let open = () => undefined as unknown;
    hashing.gate = new Promise<void>((resolve) => (open = resolve));
    return () => void open();
  }

  it('are two: of 300 requests at once 62 are accepted, no connection is held meanwhile, and no other request is counted', async () => {
    const open = shut();
    const seen: (string | undefined)[] = [];
    const answers = Array.from({ length: 300 }, (_, n) => knock(n));
    for (const answer of answers) void answer.then((one) => seen.push(one));
    await until(() => hashing.running === 2 && seen.length >= 300 - 62);
    expect(tally(seen)).toEqual({ busy: 300 - 62 });
    expect(await attempts()).toBe(3 * 2);
    await until(async () => {
      const held = await database.superuser`select state, query from pg_stat_activity
        where datname = current_database() and usename = 'suanquan_app' and state <> 'idle'`;
      return held.length === 0;
    });
    const [row] = await db().transaction((tx) => tx.execute<{ n: number }>(sql`select 1 as n`));
    expect(row?.n).toBe(1);
    expect(hashing.running).toBe(2);
    open();
    expect(tally(await Promise.all(answers))).toEqual({ credentials_wrong: 62, busy: 238 });
    expect([hashing.verified, hashing.most]).toEqual([62, 2]);
    expect(await attempts()).toBe(3 * 62);
  });

  it('also limit sign-ups, and refuse them without counting them', async () => {
    const open = shut();
    const waiting = Array.from({ length: 62 }, (_, n) => knock(n));
    await until(() => hashing.running === 2);
    from('203.0.113.7');
    const account = { name: '新用户', email: 'new@example.cn', password: demoPassword };
    const answer = await signUp({ ...account, accepted: 'on', next: '' });
    expect(answer).toMatchObject({ ok: false, code: 'busy' });
    expect(await attempts()).toBe(3 * 2);
    open();
    await Promise.all(waiting);
  });

  it('keep one place for others, however many requests come from one network', async () => {
    const open = shut();
    const flood = Array.from({ length: 40 }, () => code('nobody@example.cn', 'guess'));
    await until(() => hashing.running === 1);
    const other = knock(1);
    await until(() => hashing.running === 2);
    open();
    expect(await other).toBe('credentials_wrong');
    expect(tally(await Promise.all(flood))).toEqual({
      credentials_wrong: 10,
      too_many_attempts: 11,
      busy: 19,
    });
  });
});
