import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase, demoPassword } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { request } from '@/db/testing/request';
import { signIn, signUp } from '@/db/testing/sign-in';
import { composeMail } from '@/features/jobs/mail-message';
import { sendPasswordReset } from '@/features/jobs/password-reset';
import { getNotification, listNotifications } from '@/features/notifications/centre/queries';
import type { Grant } from '@/server/gate';
import { endedSession, findSession } from '@/server/session';
import { openSession, proveIdentity } from './account-commands';
import { findReset } from './queries';
import {
  requestLink,
  prepareForgotten,
  prepareNewPassword,
  setNewPassword,
} from './reset-commands';
import { hashResetToken } from './reset-token';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await buildBase(database.owner, testDay);
});
afterAll(() => database.close());

beforeEach(async () => {
  request.sid = null;
  request.cookies.clear();
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a browser' });
  await database.superuser`delete from sign_in_attempts`;
  await database.superuser`delete from graphile_worker._private_jobs`;
});

const from = (address: string) => request.headers.set('x-forwarded-for', address);
const newPassword = 'a new password that is long enough';
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

let accounts = 0;

/** Creates an account with a session in a browser, which its owner has then left. */
async function newAccount(): Promise<{ email: string; userId: string; sid: string }> {
  const email = `reset${(accounts += 1)}@example.cn`;
  const input = {
    name: '沈忘词',
    email,
    password: demoPassword,
    accepted: 'on',
    next: '',
  } as const;
  const opened = await signUp(input);
  if (!opened.ok) throw new Error(opened.code);
  const [row] = await database.superuser<{ id: string }[]>`
    select id from users where email = ${email}`;
  request.sid = null;
  request.cookies.clear();
  await database.superuser`delete from sign_in_attempts`;
  return { email, userId: row?.id ?? '', sid: opened.value.sid };
}

/** Sends the form of a forgotten password, as its action does. */
async function ask(email: string) {
  const prepared = await prepareForgotten(actorOf(null), { email });
  return prepared.ok ? perform(null, requestLink, { email }) : prepared;
}

/** Sends the form of the new password, as its action does. */
async function set(token: string, password = newPassword) {
  const input = { token, password };
  const prepared = await prepareNewPassword(actorOf(null), input);
  if (!prepared.ok) return prepared;
  const run = (grant: Grant<'password.reset'>) => setNewPassword(grant, input, prepared.value);
  return perform(null, run, undefined);
}

/** Takes the waiting jobs of a kind from the queue, the oldest first. */
const jobs = async () =>
  (
    await database.superuser<{ payload: unknown }[]>`
    with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'send_password_reset' returning j.id, j.payload)
    select payload from taken order by id`
  ).map(({ payload }) => payload);

/** Runs the waiting jobs as the worker does. */
async function work(): Promise<void> {
  for (const payload of await jobs()) await sendPasswordReset(payload);
}

type Mail = Parameters<typeof composeMail>[0];

const mailsTo = (email: string) => database.superuser<Mail[]>`
  select id, recipient, template, locale, values, notification_id as "notificationId"
  from mails where recipient = ${email} order by id`;

/** Reads the secret from the latest mail to an address, as its recipient would. */
async function latestToken(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1);
  if (!mail) throw new Error(`Nobody wrote to ${email}.`);
  const { text } = composeMail(mail);
  const found = typeof text === 'string' && /\/reset-password\/([\w-]+)/.exec(text)?.[1];
  if (!found) throw new Error(`The mail to ${email} has no link.`);
  return found;
}

async function linkFor(email: string): Promise<string> {
  expect(codeOf(await ask(email))).toBe('done');
  await work();
  return latestToken(email);
}

const links = async (userId: string) =>
  database.superuser`select * from password_resets where user_id = ${userId} order by requested_at`;

describe('asking for a link', () => {
  it('does the same, with the same answer, for a known, an unknown and a closed account; only the first gets a mail', async () => {
    const [open, closed] = [await newAccount(), await newAccount()];
    await database.superuser`update users set disabled_at = now() where id = ${closed.userId}`;
    const unknown = 'nobody-at-all@example.cn';
    const [answers, waiting] = [[] as unknown[], [] as unknown[]];
    for (const email of [open.email, unknown, closed.email]) {
      answers.push(await ask(email));
      // Nothing else was written: only the worker looks up whether the address has an account.
      expect(await mailsTo(email), email).toEqual([]);
      const payloads = await jobs();
      expect(payloads, email).toMatchObject([{ email }]);
      waiting.push(...payloads);
    }
    expect(answers).toEqual(Array.from({ length: 3 }, () => answers[0]));
    for (const payload of waiting) await sendPasswordReset(payload);
    expect((await mailsTo(open.email)).map(({ template }) => template)).toEqual(['password_reset']);
    for (const email of [unknown, closed.email]) expect(await mailsTo(email)).toEqual([]);
    expect(await links(closed.userId)).toHaveLength(0);
    const [event] = await database.superuser`select actor_id, data from audit_events
      where action = 'password.reset_requested' order by id desc limit 1`;
    expect(event).toEqual({ actor_id: null, data: { address: 'r***@example.cn' } });
  });

  it('refuses an address of the demonstration, and never makes a link for one', async () => {
    const email = 'owner@startup.demo';
    expect(await ask(email)).toMatchObject({ ok: false, code: 'demo_password', field: 'email' });
    expect(await jobs()).toEqual([]);
    const askedAt = new Date().toISOString();
    await sendPasswordReset({ id: crypto.randomUUID(), email, askedAt });
    expect(await mailsTo(email)).toEqual([]);
    expect(codeOf(await signIn(email))).toBe('done');
  });

  it('is limited by address and network, by address and by network, for unknown addresses too', async () => {
    const email = 'somebody@example.cn';
    const times = async (count: number, of = email) => {
      const codes = [];
      for (let n = 0; n < count; n += 1) codes.push(codeOf(await ask(of)));
      return codes;
    };
    expect(await times(4)).toEqual(['done', 'done', 'done', 'too_many_this_hour']);
    for (const n of [1, 2, 3]) {
      from(`198.51.100.${n}`);
      const most = n < 3 ? 3 : 1;
      expect((await times(4)).filter((code) => code === 'done')).toHaveLength(most);
    }
    from('203.0.113.8');
    for (let n = 0; n < 20; n += 1) expect(await times(1, `${n}@example.cn`)).toEqual(['done']);
    expect(await times(1, 'one-more@example.cn')).toEqual(['too_many_this_hour']);
  });

  it('keeps the link as a hash alone, and its mail sealed with the secret of the portal', async () => {
    const { email, userId } = await newAccount();
    const token = await linkFor(email);
    const [link] = await links(userId);
    expect(link?.token_hash).toBe(hashResetToken(token));
    const tables = ['password_resets', 'mails', 'audit_events', 'graphile_worker._private_jobs'];
    for (const table of tables) {
      const rows = await database.superuser.unsafe(`select x::text as row from ${table} x`);
      expect(JSON.stringify(rows), table).not.toContain(token);
    }
    const [mail] = await mailsTo(email);
    if (!mail) throw new Error('There is no mail.');
    expect(Object.keys(mail.values)).toEqual(['sealedPath']);
    const sealed = mail.values.sealedPath ?? '';
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    const broken = { ...mail, values: { sealedPath: changed } };
    expect(() => composeMail(broken)).toThrow('sealed with another secret');
  });

  it('makes one link of a job that runs twice, and none of one that comes too late', async () => {
    const { email, userId } = await newAccount();
    await ask(email);
    const [payload] = await jobs();
    await sendPasswordReset(payload);
    await sendPasswordReset(payload);
    expect(await links(userId)).toHaveLength(1);
    expect(await mailsTo(email)).toHaveLength(1);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    // Requested before the present link, and half an hour ago: neither replaces it.
    for (const minutes of [1, 31]) {
      await sendPasswordReset({ id: crypto.randomUUID(), email, askedAt: ago(minutes) });
    }
    expect(await links(userId)).toHaveLength(1);
    expect(await findReset(await latestToken(email))).toEqual({ email });
  });

  it('allows only the portal to make a link, and shows links to no one', async () => {
    const { email } = await newAccount();
    const begin = database.app`select app.begin_password_reset(${crypto.randomUUID()}, ${email}, 'x', now(), '{}')`;
    await expect(begin).rejects.toMatchObject({ code: '42501' });
    await expect(database.app`select 1 from password_resets`).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('deletes links that expired long ago', async () => {
    const [old, now] = [await newAccount(), await newAccount()];
    await linkFor(old.email);
    await database.superuser`update password_resets set expires_at = now() - interval '25 hours'
      where user_id = ${old.userId}`;
    await linkFor(now.email);
    expect(await links(old.userId)).toHaveLength(0);
    expect(await links(now.userId)).toHaveLength(1);
  });

  it('locks no other user’s link while it waits for its own account', async () => {
    const [old, mine] = [await newAccount(), await newAccount()];
    await linkFor(old.email);
    await database.superuser`update password_resets set expires_at = now() - interval '25 hours'
      where user_id = ${old.userId}`;
    await ask(mine.email);
    const [payload] = await jobs();
    const sending = await database.superuser.begin(async (tx) => {
      await tx`select 1 from users where id = ${mine.userId} for update`;
      const sent = sendPasswordReset(payload);
      const waiting = () =>
        tx`select 1 from pg_locks where not granted and transactionid = pg_current_xact_id()::xid`;
      await expect.poll(waiting, { interval: 5, timeout: 30_000 }).toHaveLength(1);
      const free = await tx`select 1 from password_resets
        where user_id = ${old.userId} for update skip locked`;
      expect(free).toHaveLength(1);
      return { sent };
    });
    await sending.sent;
    expect(await links(mine.userId)).toHaveLength(1);
  });
});

describe('setting a new password', () => {
  it('works once, however often the page was opened, and the old password is gone', async () => {
    const { email, userId } = await newAccount();
    const token = await linkFor(email);
    for (let n = 0; n < 3; n += 1) expect(await findReset(token)).toEqual({ email });
    expect(codeOf(await set(token))).toBe('done');
    expect(await findReset(token)).toBeUndefined();
    expect(codeOf(await set(token, 'one more password, long enough'))).toBe('link_unusable');
    expect(codeOf(await signIn(email))).toBe('credentials_wrong');
    expect(codeOf(await signIn(email, newPassword))).toBe('done');
    const [event] = await database.superuser`select actor_id, actor_name from audit_events
      where action = 'password.reset' and subject_id = ${userId}`;
    expect(event).toEqual({ actor_id: userId, actor_name: '沈忘词' });
  });

  it('succeeds for only one of two requests at the same moment', async () => {
    const { email } = await newAccount();
    const token = await linkFor(email);
    const passwords = ['the first of two passwords', 'the second of two passwords'] as const;
    const codes = await Promise.all(passwords.map(async (one) => codeOf(await set(token, one))));
    expect([...codes].sort()).toEqual(['done', 'link_unusable']);
    for (const [at, password] of passwords.entries()) {
      const expected = codes[at] === 'done' ? 'done' : 'credentials_wrong';
      expect(codeOf(await signIn(email, password))).toBe(expected);
    }
  });

  it('is refused for an older link, an expired one, one of a closed account, or any other text', async () => {
    const { email, userId } = await newAccount();
    const older = await linkFor(email);
    const newer = await linkFor(email);
    expect(codeOf(await set(older))).toBe('link_unusable');
    expect(await findReset(newer)).toEqual({ email });
    const end = (expires: string) => database.superuser`update password_resets
      set expires_at = now() + ${expires}::interval where token_hash = ${hashResetToken(newer)}`;
    await end('0 seconds');
    expect(codeOf(await set(newer))).toBe('link_unusable');
    await end('10 minutes');
    await database.superuser`update users set disabled_at = now() where id = ${userId}`;
    expect(codeOf(await set(newer))).toBe('link_unusable');
    for (const none of ['', 'x', hashResetToken(newer)]) {
      expect(codeOf(await set(none)), none).toBe('link_unusable');
    }
  });

  it('is possible for half an hour of real time after it was asked for', async () => {
    const { email, userId } = await newAccount();
    const before = Date.now();
    await linkFor(email);
    const [link] = await links(userId);
    expect(Number(link?.expires_at) - Number(link?.requested_at)).toBe(30 * 60_000);
    // The portal's clock has another time in the tests, and neither shortens nor prolongs a link.
    expect(Number(link?.requested_at)).toBeGreaterThanOrEqual(before);
    expect(Number(link?.requested_at)).toBeLessThanOrEqual(Date.now());
  });

  it('ends every session of the account, and nobody else’s', async () => {
    const [mine, other] = [await newAccount(), await newAccount()];
    const second = await signIn(mine.email);
    if (!second.ok) throw new Error(second.code);
    request.sid = null;
    expect(codeOf(await set(await linkFor(mine.email)))).toBe('done');
    for (const sid of [mine.sid, second.value.sid]) expect(await findSession(sid)).toBeNull();
    expect(await findSession(other.sid)).not.toBeNull();
    request.sid = mine.sid;
    expect(await endedSession()).toEqual({ userId: mine.userId, why: 'revoked' });
    request.sid = other.sid;
    expect(await endedSession()).toBeUndefined();
  });

  it('refuses a sign-in that is under way with the old password', async () => {
    const { email, userId } = await newAccount();
    const input = { email, password: demoPassword, next: '' };
    const proven = await proveIdentity(actorOf(null), input);
    if (!proven.ok) throw new Error(proven.code);
    expect(codeOf(await set(await linkFor(email)))).toBe('done');
    const open = (grant: Grant<'session.open'>) => openSession(grant, input, proven.value);
    expect(codeOf(await perform(null, open, undefined))).toBe('credentials_wrong');
    const left = await database.superuser`select 1 from sessions
      where user_id = ${userId} and revoked_at is null`;
    expect(left).toHaveLength(0);
  });

  it('notifies the owner, on the portal and by a mail at once, whatever their settings', async () => {
    const { email, userId } = await newAccount();
    await database.superuser`insert into notification_preferences (user_id, category, mail)
      values (${userId}, 'account', 'off')`;
    expect(codeOf(await set(await linkFor(email)))).toBe('done');
    const me = {
      userId,
      name: '沈忘词',
      role: 'member',
      cityId: null,
      organisationId: null,
    } as const;
    const { rows } = await listNotifications(actorOf(me), { unread: true });
    expect(rows).toMatchObject([{ template: 'password_changed', path: '/settings', place: null }]);
    const found = await getNotification(actorOf(me), rows[0]?.id ?? '');
    expect(found).toMatchObject({ access: 'here', read: false });
    const mail = (await mailsTo(email)).at(-1);
    if (!mail) throw new Error('There is no mail.');
    expect(mail).toMatchObject({ template: 'password_changed', notificationId: rows[0]?.id });
    const { subject, text } = composeMail(mail);
    expect(subject).toBe('您的算券密码已修改');
    expect(text).toContain('2026');
    expect(text).not.toContain('undefined');
  });

  it('lets its owner in again where strangers had used up the guesses', async () => {
    const { email } = await newAccount();
    for (let n = 0; n < 10; n += 1) await signIn(email, `guess ${n}`);
    expect(codeOf(await signIn(email))).toBe('too_many_attempts');
    expect(codeOf(await set(await linkFor(email)))).toBe('done');
    expect(codeOf(await signIn(email, newPassword))).toBe('done');
  });

  it('counts the attempts of a network', async () => {
    for (let n = 0; n < 50; n += 1) expect(codeOf(await set(`guess-${n}`))).toBe('link_unusable');
    expect(codeOf(await set('guess-51'))).toBe('too_many_attempts');
    from('198.51.100.1');
    expect(codeOf(await set('guess-51'))).toBe('link_unusable');
  });
});

describe('a session that ended', () => {
  it('is distinguished from an open one, one that its owner closed, and none', async () => {
    const { sid, userId } = await newAccount();
    expect(await endedSession()).toBeUndefined();
    request.sid = 'never-a-session';
    expect(await endedSession()).toBeUndefined();
    request.sid = sid;
    expect(await endedSession()).toBeUndefined();
    const put = (change: string) =>
      database.superuser.unsafe(`update sessions set ${change} where user_id = '${userId}'`);
    await put(`last_seen_at = now() - interval '31 minutes'`);
    expect(await endedSession()).toEqual({ userId, why: 'expired' });
    await put(`last_seen_at = now(), expires_at = now()`);
    expect(await endedSession()).toEqual({ userId, why: 'expired' });
    await put(`expires_at = now() + interval '1 hour', revoked_at = now()`);
    expect(await endedSession()).toEqual({ userId, why: 'revoked' });
    await database.superuser`update users set disabled_at = now() where id = ${userId}`;
    expect(await endedSession()).toBeUndefined();
  });
});
