/**
 * The tests of `npm run torture` that perform acts on a database of their own: 64 redeemers at once, sendings repeated while the
 * database is killed, connections cut at every point, and jumps of the clock.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compare, planted, readBooks, verifyBooks } from '../drill/books.mjs';
import { environment, freshLab, readJournal, withFolder } from '../drill/lab.mjs';
import { databaseUser } from '../lib/binaries.mjs';
import { startOwnCluster } from '../lib/database.mjs';
import { root } from '../lib/project.mjs';
import { randomFrom } from '../lib/random.mjs';

const clusterSettings = { name: 'torture-postgres', ports: [54349] };
/** Starts a program as the user that owns the database's files, whom alone PostgreSQL's tools accept. */
const asDatabase = { ...databaseUser, stdio: ['ignore', 'ignore', 'pipe'] };
const prefix = 'TORTURE-';
/** How often each act is sent in all. */
const timesSent = 5;

/** Runs the process that performs the acts, one task at a time. */
class Actors {
  #child;
  #seed;

  constructor(env, seed) {
    this.#seed = seed;
    const args = [
      '--conditions=react-server',
      '--import',
      'tsx',
      join('scripts', 'torture', 'acts.ts'),
    ];
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
    this.#child = spawn(process.execPath, args, { cwd: root, env, stdio });
  }

  #answer() {
    return new Promise((done, fail) => {
      const ended = (code, signal) =>
        fail(new Error(`The process of the acts ended (${code ?? signal}).`));
      this.#child.once('exit', ended);
      this.#child.once('message', (message) => {
        this.#child.off('exit', ended);
        done(message);
      });
    });
  }

  ready() {
    return this.#answer();
  }

  do(task, input = {}) {
    const answer = this.#answer();
    // Whoever asked may have failed meanwhile and wait for the answer no more.
    answer.catch(() => {});
    this.#child.send({ do: task, seed: this.#seed, input });
    return answer;
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
    else this.#child.kill('SIGKILL');
  }
}

const postmasterOf = ({ directory }) =>
  Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function kill(pid) {
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(20);
}

async function killAndStart(lab) {
  await kill(postmasterOf(lab));
  await startOwnCluster(clusterSettings);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Sends acts five times each; the database is killed while the last repetitions are under way. */
async function repeatAcrossKills(actors, lab, { each, kills, seed }) {
  const random = randomFrom(seed);
  const first = await actors.do('firstSendings', { each });
  const faults = [...first.faults];
  const figures = { ...first.figures, sent: first.figures.acts, kills: 0 };
  for (let sent = 2; sent <= timesSent; sent += 1) {
    const answer = actors.do('sendAgain');
    if (sent > timesSent - kills) {
      await sleep(150 * random());
      await killAndStart(lab);
      figures.kills += 1;
    }
    const { figures: told, faults: found } = await answer;
    figures.sent += told.sent;
    figures.unanswered += told.unanswered;
    faults.push(...found);
  }
  const { faults: left } = await actors.do('checkAgain');
  return { figures, faults: [...faults, ...left] };
}

/** Lists the processes of a server: the first one, and those that it has started. */
function processesOf(postmaster) {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=']).toString().trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return [postmaster, ...all.filter(([, parent]) => parent === postmaster).map(([pid]) => pid)];
}

/**
 * Stands in for a full disk, which a plain user cannot make: takes from the server, under load, the right to write one more byte
 * to any file. Its log cannot be written, so that it must end without acknowledging anything. Then it is started with room again.
 */
async function fillDisk(actors, lab, { count }) {
  if (spawnSync('prlimit', ['--version']).error) {
    return { figures: { 'left out': 'this machine has no prlimit' }, faults: [] };
  }
  const answer = actors.do('holdOn', { count });
  await sleep(500);
  const postmaster = postmasterOf(lab);
  const from = performance.now();
  for (const pid of processesOf(postmaster)) {
    const { status, stderr } = spawnSync('prlimit', ['--pid', `${pid}`, '--fsize=0:'], asDatabase);
    // A process that has ended meanwhile is no fault.
    if (status !== 0 && isAlive(pid)) throw new Error(String(stderr));
  }
  while (isAlive(postmaster) && performance.now() - from < 15_000) await sleep(50);
  const hasEnded = !isAlive(postmaster);
  const wait = (performance.now() - from) / 1000;
  if (!hasEnded) await kill(postmaster);
  await sleep(1_000);
  await startOwnCluster(clusterSettings);
  const { figures, faults } = await answer;
  if (!hasEnded) faults.push('The database ran on although it could write nothing.');
  return { figures: { ...figures, endedAfter: wait }, faults };
}

/** Compares the journal outside of the database with its books, and proves those where asked to. */
async function tellBooks(lab, file, { proves, plant }) {
  const held = readJournal(file).map(({ id }) => id);
  const portal = { superuserUrl: () => lab.urls.superuser };
  const journal = planted({ held, released: [] }, plant);
  const { lost, doubled, breaks } = compare(await readBooks(portal, prefix), journal);
  const verified = proves ? await verifyBooks(lab.urls.superuser) : { ok: true };
  const faults = [
    ...lost.map((order) => `Acknowledged and not there: ${order}.`),
    ...doubled.map((order) => `There twice: ${order}.`),
    ...breaks.map((city) => `The ledger has breaks (${city}).`),
    ...(verified.ok ? [] : [`npm run verify fails:\n${verified.output}`]),
  ];
  return { acknowledged: held.length, faults };
}

/** The test that needs many vouchers, and how many of them besides the ones that the other tests use. */
const manyTest = 'many vouchers';
const manyVouchers = 10_000;
const fewVouchers = 200;
/** On an idle machine everything is sent before. */
const mostSeconds = 300;
const besides = 3;

/** Lists the tests by name: what it shows, and how it runs with the actors of a lab. */
const tests = (short) => ({
  'one voucher': (actors) => actors.do('oneVoucher'),
  [manyTest]: (actors) => actors.do('manyVouchers', { mostSeconds }),
  replays: (actors, lab, seed) =>
    repeatAcrossKills(actors, lab, {
      each: short ? 2 : 20,
      kills: short ? 1 : timesSent - 1,
      seed,
    }),
  cuts: (actors) => actors.do('cuts', { all: !short }),
  ...(!short && { 'full disk': (actors, lab) => fillDisk(actors, lab, { count: 1_000 }) }),
  clock: (actors) => actors.do('clock'),
});

/**
 * Runs the tests of acts, each on a fresh database: in full the one with many vouchers has its own, because all of those would
 * expire in the test of the clock.
 * @param wants says which tests are asked for, by name
 * @param plant a fault to plant into the journal before it is compared, which every test must then report
 * @param tell is given each test's name, seconds, figures and faults
 */
export async function tortureActs({ seed, short, wants, plant, tell }) {
  const asked = Object.entries(tests(short)).filter(([name]) => wants(name));
  const groups = short
    ? [[60, asked]]
    : [
        [fewVouchers, asked.filter(([name]) => name !== manyTest)],
        [manyVouchers + besides, asked.filter(([name]) => name === manyTest)],
      ];
  for (const [vouchers, group] of groups) {
    if (group.length > 0) await inLab({ seed, short, vouchers, group, plant, tell });
  }
}

/** Runs tests one after the other on one database with so many vouchers. */
async function inLab({ seed, short, vouchers, group, plant, tell }) {
  await withFolder(async (folder) => {
    const lab = await freshLab({}, clusterSettings.name);
    const files = join(folder, 'files');
    mkdirSync(files, { mode: 0o700 });
    const journal = join(folder, 'journal');
    const env = environment(lab.urls, lab, {
      DEMO: 'on',
      LOG_LEVEL: 'silent',
      STORAGE_DIR: files,
      TORTURE_SUPERUSER_URL: lab.urls.superuser,
      TORTURE_JOURNAL: journal,
    });
    const actors = new Actors(env, seed);
    try {
      await actors.ready();
      const prepared = await actors.do('prepare', { vouchers, prefix });
      if (prepared.faults.length > 0) throw new Error(prepared.faults.join('\n'));
      for (const [name, run] of group) {
        const from = performance.now();
        const { figures, faults } = await run(actors, lab, seed).catch((error) => ({
          figures: {},
          faults: [error.stack],
        }));
        // The short form proves the books once, at its end: it starts a process for it.
        const proves = !short || name === group.at(-1)[0];
        const books = await tellBooks(lab, journal, { proves, plant });
        const seconds = (performance.now() - from) / 1000;
        tell({ name, seconds, figures, faults: [...faults, ...books.faults] });
      }
    } finally {
      actors.stop();
      await lab.stop();
    }
  });
}
