/**
 * A PostgreSQL cluster of our own, on 127.0.0.1 only: created once, started or found running, stopped in good order. The server
 * continues when the process that started it is killed; the next start finds it through `postmaster.pid` and uses it again.
 */
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { closeSync, readSync, fstatSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder, databaseUser, runnableServer, runProgram } from './binaries.mjs';
import { clearStalePid, isAlive, runningServer } from './postmaster.mjs';
import { ensureDataDir, readJson, say, Stop, writeJson } from './project.mjs';
import { watchServer } from './watch-database.mjs';

/** Locales to try in turn. With a UTF-8 one trigram search finds Chinese; "C" exists everywhere. */
const locales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The superuser's login name in clusters of our own. */
export const superuser = 'postgres';

/** Checks whether nothing listens on this local port. */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)));
  });
}

/** Returns the first of the preferred ports that is free, or otherwise any free port. */
export async function freePort(wishes = [], host = '127.0.0.1') {
  for (const port of wishes) if (port && (await isPortFree(port, host))) return port;
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen({ port: 0, host }, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Returns the address of a database on a local server. */
export function localUrl({ port, user, password, database }) {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts the cluster unless it runs. `name` is its folder's name, `password` its superuser's, `ports` the preferred ports,
 * `settings` extra server settings (`{ fsync: 'off' }`). Returns `{ port, reused, directory, logFile, watch, stop }`; throws a
 * `Stop` that names the log when the server will not start. `reused` means that another command runs it, and will stop it; a
 * server whose starter is gone is taken over. `watch` starts it again whenever it ends, until `stop`.
 */
export async function startCluster({ name, password, ports = [], settings = {} }) {
  ensureDataDir();
  const server = runnableServer();
  const folder = clusterFolder();
  const cluster = {
    server,
    directory: join(folder, name),
    logFile: join(folder, `${name}.log`),
    portFile: join(folder, `${name}-port.json`),
  };
  if (!existsSync(join(cluster.directory, 'PG_VERSION'))) await createCluster(cluster, password);
  checkVersion(cluster);
  const stored = readJson(cluster.portFile);
  const running = runningServer(cluster);
  if (running && (await answers(running.port, password, cluster, 30_000))) {
    const reused = runsElsewhere(cluster);
    if (!reused) takeOver(cluster, running.port);
    return handle(cluster, running.port, settings, reused);
  }
  const port = await freePort([stored?.port, ...ports]);
  await launch(cluster, port, settings);
  if (!(await answers(port, password, cluster, 60_000))) throw failedToStart(cluster, '');
  takeOver(cluster, port);
  return handle(cluster, port, settings, false);
}

/** Writes down that this process runs the server. */
const takeOver = ({ portFile }, port) => writeJson(portFile, { port, starter: process.pid });

/** Returns whether another process runs the server, and is still there to stop it. */
function runsElsewhere({ portFile }) {
  const starter = readJson(portFile)?.starter;
  return starter !== process.pid && isAlive(starter);
}

function handle(cluster, port, settings, reused) {
  let unwatch = async () => {};
  const watch = () => {
    unwatch = watchServer({
      port,
      runs: () => runningServer(cluster) !== undefined,
      launch: async (signal) => {
        await launch(cluster, port, settings, signal);
        takeOver(cluster, port);
      },
    });
  };
  const stop = async () => {
    await unwatch();
    if (!runsElsewhere(cluster)) await stopCluster(cluster);
  };
  return { port, reused, directory: cluster.directory, logFile: cluster.logFile, watch, stop };
}

/**
 * Creates the cluster beside its final place and moves it there when it is complete, so that an interrupted start leaves no half
 * of one.
 */
async function createCluster({ server, directory }, password) {
  const half = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  if (existsSync(directory)) {
    throw new Stop(`${directory} is not a database: move it away, then run the command again.`);
  }
  say(`Creating the database in ${directory}.`);
  try {
    let output = '';
    for (const locale of locales) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      writeFileSync(passwordFile, password, { mode: 0o600 });
      if (databaseUser.uid) {
        chownSync(half, databaseUser.uid, databaseUser.gid);
        chownSync(passwordFile, databaseUser.uid, databaseUser.gid);
      }
      const result = await runProgram(server, 'initdb', [
        `--pgdata=${half}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--lc-messages=C',
        '--locale-provider=icu',
        '--icu-locale=und',
      ]);
      if (result.code === 0) return renameSync(half, directory);
      output = result.output;
      if (!/invalid locale/.test(output)) break;
    }
    if (/No space left on device/.test(output)) throw new Error('No space left on device');
    throw new Stop(`The database could not be created in ${directory}: ${lastComplaint(output)}`);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

function checkVersion({ directory }) {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new Stop(
      `${directory} holds a database of PostgreSQL ${version || '(unknown)'}, and this portal needs 18: move it away or restore it.`,
    );
  }
}

/**
 * Checks whether our cluster answers on this port; waits up to `timeoutMs` while it starts or recovers. A wrong password is a
 * `Stop`: the secrets were lost. Another cluster on the port counts as no answer.
 */
async function answers(port, password, cluster, timeoutMs) {
  const { default: postgres } = await import('postgres');
  const url = localUrl({ port, user: superuser, password, database: 'postgres' });
  const until = Date.now() + timeoutMs;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      const [row] = await sql`select current_setting('data_directory') as directory`;
      return row.directory === cluster.directory;
    } catch (error) {
      if (error.code === '28P01') {
        throw new Stop(
          `The database in ${cluster.directory} refuses the password in secrets.json: restore that file from a copy, or move the database away.`,
        );
      }
      const isStarting = error.code === '57P03';
      if (Date.now() > until || (!isStarting && !runningServer(cluster))) return false;
      if (error.code === 'ECONNREFUSED' && Date.now() > until - timeoutMs + 3_000) return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
    await sleep(100);
  }
}

/**
 * Starts the server. After a kill -9 its last processes run on for a moment and still use the shared memory, and PostgreSQL
 * rightly refuses to start beside them: this waits until they have ended.
 */
async function launch(cluster, port, settings, signal) {
  const until = performance.now() + 30_000;
  for (;;) {
    clearStalePid(cluster);
    const complaint = await launchOnce(cluster, port, settings);
    if (complaint === undefined) return;
    const mustWait =
      /shared memory block/.test(complaint) && performance.now() < until && !signal?.aborted;
    if (!mustWait) throw failedToStart(cluster, complaint);
    await sleep(500);
  }
}

/** Returns what the server logged when it did not start. */
async function launchOnce(cluster, port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    max_connections: 100,
    // These settings keep the values of a failed statement, and the row it failed at, out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...settings,
  };
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${value}`);
  const logStart = prepareLog(cluster.logFile);
  const given = [`-p ${port}`, ...options].join(' ');
  const args = [
    'start',
    '-D',
    cluster.directory,
    '-l',
    cluster.logFile,
    '-w',
    '-t',
    '60',
    '-o',
    given,
  ];
  const { code } = await runProgram(cluster.server, 'pg_ctl', args, { isQuiet: true });
  return code === 0 ? undefined : readFrom(cluster.logFile, logStart);
}

/** Makes the log writable for the database's user; returns its present length. */
function prepareLog(logFile) {
  const file = openSync(logFile, 'a', 0o600);
  try {
    if (databaseUser.uid) chownSync(logFile, databaseUser.uid, databaseUser.gid);
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

function readFrom(path, start) {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
    readSync(file, buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(file);
  }
}

function failedToStart({ directory, logFile }, log) {
  if (/No space left on device/.test(log)) return new Error('No space left on device');
  const complaint = lastComplaint(log);
  return new Stop(
    `The database in ${directory} does not start${complaint ? ` (${complaint})` : ''}: its log is ${logFile}.`,
  );
}

/** Returns the most useful line of a server program's output. */
function lastComplaint(output) {
  const lines = output.split('\n').filter((line) => /(PANIC|FATAL|ERROR|error):/.test(line));
  const line = lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '';
  return line.replace(/^.*?(PANIC|FATAL|ERROR|error):\s*/, '').trim();
}

/** Stops the server without waiting for idle connections; open transactions are rolled back. */
async function stopCluster(cluster) {
  if (!runningServer(cluster)) return;
  const args = ['stop', '-D', cluster.directory, '-m', 'fast', '-w', '-t', '60'];
  const { output } = await runProgram(cluster.server, 'pg_ctl', args);
  if (runningServer(cluster)) {
    throw new Stop(`The database in ${cluster.directory} does not stop: ${lastComplaint(output)}`);
  }
}
