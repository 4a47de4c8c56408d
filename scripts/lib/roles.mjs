/**
 * The database's roles, on which the migrations depend:
 * - `suanquan_owner` logs in to migrate; owns the database; no superuser.
 * - `suanquan_app` is the portal: owns nothing, cannot bypass row-level security.
 * - `suanquan_engine` cannot log in; owns the functions that may do what the app may not.
 */
import { driverAddress } from '../../lib/database-address.mjs';
import { say, Stop } from './project.mjs';

const owner = 'suanquan_owner';
const app = 'suanquan_app';
const engine = 'suanquan_engine';

/** Opens one connection; the caller ends it. Imported late, because the driver exists only after installation. */
async function connect(address) {
  const { default: postgres } = await import('postgres');
  const { url, options } = driverAddress(address);
  return postgres(url, { ...options, max: 1, connect_timeout: 15, onnotice: () => {} });
}

/** Runs one statement whose names and literals the server itself quotes (`%I`, `%L`): roles take no bind parameters. */
async function run(sql, template, ...values) {
  const places = values.map((_, index) => `$${index + 1}::text`);
  const [{ statement }] = await sql.unsafe(
    `select format(${[`'${template}'`, ...places].join(', ')}) as statement`,
    values,
  );
  await sql.unsafe(statement);
}

async function roleExists(sql, name) {
  return (await sql`select 1 from pg_roles where rolname = ${name}`).length > 0;
}

/** Creates the three roles on a cluster of our own, and sets their passwords to the present ones. */
export async function prepareOwnRoles(superuserUrl, { ownerPassword, appPassword }) {
  const sql = await connect(superuserUrl);
  try {
    for (const name of [owner, app, engine]) {
      if (!(await roleExists(sql, name))) await run(sql, 'create role %I', name);
    }
    await run(sql, 'alter role %I login nosuperuser createrole password %L', owner, ownerPassword);
    const portal =
      'alter role %I login nosuperuser nocreaterole nocreatedb nobypassrls password %L';
    await run(sql, portal, app, appPassword);
    await run(sql, 'alter role %I nologin nosuperuser nobypassrls', engine);
    await run(sql, 'grant %I to %I with admin option', engine, owner);
    // Migrations may set the portal's limits, but not act as the portal.
    const administer = 'grant %I to %I with admin true, inherit false, set false';
    await run(sql, administer, app, owner);
  } finally {
    await sql.end();
  }
}

/** Creates a database of `suanquan_owner` to which only it and the portal may connect; an existing one is kept. */
export async function prepareOwnDatabase(superuserUrl, name) {
  const sql = await connect(superuserUrl);
  try {
    if ((await sql`select 1 from pg_database where datname = ${name}`).length === 0) {
      await run(sql, 'create database %I owner %I', name, owner);
    }
    await run(sql, 'revoke all on database %I from public', name);
    await run(sql, 'grant connect, temporary on database %I to %I', name, app);
  } finally {
    await sql.end();
  }
}

/**
 * Creates the missing roles of the portal, through the given login, on a server that is not ours, and gives the app role the
 * derived password. A login that may not create roles is rejected with one sentence.
 */
export async function prepareForeignRoles(ownerUrl, appPassword) {
  const sql = await connect(ownerUrl);
  try {
    const [{ version }] = await sql`select current_setting('server_version_num')::int as version`;
    if (version < 180000) throw new Stop('PostgreSQL 18 or newer is needed at DATABASE_URL.');
    for (const name of [app, engine]) {
      if (!(await roleExists(sql, name))) await run(sql, 'create role %I', name);
    }
    await run(sql, 'alter role %I login nobypassrls password %L', app, appPassword);
    const [{ me }] = await sql`select current_user as me`;
    await run(sql, 'grant %I to %I', engine, me);
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (error.code === '42501') {
      throw new Stop(
        'The login in DATABASE_URL may not create roles: create suanquan_app and suanquan_engine as docs/operations.md says, and set MIGRATION_DATABASE_URL.',
      );
    }
    throw new Stop(`The database at DATABASE_URL does not answer: ${error.message}.`);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
