/**
 * The database of a server in DATABASE_URL, by PostgreSQL's own programs, whose version must not be below the server's. They are
 * searched for in PATH; the embedded database has none of them and is copied by its files instead.
 */
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { driverAddress, withoutPassword } from '../../lib/database-address.mjs';
import { Stop } from '../lib/project.mjs';
import { describeFile, writeSmall } from './manifest.mjs';

const dumpName = 'database.dump';
const rolesName = 'roles.sql';

/**
 * Runs a program to its end. Returns what it printed; throws a `Stop` with its error message when it failed or is not installed.
 */
function runTool(tool, args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(tool, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (complaint += data));
    child.once('error', (error) =>
      fail(
        error.code === 'ENOENT'
          ? new Stop(
              `${tool} is not installed, or not in PATH: it comes with PostgreSQL 18's client programs (postgresql-client-18).`,
            )
          : error,
      ),
    );
    child.once('close', (code) =>
      code === 0 ? done(output) : fail(new Stop(`${tool} failed: ${complaint.trim()}.`)),
    );
  });
}

/** Returns the main version of a tool, such as 18. */
async function versionOf(tool) {
  const [, version] =
    /(\d+)(?:\.\d+|devel|beta\d+|rc\d+)/.exec(await runTool(tool, ['--version'])) ?? [];
  return Number(version);
}

/** Rejects tools that are older than the server. They refuse by themselves too, but with a less clear message. */
async function checkTools(tools, serverVersion) {
  const needed = Math.floor(serverVersion / 10_000);
  for (const tool of tools) {
    const version = await versionOf(tool);
    if (version < needed) {
      throw new Stop(
        `${tool} is of PostgreSQL ${version} and the server of ${needed}: install the programs of version ${needed} or newer.`,
      );
    }
  }
}

/** Opens one connection; the caller ends it. */
async function connect(address) {
  const { default: postgres } = await import('postgres');
  const { url, options } = driverAddress(address);
  return postgres(url, { ...options, max: 1, connect_timeout: 15, onnotice: () => {} });
}

/** Returns the rights of a login on its server: `{ version, name, seesAll, isSuperuser }`. */
async function lookAtLogin(sql) {
  const [row] = await sql`
    select current_setting('server_version_num')::int as version, rolname as name,
      rolsuper or rolbypassrls as "seesAll", rolsuper as "isSuperuser"
    from pg_roles where rolname = current_user`;
  return row;
}

function refuseBound({ name, seesAll }) {
  if (seesAll) return;
  throw new Stop(
    `${name} is bound by row security and sees a part alone: set BACKUP_DATABASE_URL to a login that is a superuser or has BYPASSRLS.`,
  );
}

/** Returns the address for PostgreSQL's own programs, with the password in their environment. */
function forTools(address) {
  const { address: shown, password } = withoutPassword(address);
  return { address: shown, env: password === '' ? {} : { PGPASSWORD: password } };
}

/** Lists the roles that the portal's database needs. A superuser is left out; one that owns something has to be made by hand. */
const rolesOfPortal = (sql) => sql`
  select rolname as name from pg_roles where not rolsuper and (rolname like 'suanquan\\_%' or oid in (
    select c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'ledger', 'graphile_worker')))`;

/**
 * Keeps only the portal's roles of all the server's roles. Otherwise the others would be made on the new server too, and its
 * superuser would get the old one's password.
 */
function onlyRoles(script, names) {
  const known = new Set(names);
  const lines = script.split('\n').filter((line) => {
    const [, role, member] =
      /^(?:(?:CREATE|ALTER) ROLE|GRANT) "?(\w+)"?(?: TO "?(\w+)"?)?/.exec(line) ?? [];
    return known.has(role) && (member === undefined || known.has(member));
  });
  return lines.map((line) => `${line.replace(/ GRANTED BY \S+;$/, ';')}\n`).join('');
}

async function lookBeforeDump(address) {
  const sql = await connect(address);
  try {
    const login = await lookAtLogin(sql);
    refuseBound(login);
    return { ...login, roles: (await rolesOfPortal(sql)).map(({ name }) => name) };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/**
 * Dumps the database and its roles below `to`. Every table forces row security, so a login that is subject to it would dump only
 * a part: such a login is rejected.
 */
export async function dumpServer({ address, to }) {
  const login = await lookBeforeDump(address);
  await checkTools(['pg_dump', 'pg_dumpall'], login.version);
  const target = forTools(address);
  const dump = join(to, dumpName);
  // A dump is the database of the moment at which it begins.
  const madeAt = new Date().toISOString();
  await runTool('pg_dump', ['--format=custom', `--file=${dump}`, target.address], target.env);
  await chmod(dump, 0o600);
  // Only a superuser can read passwords; those of the portal's logins are in its settings too.
  const words = login.isSuperuser ? [] : ['--no-role-passwords'];
  const rolesArgs = ['--roles-only', ...words, `--dbname=${target.address}`];
  const roles = onlyRoles(await runTool('pg_dumpall', rolesArgs, target.env), login.roles);
  return {
    version: String(login.version),
    madeAt,
    files: [
      { path: dumpName, ...(await describeFile(dump)) },
      { path: rolesName, ...(await writeSmall(join(to, rolesName), roles)) },
    ],
    folders: [],
  };
}

/** Checks whether a database has no tables of the portal yet. */
async function isEmpty(sql) {
  const [{ count }] = await sql`
    select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'ledger', 'graphile_worker') and c.relkind = 'r'`;
  return count === 0;
}

/** Rejects a target that a dump cannot be restored to: a login without the rights, or a database that is not empty. */
export async function checkTarget(address) {
  const sql = await connect(address);
  try {
    const login = await lookAtLogin(sql);
    refuseBound(login);
    if (!(await isEmpty(sql))) {
      throw new Stop(
        'The database in BACKUP_DATABASE_URL is not empty: restore into an empty one.',
      );
    }
    const roles = await sql`select 1 from pg_roles
      where rolname in ('suanquan_owner', 'suanquan_app', 'suanquan_engine')`;
    if (roles.length < 3) {
      throw new Stop(
        'The roles of the portal are missing on this server: restore them first, as docs/operations.md says under "Restore".',
      );
    }
    await checkTools(['pg_restore'], login.version);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Restores a dump completely or not at all. */
export async function restoreDump({ address, from }) {
  const target = forTools(address);
  const args = ['--exit-on-error', '--single-transaction', `--dbname=${target.address}`];
  await runTool('pg_restore', [...args, join(from, dumpName)], target.env);
}
