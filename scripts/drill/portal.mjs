/** A portal for the drill only, started as users start it: its processes, its state, and its database. */
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from '../lib/binaries.mjs';
import { cleanEnvironment } from '../lib/install.mjs';
import { freePort, localUrl, superuser } from '../lib/postgres.mjs';
import { runningServer } from '../lib/postmaster.mjs';
import { dataDir, ensureDataDir, readJson, root, Stop } from '../lib/project.mjs';

const programs = { worker: 'scripts/worker.ts', 'web server': 'scripts/serve.mjs' };
const foreign = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'AUTH_URL',
  'HOST',
  'S3_BUCKET',
  'STORAGE_DIR',
];
const healthMs = 5_000;

const soundMark = join(dataDir, 'sound');

/** Keeps the data for the next drill, which then need not load the demonstration again. */
export const keepData = () => writeFileSync(soundMark, '');

/**
 * Deletes the data of an earlier drill where that drill found a fault, because the fault in its books would be found again each
 * time.
 */
export function forgetUnsoundData() {
  ensureDataDir();
  if (!existsSync(soundMark)) forgetData(dataDir);
  rmSync(soundMark, { force: true });
}

/** Removes the databases, the files and the secrets of a portal that does not run: no database opens with other secrets. */
export function forgetData(folder) {
  const clusters = clusterFolder(folder);
  for (const name of existsSync(clusters) ? readdirSync(clusters) : []) {
    if (!/(^|-)postgres($|\.log$|-port\.json$)/.test(name)) continue;
    rmSync(join(clusters, name), { recursive: true, force: true });
  }
  for (const name of ['files', 'secrets.json']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Returns the environment in which the drill's portals and their commands run, without the settings of other portals. */
export function environmentOf(folder) {
  const env = { ...cleanEnvironment(), SUANQUAN_DATA_DIR: folder, DEMO: 'on', LOG_LEVEL: 'warn' };
  for (const name of foreign) delete env[name];
  return env;
}

/** Starts `npm start` with the demonstration and the data in a folder, and waits until it is ready. */
export async function startPortal(folder = dataDir) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const log = join(folder, 'portal.log');
  const port = await freePort([3120]);
  const env = { ...environmentOf(folder), PORT: String(port) };
  const output = openSync(log, 'w');
  const stdio = ['ignore', output, output];
  // The child has its own process group: Ctrl-C reaches only the drill, which then stops the portal in good order.
  const child = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    cwd: root,
    env,
    stdio,
    detached: true,
  });
  closeSync(output);
  const portal = new Portal(child, folder, `http://127.0.0.1:${port}`, log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void portal.stop().then(() => process.exit(1)));
  }
  await portal.started();
  return portal;
}

class Portal {
  #child;
  #exit;

  constructor(child, folder, address, log) {
    this.#child = child;
    this.folder = folder;
    this.address = address;
    this.log = log;
    this.#exit = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  }

  async started() {
    while (!readFileSync(this.log, 'utf8').includes('Ctrl-C stops everything.')) {
      const code = await Promise.race([this.#exit, sleep(250)]);
      if (code !== undefined)
        throw new Stop(`The portal did not start (${code}); see ${this.log}.`);
    }
  }

  /** Returns the process number of one of its three parts, while it runs. */
  pid(part) {
    if (part === 'database') {
      return runningServer({ directory: join(clusterFolder(this.folder), 'postgres') })?.pid;
    }
    const list = execFileSync('ps', ['-axo', 'pid=,ppid=,args=']).toString().split('\n');
    for (const line of list) {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      if (Number(parent) === this.#child.pid && args.includes(programs[part])) return Number(pid);
    }
    return undefined;
  }

  async isHealthy() {
    try {
      const signal = AbortSignal.timeout(healthMs);
      return (await fetch(`${this.address}/api/health`, { signal })).ok;
    } catch (error) {
      if (error.name === 'TimeoutError' || error instanceof TypeError) return false;
      throw error;
    }
  }

  /** Returns the address of its database for a login that sees everything. */
  superuserUrl() {
    const { port } = readJson(join(clusterFolder(this.folder), 'postgres-port.json'));
    const password = readJson(join(this.folder, 'secrets.json')).superuserPassword;
    return localUrl({ port, user: superuser, password, database: 'suanquan' });
  }

  /** Stops it as Ctrl-C does; returns the exit code, and the seconds it took. */
  async stop() {
    const from = performance.now();
    this.#child.kill('SIGINT');
    const code = await Promise.race([this.#exit, sleep(60_000, 'no end')]);
    if (code === 'no end') this.#child.kill('SIGKILL');
    return { code, seconds: (performance.now() - from) / 1000 };
  }
}
