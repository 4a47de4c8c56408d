/**
 * Parts that the drills share: a database of their own, programs beside it, and the comparison of a journal with what was kept.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTypeScript, tool } from '../lib/children.mjs';
import { startOwnCluster } from '../lib/database.mjs';
import { root } from '../lib/project.mjs';
import { prepareOwnDatabase } from '../lib/roles.mjs';

export const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Runs a drill with a folder that is deleted afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'suanquan-drill-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until a condition is met; throws with the given words when it is not met in time. */
export async function until(what, timeoutMs, isSo) {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not in time: ${what}.`);
    await wait(50);
  }
}

/** Opens one connection for a drill's own queries; the caller ends it. */
export async function connect(url, options = {}) {
  const { default: postgres } = await import('postgres');
  return postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {}, ...options });
}

/** Makes a fresh database in a cluster for the drills only, migrated, with a table for the journal. */
export async function freshLab(settings = {}, name = 'drill-postgres') {
  const cluster = await startOwnCluster({ name, ports: [54349], settings });
  const superuser = await connect(cluster.urls.superuser('postgres'));
  await superuser.unsafe('drop database if exists suanquan_drill with (force)');
  await superuser.end();
  await prepareOwnDatabase(cluster.urls.superuser('postgres'), 'suanquan_drill');
  const urls = {
    superuser: cluster.urls.superuser('suanquan_drill'),
    owner: cluster.urls.owner('suanquan_drill'),
    app: cluster.urls.app('suanquan_drill'),
  };
  if ((await runTypeScript('db/migrate.ts', environment(urls, cluster))) !== 0) {
    throw new Error('The database of the drill could not be migrated.');
  }
  const sql = await connect(urls.superuser);
  await sql`create table drill_journal (id uuid primary key)`;
  await sql`grant select, insert on drill_journal to suanquan_app`;
  await sql.end();
  return { ...cluster, urls };
}

/** Returns the settings that the portal's own code runs with. */
export function environment(urls, { secrets }, more = {}) {
  return {
    ...process.env,
    DATABASE_URL: urls.app,
    MIGRATION_DATABASE_URL: urls.owner,
    AUTH_SECRET: secrets.authSecret,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    ...more,
  };
}

/** Starts a TypeScript file of the project; `output` collects its output, `ended` resolves to its exit code. */
export function startTypeScript(file, args, env) {
  const child = spawn(process.execPath, [tool('tsx'), '--conditions=react-server', file, ...args], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const running = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => (running.output += data));
  }
  running.ended = new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  return running;
}

/** Returns the last line that a load printed, its tally. */
export function tallyOf({ output }) {
  const line = output.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`The load did not end well:\n${output}`);
  return JSON.parse(line);
}

/** Reads the lines of a journal: the time, and the row that was reported as kept. */
export function readJournal(file) {
  if (!existsSync(file)) writeFileSync(file, '');
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  return lines.map((line) => ({ at: Number(line.split(' ')[0]), id: line.split(' ')[1] }));
}

/** Counts the journal's rows that the database does not have. */
export async function lostOf(journal, superuserUrl) {
  const sql = await connect(superuserUrl);
  const rows = await sql`select id from drill_journal`;
  await sql.end();
  const there = new Set(rows.map(({ id }) => id));
  return journal.filter(({ id }) => !there.has(id)).length;
}
