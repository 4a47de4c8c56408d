/**
 * The kill drill: under load, `kill -9` for the database, the worker and the web server in turn. Each must come back by itself,
 * every request must be answered, and the books must hold what was acknowledged, once. A backup is made under the same load, and
 * restored at the end.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { say, Stop } from '../lib/project.mjs';
import { randomFrom } from '../lib/random.mjs';
import { backUp, restoreAndLook } from './backup.mjs';
import { acknowledgedIn, compare, planted, readBooks, verifyBooks } from './books.mjs';
import { startLoad } from './load.mjs';
import { forgetUnsoundData, keepData, startPortal } from './portal.mjs';

const parts = ['database', 'worker', 'web server'];
const healthyWithinMs = 30_000;
/** Load before each kill, in milliseconds, so that there are always requests in progress: this much and up to twice as much. */
const quietMs = 2_000;

/**
 * Runs the drill and prints its figures.
 * @param rounds how often each of the three is killed
 * @param seed chooses how long after its start the load is hit by each kill
 * @param plant a fault to plant into the journal before it is compared, which must then be reported
 * @returns a sentence for everything that is wrong, and the figures
 */
export async function drillKills({ rounds, seed = randomInt(2 ** 31), plant }) {
  const random = randomFrom(seed);
  const quiet = () => sleep(quietMs * (1 + random()));
  say(`Kill drill, ${rounds} times each, seed ${seed}. Starting a portal of its own.`);
  const from = performance.now();
  forgetUnsoundData();
  const portal = await startPortal();
  say(`It runs after ${((performance.now() - from) / 1000).toFixed(1)} s.`);
  const faults = [];
  let copy;
  let figures;
  try {
    const load = startLoad(portal.address);
    const kills = [];
    try {
      await firstActs(load.journal);
      for (let round = 1; round <= rounds; round += 1) {
        for (const part of parts) {
          await quiet();
          kills.push(await killOne(portal, part));
        }
      }
      await quiet();
      copy = await backUp(portal, load.journal);
    } finally {
      await load.stop();
    }
    faults.push(...tellKills(kills), ...tellRequests(load.journal, kills));
    const books = await tellBooks(portal, load.journal, plant);
    faults.push(...books.faults);
    figures = { ...books.figures, kills: kills.length, requests: load.journal.requests.length };
    figures.slowest = Math.max(...kills.map(({ from, to }) => (to - from) / 1000));
  } finally {
    const { code, seconds } = await portal.stop();
    say(`Stopped with exit code ${code} after ${seconds.toFixed(1)} s.`);
    if (code !== 0) faults.push(`The portal stopped with exit code ${code}.`);
  }
  faults.push(...(await restoreAndLook(copy)));
  if (faults.length > 0) say(`The portal's own log: ${portal.log}`);
  else keepData();
  return { faults, figures };
}

/** Waits until money has moved, because a kill before that would prove nothing. */
async function firstActs({ holds }) {
  const until = performance.now() + 60_000;
  while (![...holds.values()].some(({ acknowledged }) => acknowledged)) {
    if (performance.now() > until)
      throw new Stop('Before the first kill nothing was acknowledged.');
    await sleep(100);
  }
}

/** Returns the process number of a part, once it runs: the worker ends by itself when its database was killed, and pauses then. */
async function runningPid(portal, part) {
  const until = performance.now() + healthyWithinMs;
  for (;;) {
    const pid = portal.pid(part);
    if (pid !== undefined) return pid;
    if (performance.now() > until) throw new Stop(`The ${part} does not run.`);
    await sleep(100);
  }
}

/** Kills a part and waits until another process has replaced it and the portal is healthy. */
async function killOne(portal, part) {
  const before = await runningPid(portal, part);
  const from = performance.now();
  process.kill(before, 'SIGKILL');
  for (;;) {
    await sleep(200);
    const now = portal.pid(part);
    const isBack = now !== undefined && now !== before && (await portal.isHealthy());
    const to = performance.now();
    if (isBack || to - from > healthyWithinMs) {
      say(
        `  ${part}: ${isBack ? `healthy after ${((to - from) / 1000).toFixed(1)} s` : 'not back'}`,
      );
      return { part, from, to, isBack };
    }
  }
}

function tellKills(kills) {
  for (const part of parts) {
    const times = kills
      .filter((kill) => kill.part === part)
      .map(({ from, to }) => (to - from) / 1000);
    const sorted = times.sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    say(
      `${part}: ${times.length} killed, healthy after ${median.toFixed(1)} s (median), ${sorted.at(-1).toFixed(1)} s at most`,
    );
  }
  return kills
    .filter(({ isBack }) => !isBack)
    .map(({ part }) => `The ${part} was not back within ${healthyWithinMs / 1000} s.`);
}

/**
 * Reports requests without an answer. Every request must be answered; only while the web server itself was down may its
 * connection be refused or end.
 */
function tellRequests({ requests }, kills) {
  const dead = kills.filter(({ part }) => part === 'web server');
  const isExcused = ({ from, to }) => dead.some((kill) => from <= kill.to && to >= kill.from);
  const count = (test) => requests.filter(test).length;
  const answered = count(({ fault }) => fault === undefined);
  const errors = count(({ status }) => status >= 500);
  const unanswered = requests.filter(({ fault }) => fault === 'unanswered');
  const broken = requests.filter(({ fault }) => fault !== undefined && fault !== 'unanswered');
  const excused = broken.filter(isExcused);
  say(
    `requests: ${requests.length}, answered ${answered} (${errors} with an error), refused or reset with the web server ${excused.length}, otherwise ${broken.length - excused.length}, unanswered ${unanswered.length}`,
  );
  return [
    ...unanswered.map(({ kind }) => `A request (${kind}) was not answered within 20 s.`),
    ...broken
      .filter((entry) => !isExcused(entry))
      .map(
        ({ kind, fault }) => `A request (${kind}) ended with ${fault} though the web server lived.`,
      ),
  ];
}

async function tellBooks(portal, journal, plant) {
  const { held, released } = planted(acknowledgedIn(journal), plant);
  const { lost, doubled, breaks } = compare(await readBooks(portal, journal.prefix), {
    held,
    released,
  });
  const verified = await verifyBooks(portal.superuserUrl());
  const replays = journal.acts.reduce((sum, { answered }) => sum + answered - 1, 0);
  say(
    `acts: ${journal.holds.size} holds sent, ${held.length} acknowledged; ${journal.releases.size} releases sent, ${released.length} acknowledged; ${journal.repeats} forms sent again because nobody knew their outcome; ${replays} times an acknowledged act was sent and answered once more`,
  );
  say(
    `books: ${lost.length} lost, ${doubled.length} doubled, breaks ${breaks.length === 0 ? 'none' : breaks.join(', ')}, npm run verify ${verified.ok ? 'agrees' : 'differs'}`,
  );
  const acknowledged = held.length + released.length;
  const faults = [
    ...lost.map((key) => `Acknowledged and not there: ${key}.`),
    ...doubled.map((order) => `There twice: ${order}.`),
    ...breaks.map((city) => `The ledger has breaks (${city}).`),
    ...(released.length === 0 ? ['No release was acknowledged.'] : []),
    ...(verified.ok ? [] : [`npm run verify fails:\n${verified.output}`]),
  ];
  return {
    faults,
    figures: { acknowledged, replays, lost: lost.length, doubled: doubled.length },
  };
}
