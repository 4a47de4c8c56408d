import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { setClock, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { request } from '@/db/testing/request';
import { actorOf, perform } from '@/demo/act';
import type { Person } from '@/demo/base';
import {
  openNotification,
  readAllNotifications,
  readNotification,
  saveWishes,
} from '@/features/notifications/centre/commands';
import { notify, mailAddress } from '@/features/notifications/commands';
import { categories } from '@/features/notifications/domain/categories';
import { kinds } from '@/features/notifications/kinds';
import {
  countUnread,
  getNotification,
  getWishes,
  listNotifications,
} from '@/features/notifications/centre/queries';
import { atClock } from '@/lib/dates';
import type { Role } from '@/lib/roles';
import { findSession, hashSessionId } from '@/server/session';
import { writeDigests } from './digests';
import { sendMails } from './mail';

const batch = { reference: 'JS-1', amount: '1' };

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** A real SMTP server. It records everything that the tests send to it, and can be made to misbehave. */
type Received = { to: string[]; mail: ParsedMail; raw: string };
const received: Received[] = [];
let behaviour: Partial<SMTPServerOptions> = {};
let server: SMTPServer;
let port = 0;
let database: TestDatabase;

const serve = () =>
  new Promise<void>((resolve) => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 10,
      onConnect: (session, done) =>
        behaviour.onConnect ? behaviour.onConnect.call(server, session, done) : done(),
      onRcptTo: (address, session, done) =>
        behaviour.onRcptTo ? behaviour.onRcptTo.call(server, address, session, done) : done(),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const source = Buffer.concat(parts);
          const to = session.envelope.rcptTo.map(({ address }) => address);
          void simpleParser(source).then((mail) => {
            received.push({ to, mail, raw: source.toString('latin1') });
            if (behaviour.onData) behaviour.onData.call(server, stream, session, done);
            else done();
          });
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(port, '127.0.0.1', () => {
      port = (server.server.address() as AddressInfo).port;
      resolve();
    });
  });
const stop = () => new Promise<void>((resolve) => server.close(resolve));

const people: Record<'owner' | 'english' | 'manager' | 'twice', Person> = {} as never;
const places = { city: '', firm: '' };

async function person(email: string, locale: string, held: readonly Role[]): Promise<Person> {
  const [user] = await database.superuser<{ id: string }[]>`
    insert into users (email, name, password_hash, locale) values (${email}, ${email}, 'x', ${locale})
    returning id`;
  const userId = user?.id ?? '';
  for (const role of held) {
    const inFirm = role === 'owner' || role === 'member';
    await database.superuser`insert into memberships (user_id, role, city_id, organisation_id)
      values (${userId}, ${role}, ${inFirm ? null : places.city}, ${inFirm ? places.firm : null})`;
  }
  const [role = 'owner'] = held;
  const inFirm = role === 'owner' || role === 'member';
  return {
    userId,
    name: email,
    role,
    cityId: inFirm ? null : places.city,
    organisationId: inFirm ? places.firm : null,
  };
}

beforeAll(async () => {
  await serve();
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = '算券 <no-reply@suanquan.example>';
  process.env.AUTH_URL = 'https://suanquan.example';
  database = await freshDatabase();
  const [city] = await database.superuser<{ id: string }[]>`
    insert into cities (slug, name_zh, name_en, bureau_zh, bureau_en, prefix, phone, address)
    values ('test', '测试市', 'Test City', '局', 'Bureau', 'TT', '1', '1') returning id`;
  const [firm] = await database.superuser<{ id: string }[]>`
    insert into organisations (kind, credit_code, name, region, address, legal_representative)
    values ('startup', '91110108MA01ABCD2X', '甲公司', '110108', '一', '二') returning id`;
  Object.assign(places, { city: city?.id, firm: firm?.id });
  people.owner = await person('owner@test.cn', 'zh-CN', ['owner']);
  people.english = await person('english@test.cn', 'en', ['member']);
  people.manager = await person('manager@test.cn', 'zh-CN', ['manager']);
  people.twice = await person('twice@test.cn', 'zh-CN', ['owner', 'reviewer', 'finance']);
});

afterAll(async () => {
  await stop();
  await database.close();
});

beforeEach(async () => {
  behaviour = {};
  received.length = 0;
  await database.superuser`delete from mails`;
  await database.superuser`delete from notifications`;
  await database.superuser`delete from notification_preferences`;
  await database.superuser`delete from digests`;
  await setClock(database.superuser, testStart);
});

const firm = (...roles: Role[]) => ({ organisationId: places.firm, roles });
const inTx = (work: Parameters<ReturnType<typeof db>['transaction']>[0]) => db().transaction(work);
const due = '2026-06-30T15:59:59.999Z';
const correction = (roles: Role[] = ['owner', 'member']) =>
  inTx((tx) =>
    notify(tx, firm(...roles), 'correction_requested', {
      reference: 'TT-2026-000001',
      due,
      path: '/startup/applications/1/status',
    }),
  );
const informed = (reference: string, roles: Role[] = ['owner']) =>
  inTx((tx) =>
    notify(tx, firm(...roles), 'application_received', { reference, due, path: '/startup' }),
  );

type Row = {
  recipient: string;
  state: string;
  attempts: number;
  error: string | null;
  leased: boolean;
};
const rows = () =>
  database.superuser<Row[]>`
    select recipient, state, attempts, last_error as error, leased_until is not null as leased
    from mails order by id`;
const hurry = () => database.superuser`update mails set next_attempt_at = now()`;
const to = (address: string) => received.filter((one) => one.to.includes(address));
const failing = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

describe('a mail', () => {
  it('comes in its reader’s language, dates included, as text and as markup that say the same', async () => {
    await correction();
    await sendMails();
    const [zh] = to('owner@test.cn');
    const [en] = to('english@test.cn');
    expect(received).toHaveLength(3);
    expect(zh?.mail.subject).toBe('请补正申请 TT-2026-000001');
    expect(zh?.mail.text).toContain('请于 2026-06-30 前完成');
    expect(zh?.mail.html).toContain('请于 2026-06-30 前完成');
    expect(en?.mail.subject).toBe('Correct application TT-2026-000001');
    expect(en?.mail.text).toContain('by 30 Jun 2026');
    expect(en?.mail.html).toContain('by 30 Jun 2026');
    expect(en?.mail.html).toContain('<html lang="en">');
    expect(en?.mail.attachments).toEqual([]);
    expect(zh?.mail.from?.text).toBe('"算券" <no-reply@suanquan.example>');
  });

  it('links to its notification, and says that it is automatic and how to get fewer mails', async () => {
    await informed('TT-1');
    await correction(['owner']);
    await sendMails();
    const mine = to('owner@test.cn');
    const [notification] = (
      await listNotifications(actorOf(people.owner), { unread: false })
    ).rows.slice(-1);
    const [information, duty] = mine;
    expect(information?.mail.text).toContain(
      `https://suanquan.example/notifications/${notification?.id}`,
    );
    expect(information?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(information?.raw).toContain(
      'List-Unsubscribe: <https://suanquan.example/settings/notifications>',
    );
    // A mail that users may not turn off has no link for unsubscribing.
    expect(duty?.raw).not.toContain('List-Unsubscribe');
    expect(duty?.mail.text).toContain('不可关闭');
  });

  it('cannot be made to say anything in its headers, or to load or run anything', async () => {
    const name = '甲\r\nBcc: victim@example.com\r\n\r\n<img src=x onerror=alert(1)>\u202Eabc';
    await inTx((tx) =>
      notify(tx, firm('owner'), 'hold_authorised', {
        organisation: name,
        amount: '¥1.00',
        order: '<script>1</script>',
        expires: due,
        path: '/vendor',
      }),
    );
    await inTx((tx) =>
      mailAddress(tx, { email: 'one@test.cn, victim@example.com', locale: 'en' }, 'invitation', {
        place: name,
        inviter: name,
        role: 'owner',
        path: '/invitations/abc',
      }),
    );
    await sendMails();
    expect(received.flatMap((one) => one.to)).not.toContain('victim@example.com');
    const [first] = to('owner@test.cn');
    expect(first?.mail.headers.has('bcc')).toBe(false);
    expect(first?.mail.subject).toMatch(/^甲 Bcc: victim@example\.com <img/);
    expect(first?.mail.subject).not.toMatch(/[\r\n\u202E]/);
    expect(first?.mail.html).not.toMatch(/<img|<script/);
    expect(first?.mail.html).toContain('&lt;script&gt;');
  });

  it('is sent again under the same Message-ID when the process stopped before marking it', async () => {
    await informed('TT-1');
    await sendMails();
    await database.superuser`update mails set state = 'queued', sent_at = null, next_attempt_at = now(),
      leased_until = now() - interval '1 second'`;
    await sendMails();
    const ids = to('owner@test.cn').map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@suanquan\.example>$/);
  });

  it('that another worker has leased is not sent until the lease ends', async () => {
    await informed('TT-1');
    await database.superuser`update mails set leased_until = now() + interval '1 minute'`;
    await sendMails();
    expect(received).toEqual([]);
  });
});

describe('a mail server that', () => {
  it('says “later” gets the mail later, once', async () => {
    let tries = 0;
    behaviour.onRcptTo = (address, _session, done) => {
      const first = address.address === 'owner@test.cn' && (tries += 1) === 1;
      done(first ? failing(451, 'Greylisted, try again later') : undefined);
    };
    await correction();
    await sendMails();
    expect(to('owner@test.cn')).toHaveLength(0);
    // The other mails do not wait for it.
    expect(received).toHaveLength(2);
    await sendMails();
    expect(to('owner@test.cn')).toHaveLength(0);
    await hurry();
    await sendMails();
    await hurry();
    await sendMails();
    expect(to('owner@test.cn')).toHaveLength(1);
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual(
      expect.arrayContaining([['sent', 2]]),
    );
  });

  it('says “never” is not asked again', async () => {
    let tries = 0;
    behaviour.onRcptTo = (address, _session, done) => {
      if (address.address === 'owner@test.cn') tries += 1;
      done(address.address === 'owner@test.cn' ? failing(550, 'No such user') : undefined);
    };
    await correction();
    for (let runs = 0; runs < 3; runs += 1) {
      await sendMails();
      await hurry();
    }
    expect(tries).toBe(1);
    const found = (await rows()).find(({ recipient }) => recipient === 'owner@test.cn');
    expect(found).toMatchObject({ state: 'failed', attempts: 1, leased: false });
    expect(found?.error).toMatch(/No such user/);
    const [counts] = await database.superuser<{ failed: number }[]>`
      select failed from app.count_mails()`;
    expect(counts?.failed).toBe(1);
  });

  it('cannot be reached makes no user’s action fail; the mails are sent when it is back', async () => {
    await stop();
    await correction();
    await sendMails(500);
    const waiting = await rows();
    expect(waiting.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued']);
    // One was tried. The others would have failed too, so they wait for their next turn.
    expect(waiting.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);
    await serve();
    await hurry();
    await sendMails();
    expect(received).toHaveLength(3);
  });

  it.each([
    ['greets nobody', { onConnect: () => undefined }],
    ['never says that it has the mail', { onData: () => undefined }],
  ] satisfies [string, Partial<SMTPServerOptions>][])(
    '%s is given up in time, and no lock is held meanwhile',
    async (_what, hanging) => {
      behaviour = hanging;
      await informed('TT-1', ['member']);
      const began = performance.now();
      const sending = sendMails(300);
      await new Promise((resolve) => setTimeout(resolve, 150));
      const free = await database.superuser`select id from mails for update nowait`;
      expect(free).toHaveLength(1);
      await sending;
      expect(performance.now() - began).toBeLessThan(3_000);
      expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1, leased: false }]);
      behaviour = {};
      await hurry();
      received.length = 0;
      await sendMails();
      expect(received).toHaveLength(1);
    },
  );

  it('serves three workers at once gets each of sixty mails once', async () => {
    for (let n = 0; n < 60; n += 1) {
      await inTx((tx) =>
        mailAddress(tx, { email: `guest${n}@test.cn`, locale: 'en' }, 'invitation', {
          place: 'P',
          inviter: 'I',
          role: 'R',
          path: '/x',
        }),
      );
    }
    await Promise.all([sendMails(), sendMails(), sendMails()]);
    expect(received).toHaveLength(60);
    expect(new Set(received.map((one) => one.to[0])).size).toBe(60);
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });
});

describe('wishes', () => {
  it('have the same categories as the database', async () => {
    for (const category of categories) {
      await database.superuser`insert into notification_preferences (user_id, category, mail)
        values (${people.owner.userId}, ${category}, 'daily')`;
    }
    expect(Object.keys(await getWishes(actorOf(people.owner))).sort()).toEqual(
      [...categories].sort(),
    );
  });

  it('stop mails of a category, never the notification, and never a mandatory mail', async () => {
    await perform(people.owner, saveWishes, { applications: 'off' });
    expect(kinds.correction_requested.mandatory).toBe(true);
    await informed('TT-1', ['owner', 'member']);
    await correction();
    await sendMails();
    expect(to('owner@test.cn').map(({ mail }) => mail.subject)).toEqual([
      '请补正申请 TT-2026-000001',
    ]);
    expect(to('english@test.cn')).toHaveLength(2);
    const { rows: notified } = await listNotifications(actorOf(people.owner), { unread: true });
    expect(notified.map(({ template }) => template)).toEqual([
      'correction_requested',
      'application_received',
    ]);
  });
});

describe('the digest', () => {
  /** Sets the portal's clock to that time of a day. */
  const goTo = (time: string, day = '2026-06-08') =>
    setClock(database.superuser, atClock(day, time));

  it('comes once on a working day, by category, each with its link; what was read is left out', async () => {
    await perform(people.owner, saveWishes, { applications: 'daily', vouchers: 'daily' });
    await informed('TT-1');
    await informed('TT-2');
    await inTx((tx) =>
      notify(tx, firm('owner'), 'voucher_unfrozen', {
        amount: '¥5.00',
        path: '/startup/vouchers/1',
      }),
    );
    await sendMails();
    expect(to('owner@test.cn')).toEqual([]);
    const { rows: told } = await listNotifications(actorOf(people.owner), { unread: true });
    const second = told.find(({ values }) => values.reference === 'TT-2');
    await perform(people.owner, readNotification, { notificationId: second?.id ?? '' });
    await goTo('08:29');
    await writeDigests();
    expect(await database.superuser`select 1 from mails where template = 'digest'`).toHaveLength(0);
    await goTo('08:31');
    await Promise.all([writeDigests(), writeDigests(), writeDigests()]);
    await informed('TT-3');
    await writeDigests();
    await sendMails();
    const [digest, ...more] = to('owner@test.cn');
    expect(more).toEqual([]);
    expect(digest?.mail.subject).toBe('您有 2 条通知待查看');
    expect(digest?.mail.text).toContain('已收到申请 TT-1');
    expect(digest?.mail.text).not.toContain('TT-2');
    expect(digest?.mail.html).toMatch(
      /申请<\/h2>[\s\S]*TT-1[\s\S]*算力券与锁定<\/h2>[\s\S]*¥5\.00/,
    );
    for (const { id } of told.filter(({ id }) => id !== second?.id)) {
      expect(digest?.mail.html).toContain(`https://suanquan.example/notifications/${id}`);
    }
    // What came after the hour is in the next day's digest, and nothing is sent twice.
    await goTo('09:00', '2026-06-09');
    await writeDigests();
    await sendMails();
    expect(to('owner@test.cn').map(({ mail }) => mail.subject)).toEqual([
      '您有 2 条通知待查看',
      '您有 1 条通知待查看',
    ]);
  });

  it('is not sent to users without unread notifications', async () => {
    await perform(people.english, saveWishes, { applications: 'daily' });
    await informed('TT-1', ['member']);
    await perform(people.english, readAllNotifications, {});
    await goTo('10:00');
    await writeDigests();
    expect(await rows()).toEqual([]);
  });
});

describe('on the portal', () => {
  const session = async (of: Person, role: Role) => {
    const sid = `session-of-${of.userId}-${role}`;
    await database.superuser`insert into sessions
        (id_hash, user_id, membership_id, device, created_at, last_seen_at, expires_at)
      select ${hashSessionId(sid)}, ${of.userId}, m.id, 'test', now(), now(), now() + interval '1 hour'
      from memberships m where m.user_id = ${of.userId} and m.role = ${role}
      on conflict do nothing`;
    request.sid = sid;
    const found = await findSession(sid);
    if (!found) throw new Error('There is no session.');
    return found;
  };

  it('a user gets one notification for several roles, and none about an own action', async () => {
    const city = { cityId: places.city, roles: ['reviewer', 'finance', 'manager'] as const };
    await inTx((tx) =>
      notify(tx, city, 'application_submitted', {
        organisation: 'O',
        reference: 'TT-1',
        path: '/city',
      }),
    );
    await inTx((tx) =>
      notify(tx, { ...city, except: people.manager.userId }, 'batch_proposed', {
        ...batch,
        path: '/city',
      }),
    );
    await inTx((tx) =>
      notify(tx, { ...city, only: people.manager.userId }, 'batch_released', {
        ...batch,
        path: '/city',
      }),
    );
    const list = (of: Person) => listNotifications(actorOf(of), { unread: false });
    const named = async (of: Person) => (await list(of)).rows.map(({ template }) => template);
    expect(await named(people.twice)).toEqual(['batch_proposed', 'application_submitted']);
    expect(await named(people.manager)).toEqual(['batch_released', 'application_submitted']);
    expect(await named(people.owner)).toEqual([]);
  });

  it('a user cannot find, read or open the notifications of another user', async () => {
    await informed('TT-1');
    const { rows: told } = await listNotifications(actorOf(people.owner), { unread: false });
    const notificationId = told[0]?.id ?? '';
    expect(await getNotification(actorOf(people.manager), notificationId)).toBeUndefined();
    const no = { ok: false, code: 'notification_unknown' };
    expect(await perform(people.manager, readNotification, { notificationId })).toMatchObject(no);
    expect(await perform(people.manager, openNotification, { notificationId })).toMatchObject(no);
    const [row] =
      await database.superuser`select read_at from notifications where id = ${notificationId}`;
    expect(row?.read_at).toBeNull();
    await perform(people.manager, readAllNotifications, {});
    expect(await countUnread(await session(people.owner, 'owner'))).toBe(1);
    expect(await countUnread(await session(people.manager, 'manager'))).toBe(0);
  });

  it('reading a second time is no error, and records nothing', async () => {
    await informed('TT-1');
    const { rows: told } = await listNotifications(actorOf(people.owner), { unread: false });
    const notificationId = told[0]?.id ?? '';
    const events = async () =>
      (await database.superuser`select 1 from audit_events where action = 'notification.read'`)
        .length;
    const before = await events();
    expect((await perform(people.owner, readNotification, { notificationId })).ok).toBe(true);
    expect(await events()).toBe(before + 1);
    for (const again of [
      await perform(people.owner, readNotification, { notificationId }),
      await perform(people.owner, openNotification, { notificationId }),
      await perform(people.owner, readAllNotifications, {}),
    ]) {
      expect(again).toMatchObject({ ok: true, repeated: true });
    }
    expect(await events()).toBe(before + 1);
  });

  it('opening a notification of another role switches to that role, unless the role has ended', async () => {
    const before = await session(people.twice, 'owner');
    const city = { cityId: places.city, roles: ['finance'] as const };
    await inTx((tx) =>
      notify(tx, city, 'batch_proposed', { ...batch, path: '/city/settlements/1' }),
    );
    const owner = actorOf<'account.read'>(people.twice);
    const [item] = (await listNotifications(owner, { unread: true })).rows;
    expect(item).toMatchObject({
      access: 'elsewhere',
      place: { 'zh-CN': '测试市', en: 'Test City' },
    });
    const input = { notificationId: item?.id ?? '' };
    expect(await perform(people.twice, openNotification, input)).toMatchObject({
      ok: true,
      value: { path: '/city/settlements/1' },
    });
    const now = await findSession(request.sid ?? '');
    expect([before.role, now?.role, now?.cityId]).toEqual(['owner', 'finance', places.city]);
    await database.superuser`update memberships set ended_at = now()
      where user_id = ${people.twice.userId} and role = 'finance'`;
    expect(await getNotification(owner, input.notificationId)).toMatchObject({ access: 'left' });
    expect(await perform(people.twice, openNotification, input)).toMatchObject({
      code: 'place_left',
    });
  });

  it('all notifications are listed page by page, and old ones are deleted after more than a year', async () => {
    for (let n = 0; n < 30; n += 1) await informed(`TT-${n}`);
    const owner = actorOf<'account.read'>(people.owner);
    const first = await listNotifications(owner, { unread: false });
    const second = await listNotifications(owner, {
      unread: false,
      after: first.nextCursor ?? undefined,
    });
    const seen = [...first.rows, ...second.rows].map(({ values }) => values.reference);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, at) => `TT-${29 - at}`));
    await database.superuser`update notifications set created_at = app.now() - interval '401 days'
      where values ->> 'reference' in ('TT-0', 'TT-1')`;
    await writeDigests();
    const [left] = await database.superuser`select count(*)::int as n from notifications`;
    expect(left?.n).toBe(28 * 2);
    // Its mail, which is a record of what was sent, stays.
    expect(await rows()).toHaveLength(30 * 2);
  });
});
