/**
 * The tests of `npm run torture` that perform acts on a database of their own: 64 redeemers at once, sendings repeated while the
 * database is killed, connections cut at every point, and jumps of the clock.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compare, readBooks, verifyBooks } from '../drill/books.mjs';
import { environment, freshLab, readJournal, withFolder } from '../drill/lab.mjs';
import { startOwnCluster } from '../lib/database.mjs';
import { root } from '../lib/project.mjs';
import { randomFrom } from '../lib/random.mjs';

const clusterName = 'torture-postgres';
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
    this.#child.send({ do: task, seed: this.#seed, input });
    return answer;
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
    else this.#child.kill('SIGKILL');
  }
}

/** Kills the database, starts it again, and returns the seconds until it answered. */
async function killAndStart({ directory }) {
  const [pid] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
  const from = performance.now();
  process.kill(Number(pid), 'SIGKILL');
  while (isAlive(Number(pid))) await sleep(20);
  await startOwnCluster({ name: clusterName, ports: [54349] });
  return (performance.now() - from) / 1000;
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

/** Compares the journal outside of the database with its books, and proves those where asked to. */
async function tellBooks(lab, file, proves) {
  const held = readJournal(file).map(({ id }) => id);
  const portal = { superuserUrl: () => lab.urls.superuser };
  const { lost, doubled, breaks } = compare(await readBooks(portal, prefix), {
    held,
    released: [],
  });
  const verified = proves ? await verifyBooks(lab.urls.superuser) : { ok: true };
  const faults = [
    ...lost.map((order) => `Acknowledged and not there: ${order}.`),
    ...doubled.map((order) => `There twice: ${order}.`),
    ...breaks.map((city) => `The ledger has breaks (${city}).`),
    ...(verified.ok ? [] : [`npm run verify fails:\n${verified.output}`]),
  ];
  return { acknowledged: held.length, faults };
}

/** Lists the tests by name: what it shows, and how it runs with the actors of a lab. */
const tests = (short) => ({
  'one voucher': (actors) => actors.do('oneVoucher'),
  'many vouchers': (actors) => actors.do('manyVouchers'),
  replays: (actors, lab, seed) =>
    repeatAcrossKills(actors, lab, {
      each: short ? 2 : 20,
      kills: short ? 1 : timesSent - 1,
      seed,
    }),
  cuts: (actors) => actors.do('cuts', { all: !short }),
  clock: (actors) => actors.do('clock'),
});

/**
 * Runs the tests of acts on a fresh database.
 * @param wants says which tests are asked for, by name
 * @param tell is given each test's name, seconds, figures and faults
 */
export async function tortureActs({ seed, short, wants, tell }) {
  const asked = Object.entries(tests(short)).filter(([name]) => wants(name));
  if (asked.length === 0) return;
  await withFolder(async (folder) => {
    const lab = await freshLab({}, clusterName);
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
      const vouchers = short ? 60 : 10_003;
      const prepared = await actors.do('prepare', { vouchers, prefix });
      if (prepared.faults.length > 0) throw new Error(prepared.faults.join('\n'));
      for (const [name, run] of asked) {
        const from = performance.now();
        const { figures, faults } = await run(actors, lab, seed);
        // The short form proves the books once, at its end: it starts a process for it.
        const books = await tellBooks(lab, journal, !short || name === asked.at(-1)[0]);
        const seconds = (performance.now() - from) / 1000;
        tell({ name, seconds, figures, faults: [...faults, ...books.faults] });
      }
    } finally {
      actors.stop();
      await lab.stop();
    }
  });
}
