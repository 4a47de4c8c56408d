import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMissingNotifications, storedDays } from './testing/missing-notifications';
import { actionMails } from '@/features/notifications/action-mails';
import { freshDatabase, type TestDatabase } from './testing/database';
import { seedDemonstration } from './testing/demonstration';

/**
 * Row security without the application's own conditions: these queries read whole tables, as a
 * query would that forgot its `where`.
 */
let database: TestDatabase;
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemonstration(database);
  const find = async (name: string, query: string) => {
    const [row] = await database.superuser.unsafe<{ id: string }[]>(query);
    ids[name] = row?.id ?? '';
    expect(ids[name], name).not.toBe('');
  };
  await find('qingyang', "select id from cities where slug = 'qingyang'");
  await find('shenzhen', "select id from cities where slug = 'shenzhen'");
  await find(
    'startup',
    "select organisation_id as id from memberships m join users u on u.id = m.user_id where u.email = 'owner@startup.demo'",
  );
  await find(
    'vendor',
    "select organisation_id as id from memberships m join users u on u.id = m.user_id where u.email = 'operator@vendor.demo'",
  );
});

afterAll(() => database.close());

type Scope = { user?: string; city?: string; organisation?: string };

const as = <T>(scope: Scope, work: (tx: TransactionSql) => Promise<T>, sql: Sql = database.app) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.user', ${scope.user ?? ''}, true),
      set_config('app.city', ${scope.city ?? ''}, true),
      set_config('app.organisation', ${scope.organisation ?? ''}, true),
      set_config('app.platform', '', true), set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

const codeOf = (error: unknown) =>
  error instanceof postgres.PostgresError ? error.code : String(error);

type Column = { schema: string; table: string; column: string };

/**
 * Lists every table with a column for the owner, read from the catalogue, so that a new table is
 * covered too.
 */
const tablesWith = (column: string) =>
  database.superuser<
    Column[]
  >`select table_schema as schema, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'ledger') and column_name = ${column} and table_type = 'BASE TABLE'
    order by 1, 2`;

/** What everyone may read of every city, because the city publishes it. */
const publicTables = new Set([
  'public.programmes',
  'public.programme_versions',
  'public.rounds',
  'public.programme_pools',
  'public.accreditations',
  'public.pauses',
  'public.notices',
  'public.notice_items',
  'public.signing_keys',
  'public.published_heads',
  'public.mandates',
  'ledger.pools',
]);

describe('the wall between cities', () => {
  it('shows a city no row of another city, in any table that has cities', async () => {
    const tables = await tablesWith('city_id');
    expect(tables.length).toBeGreaterThan(15);
    for (const { schema, table } of tables) {
      if (publicTables.has(`${schema}.${table}`)) continue;
      const name = `${schema}.${table}`;
      const foreign = await as({ city: ids.shenzhen ?? '' }, (tx) =>
        tx.unsafe(`select 1 from ${name} where city_id = '${ids.qingyang ?? ''}' limit 1`),
      );
      expect(foreign.length, name).toBe(0);
    }
  });

  it('lets a city see its own, so that the test above means something', async () => {
    for (const table of ['applications', 'vouchers', 'redemptions', 'reviews', 'audit_events']) {
      const own = await as({ city: ids.qingyang ?? '' }, (tx) =>
        tx.unsafe(`select 1 from ${table} where city_id = '${ids.qingyang ?? ''}' limit 1`),
      );
      expect(own.length, table).toBe(1);
    }
  });

  it('lets nobody write into another city', async () => {
    for (const { schema, table } of await tablesWith('city_id')) {
      const name = `${schema}.${table}`;
      const attempt = as({ city: ids.shenzhen ?? '' }, (tx) =>
        tx.unsafe(`update ${name} set city_id = city_id where city_id = '${ids.qingyang ?? ''}'`),
      ).then((rows) => rows.count, codeOf);
      expect([0, '42501'], name).toContain(await attempt);
    }
  });
});

describe('the wall between organisations', () => {
  it('shows a start-up no row of another, in any table that has organisations', async () => {
    for (const { schema, table } of await tablesWith('organisation_id')) {
      const name = `${schema}.${table}`;
      // A vendor's invoice for this start-up is the vendor's file, but the start-up may check it.
      const shared = table === 'documents' ? 'and redemption_id is null' : '';
      const foreign = await as({ organisation: ids.startup ?? '' }, (tx) =>
        tx.unsafe(
          `select 1 from ${name} where organisation_id is not null and organisation_id <> '${ids.startup ?? ''}' ${shared} limit 1`,
        ),
      );
      expect(foreign.length, name).toBe(0);
    }
    const evidence = await as(
      { organisation: ids.startup ?? '' },
      (tx) =>
        tx`select r.organisation_id as id from documents d join redemptions r on r.id = d.redemption_id`,
    );
    expect(evidence.length).toBeGreaterThan(0);
    expect(new Set(evidence.map((row) => row.id as string))).toEqual(new Set([ids.startup]));
  });

  it('shows a vendor what is claimed from it, and nothing of other vendors', async () => {
    for (const { schema, table } of await tablesWith('vendor_id')) {
      const name = `${schema}.${table}`;
      if (publicTables.has(name)) continue;
      const foreign = await as({ organisation: ids.vendor ?? '' }, (tx) =>
        tx.unsafe(
          `select 1 from ${name} where vendor_id is not null and vendor_id <> '${ids.vendor ?? ''}' limit 1`,
        ),
      );
      expect(foreign.length, name).toBe(0);
    }
    const own = await as({ organisation: ids.vendor ?? '' }, (tx) => tx`select 1 from redemptions`);
    expect(own.length).toBeGreaterThan(5);
    const vouchers = await as(
      { organisation: ids.vendor ?? '' },
      (tx) => tx`select 1 from vouchers`,
    );
    expect(vouchers).toHaveLength(0);
  });

  it('shows nobody anything that is not public', async () => {
    const tables = [...(await tablesWith('city_id')), ...(await tablesWith('organisation_id'))];
    for (const { schema, table } of tables) {
      const name = `${schema}.${table}`;
      if (publicTables.has(name)) continue;
      const seen = await as({}, (tx) => tx.unsafe(`select 1 from ${name} limit 1`)).then(
        (rows) => rows.length,
        codeOf,
      );
      expect([0, '42501'], name).toContain(seen);
    }
  });
});

describe('the portal’s own login', () => {
  it('can neither bypass row security nor become anybody who could', async () => {
    const [role] =
      await database.superuser`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
      from pg_roles where rolname = 'suanquan_app'`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    const owned = await database.superuser`select c.oid::regclass::text from pg_class c
      join pg_roles r on r.oid = c.relowner where r.rolname = 'suanquan_app'`;
    expect(owned).toEqual([]);
    for (const other of ['suanquan_owner', 'suanquan_engine']) {
      await expect(database.app.unsafe(`set role ${other}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('has its limits however it connects', async () => {
    const address = process.env.DATABASE_URL ?? '';
    // Databases of tests have a longer limit, which is removed first.
    const { pathname } = new URL(address);
    await database.superuser.unsafe(
      `alter role suanquan_app in database ${pathname.slice(1)} reset all`,
    );
    const names = [
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
      'transaction_timeout',
    ];
    const fresh = postgres(address, { max: 1 });
    const rows = await fresh<{ setting: string; source: string }[]>`
      select current_setting(name) as setting, source from pg_settings
      where name in ${fresh(names)} order by array_position(${names}::text[], name)`;
    await fresh.end();
    expect(rows.map(({ setting }) => setting)).toEqual(['15s', '5s', '20s', '5min']);
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['user']));
  });

  it('meets forced row security on every table it may touch', async () => {
    const open = await database.superuser<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'ledger', 'app') and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity)
        and has_table_privilege('suanquan_app', c.oid, 'select, insert, update, delete')`;
    expect(open).toEqual([]);
  });

  it('is alone in calling what sees more than its caller; what is not the engine’s is known', async () => {
    const functions = await database.superuser<{ name: string; owner: string; open: boolean }[]>`
      select p.oid::regproc::text as name, r.rolname as owner,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'ledger'::regnamespace)
      order by 1`;
    expect(functions.filter(({ open }) => open)).toEqual([]);
    const others = functions.filter(({ owner }) => owner !== 'suanquan_engine');
    expect(others.map(({ name }) => name)).toEqual([
      ...['app.analyze_awards', 'app.applied_migrations', 'app.enqueue'],
    ]);
  });

  it('cannot rewrite what is on record', async () => {
    for (const table of [
      ...['audit_events', 'reviews', 'application_revisions', 'ledger.entries'],
      ...['letters', 'appeals', 'sign_offs', 'certificates', 'signing_keys', 'signing_key_secrets'],
      ...['seals', 'sealed_rows', 'published_heads', 'day_ends'],
    ]) {
      for (const verb of ['update', 'delete', 'truncate']) {
        const [row] =
          await database.superuser`select has_table_privilege('suanquan_app', ${table}, ${verb}) as may`;
        expect(row?.may, `${verb} ${table}`).toBe(false);
      }
    }
  });
});

describe('the wall between persons', () => {
  it('shows and lets anybody change their own notifications and wishes alone, whatever place they work in', async () => {
    const [owner] = await database.superuser<{ id: string }[]>`
      select id from users where email = 'owner@startup.demo'`;
    const [other] = await database.superuser<{ id: string }[]>`
      select id from users where email = 'manager@qingyang.demo'`;
    const scope = { user: other?.id ?? '', city: ids.qingyang ?? '' };
    await database.superuser`insert into notification_preferences (user_id, category, mail)
      values (${owner?.id ?? ''}, 'vouchers', 'daily'), (${other?.id ?? ''}, 'reviews', 'daily')`;
    for (const table of ['notifications', 'notification_preferences']) {
      const seen = await as(scope, (tx) => tx.unsafe(`select distinct user_id from ${table}`));
      expect(
        seen.map(({ user_id }) => user_id as string),
        table,
      ).toEqual([other?.id]);
    }
    const read = await as(
      scope,
      (tx) => tx`update notifications set read_at = now() where user_id = ${owner?.id ?? ''}`,
    );
    expect(read.count).toBe(0);
    const wish = as(
      scope,
      (tx) => tx`insert into notification_preferences (user_id, category, mail)
        values (${owner?.id ?? ''}, 'reviews', 'off')`,
    ).catch(codeOf);
    expect(await wish).toBe('42501');
    const rewritten = as(scope, (tx) => tx`update notifications set template = 'x'`).catch(codeOf);
    expect(await rewritten).toBe('42501');
    const forged = as(scope, (tx) => tx`select app.write_digests(current_date, now())`).catch(
      codeOf,
    );
    expect(await forged).toBe('42501');
    const cleared = as(scope, (tx) => tx`select app.delete_old_notifications()`).catch(codeOf);
    expect(await cleared).toBe('42501');
  });
});

it('the demonstration notified everybody whose turn it was', async () => {
  const { missing, actions } = await findMissingNotifications(database);
  expect(missing).toEqual([]);
  expect(await storedDays(database)).toEqual([]);
  expect(actions.size).toBeGreaterThan(20);
  const known = new Set(Object.keys(actionMails));
  const recorded = await database.superuser<{ action: string }[]>`
    select distinct action from audit_events`;
  expect(recorded.filter(({ action }) => !known.has(action))).toEqual([]);
});
