import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { cities, users } from '@/db/schema/people';
import { buildBase, type Person, type World } from '@/demo/base';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { actorOf } from '@/demo/act';
import { request } from '@/db/testing/request';
import { permissions, type Permission } from '@/lib/permissions';
import { done, refused, repeated } from '@/lib/result';
import {
  authorise,
  execute,
  executeSweep,
  portalActor,
  type Grant,
  type RecordedRefusal,
} from './gate';
import { inScope } from './scope';
import { hashSessionId, makeSessionId } from './session';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('./auth', async () => (await import('@/db/testing/request')).envelope);

let database: TestDatabase;
let world: World;
let person: Person;

beforeAll(async () => {
  // With a single connection, anything that leaks from one transaction affects the next.
  process.env.DATABASE_POOL = '1';
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  person = known('owner@startup.demo');
});

afterAll(() => database.close());

function known(email: string): Person {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody is called ${email}.`);
  return found;
}

type Editing = Grant<'account.edit'>;
const rename = ({ tx }: Editing, name: string) =>
  tx.update(users).set({ name }).where(eq(users.id, person.userId));
const event = (name: string) => ({
  action: 'account.edited' as const,
  subject: { kind: 'user' as const, id: person.userId },
  data: { name },
});
const run = <T, C extends string>(
  command: (grant: Editing) => Promise<ReturnType<typeof done<T>> | ReturnType<typeof refused<C>>>,
  constraints?: Record<string, C>,
) =>
  execute<'account.edit', undefined, T, C>(actorOf(person), command, undefined, {
    idempotencyKey: 'key-of-the-sender',
    ...(constraints && { constraints }),
  });

const nameNow = async () => {
  const [row] = await database.superuser`select name from users where id = ${person.userId}`;
  return row?.name as string;
};
const eventsOf = (name: string) =>
  database.superuser`select at, actor_id, actor_name, actor_role, city_id, organisation_id
    from audit_events where data->>'name' = ${name}`;

describe('a command', () => {
  it('is stored with its event, which has the user, the role and the time by the portal’s clock', async () => {
    await setClock(database.superuser, new Date(testStart.getTime() + 86_400_000));
    let moment = new Date(0);
    const outcome = await run(async (grant) => {
      moment = grant.now;
      expect(grant.idempotencyKey).toBe('key-of-the-sender');
      await rename(grant, 'recorded');
      await grant.record(event('recorded'));
      return done('yes');
    });
    await setClock(database.superuser, testStart);
    expect(outcome).toEqual({ ok: true, value: 'yes' });
    expect(await nameNow()).toBe('recorded');
    const [row] = await eventsOf('recorded');
    expect(row).toMatchObject({
      at: moment,
      actor_id: person.userId,
      actor_name: person.name,
      actor_role: 'owner',
      city_id: null,
      organisation_id: person.organisationId,
    });
    const [clock] = await database.superuser<{ hours: number }[]>`
      select extract(epoch from ${moment}::timestamptz - app.now()) / 3600 as hours`;
    expect(Number(clock?.hours)).toBeGreaterThan(23);
  });

  it('that records nothing is undone and reported as a bug', async () => {
    const before = await nameNow();
    const silent = run(async (grant) => {
      await rename(grant, 'unrecorded');
      return done('yes');
    });
    await expect(silent).rejects.toThrow('without an audit event');
    expect(await nameNow()).toBe(before);
  });

  it('that answers as the first time need not record again', async () => {
    expect(await run(() => Promise.resolve(repeated('as before')))).toEqual({
      ok: true,
      value: 'as before',
      repeated: true,
    });
  });

  it('that refuses takes back everything it did, its event too', async () => {
    const before = await nameNow();
    const outcome = await run(async (grant) => {
      await rename(grant, 'refused');
      await grant.record(event('refused'));
      return refused('name_taken', { name: 'refused' }, 'name');
    });
    expect(outcome).toEqual({
      ok: false,
      code: 'name_taken',
      values: { name: 'refused' },
      field: 'name',
    });
    expect(await nameNow()).toBe(before);
    expect(await eventsOf('refused')).toHaveLength(0);
  });

  it('that refuses may record one event, which stays although all the rest is undone', async () => {
    const before = await nameNow();
    const outcome = await run(async (grant) => {
      await rename(grant, 'traced');
      const refusal: RecordedRefusal<'wrong'> = {
        ...refused('wrong'),
        leaveTrace: async (tx) => {
          await tx.execute(sql`select app.take_attempt(array['a trace'], array[1], '1 hour')`);
        },
      };
      return refusal;
    });
    expect(outcome).toMatchObject({ ok: false, code: 'wrong' });
    expect(await nameNow()).toBe(before);
    expect(
      await database.superuser`select 1 from sign_in_attempts where key = 'a trace'`,
    ).toHaveLength(1);
  });

  it('that breaks is undone, and nobody takes it for an answer', async () => {
    const before = await nameNow();
    const broken = run(async (grant) => {
      await rename(grant, 'broken');
      await grant.record(event('broken'));
      throw new TypeError('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(await nameNow()).toBe(before);
    expect(await eventsOf('broken')).toHaveLength(0);
  });

  it('that violates a named constraint is refused if a refusal has that name, otherwise it failed', async () => {
    const clash = async (grant: Editing) => {
      await grant.tx.execute(sql`select set_config('app.platform', 'on', true)`);
      const [city] = await grant.tx.select().from(cities).limit(1);
      if (!city) throw new Error('There is no city.');
      const { id: _id, ...copy } = city;
      await grant.tx.insert(cities).values(copy);
      return done('impossible');
    };
    expect(await run(clash, { cities_slug_unique: 'city_taken' })).toEqual({
      ok: false,
      code: 'city_taken',
    });
    await expect(run(clash)).rejects.toThrow();
    await expect(run(clash, { another_constraint: 'city_taken' })).rejects.toThrow();
  });

  it.each(['40001', '40P01'])('is tried again under its key after %s', async (state) => {
    const keys: string[] = [];
    const outcome = await run(async (grant) => {
      keys.push(grant.idempotencyKey);
      if (keys.length < 3) {
        await grant.tx.execute(
          sql`do $$ begin raise 'again' using errcode = '${sql.raw(state)}'; end $$`,
        );
      }
      await grant.record(event(`after ${state}`));
      return done(keys.length);
    });
    expect(outcome).toEqual({ ok: true, value: 3 });
    expect(new Set(keys)).toEqual(new Set(['key-of-the-sender']));
    expect(await eventsOf(`after ${state}`)).toHaveLength(1);
  });

  it('is not tried for ever', async () => {
    let tries = 0;
    const hopeless = run(async (grant) => {
      tries += 1;
      await grant.tx.execute(sql`do $$ begin raise 'again' using errcode = '40001'; end $$`);
      return done('never');
    });
    await expect(hopeless).rejects.toThrow();
    expect(tries).toBe(5);
  });
});

describe('a sweep', () => {
  it('may find nothing to do, acts in its city as the portal, and records in its own name', async () => {
    const city = world.cities.get('nanning') ?? '';
    expect(await executeSweep(city, () => Promise.resolve(done({ count: 0 })))).toMatchObject({
      ok: true,
    });
    await executeSweep(city, async (grant) => {
      await grant.record({
        action: 'voucher.expired',
        subject: { kind: 'city', id: city },
        data: { name: 'swept' },
      });
      return done({ count: 1 });
    });
    expect(await eventsOf('swept')).toMatchObject([
      { actor_id: null, actor_role: 'system', city_id: city },
    ]);
  });
});

describe('the scope of a transaction', () => {
  const settings = async () => {
    const [row] = await db().execute(sql`select app.user_id() as user, app.city() as city,
      app.organisation() as organisation, app.is_platform() as platform, app.is_portal() as portal`);
    return row;
  };
  const nobody = { user: null, city: null, organisation: null, platform: false, portal: false };

  it('ends with it, on the very same connection', async () => {
    await inScope(portalActor(world.cities.get('nanning') ?? ''), () => Promise.resolve());
    expect(await settings()).toEqual(nobody);
    await run(async (grant) => {
      await grant.record(event('scoped'));
      return done(null);
    });
    expect(await settings()).toEqual(nobody);
  });

  it('lets a query read and not write', async () => {
    const write = inScope(actorOf(person), ({ tx }) =>
      tx.update(users).set({ name: 'by a query' }).where(eq(users.id, person.userId)),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } });
  });
});

describe('the one check of authority', () => {
  afterEach(() => {
    request.sid = null;
  });

  async function signIn(email: string, change = ''): Promise<Person> {
    const { userId } = known(email);
    const sid = makeSessionId();
    await database.superuser`insert into sessions
      (id_hash, user_id, membership_id, device, created_at, last_seen_at, expires_at)
      select ${hashSessionId(sid)}, ${userId}, m.id, 'test', now(), now(), now() + interval '1 hour'
      from memberships m where m.user_id = ${userId}`;
    if (change)
      await database.superuser.unsafe(`${change} where id_hash = '${hashSessionId(sid)}'`);
    request.sid = sid;
    return known(email);
  }

  it('gives the actor as stored in the database', async () => {
    const me = await signIn('reviewer@qingyang.demo');
    expect(await authorise('case.take')).toEqual({
      ok: true,
      value: {
        userId: me.userId,
        name: me.name,
        role: 'reviewer',
        cityId: world.cities.get('qingyang'),
        organisationId: null,
        platform: false,
        portal: false,
      },
    });
  });

  it('needs no account for what is for everyone, and for all else says to sign in', async () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      const answer = await authorise(permission);
      if (permissions[permission] === 'anyone') expect(answer.ok, permission).toBe(true);
      else expect(answer, permission).toEqual({ ok: false, code: 'sign_in_needed' });
    }
  });

  it('refuses a role that may not, whatever it may elsewhere', async () => {
    await signIn('reviewer@qingyang.demo');
    for (const permission of [
      'case.decide',
      'issue.release',
      'startup.read',
      'platform.read',
    ] as const) {
      expect(await authorise(permission)).toEqual({ ok: false, code: 'not_allowed' });
    }
    await signIn('platform@suanquan.demo');
    expect(await authorise('case.read')).toEqual({ ok: false, code: 'not_allowed' });
    expect(await authorise('platform.read')).toMatchObject({ value: { platform: true } });
  });

  it.each([
    ['revoked', 'update sessions set revoked_at = now()'],
    ['past its end', "update sessions set expires_at = now() - interval '1 second'"],
    ['idle for half an hour', "update sessions set last_seen_at = now() - interval '31 minutes'"],
  ])('does not take a session that is %s', async (_, change) => {
    await signIn('reviewer@qingyang.demo', change);
    expect(await authorise('case.take')).toEqual({ ok: false, code: 'sign_in_needed' });
  });

  it('takes a role away the moment its membership ends', async () => {
    const me = await signIn('reviewer2@qingyang.demo');
    expect((await authorise('case.take')).ok).toBe(true);
    await database.superuser`update memberships set ended_at = now() where user_id = ${me.userId}`;
    expect(await authorise('case.take')).toEqual({ ok: false, code: 'not_allowed' });
    expect(await authorise('account.read')).toMatchObject({
      ok: true,
      value: { role: 'signed_in', cityId: null },
    });
  });

  it('does not take an account that was closed, nor a session id that nobody was given', async () => {
    const me = await signIn('auditor@qingyang.demo');
    await database.superuser`update users set disabled_at = now() where id = ${me.userId}`;
    expect(await authorise('account.read')).toEqual({ ok: false, code: 'sign_in_needed' });
    request.sid = makeSessionId();
    expect(await authorise('account.read')).toEqual({ ok: false, code: 'sign_in_needed' });
  });
});
