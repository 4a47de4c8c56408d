/**
 * The kill drill: under load, `kill -9` for the database, the worker and the web server in turn. Each must come back
 * without a hand, every request must be answered, and the books must hold what was acknowledged, once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { say, Stop } from '../lib/project.mjs';
import { startLoad } from './load.mjs';
import { keepData, startPortal } from './portal.mjs';

const parts = ['database', 'worker', 'web server'];
const healthyWithinMs = 30_000;
/** Load before each kill, so that something is always under way. */
const quietMs = 3_000;

/**
 * Runs the drill and prints its figures.
 * @param rounds how often each of the three is killed
 * @returns a sentence for everything that is not as it must be
 */
export async function drillKills({ rounds }) {
  say(`Kill drill, ${rounds} times each. Starting a portal of its own.`);
  const from = performance.now();
  const portal = await startPortal();
  say(`It runs after ${((performance.now() - from) / 1000).toFixed(1)} s.`);
  const faults = [];
  try {
    const load = startLoad(portal.address);
    const kills = [];
    try {
      await firstActs(load.journal);
      for (let round = 1; round <= rounds; round += 1) {
        for (const part of parts) {
          await sleep(quietMs);
          kills.push(await killOne(portal, part));
        }
      }
      await sleep(quietMs);
    } finally {
      await load.stop();
    }
    faults.push(...tellKills(kills), ...tellRequests(load.journal, kills));
    faults.push(...(await tellBooks(portal, load.journal)));
  } finally {
    const { code, seconds } = await portal.stop();
    say(`Stopped with exit code ${code} after ${seconds.toFixed(1)} s.`);
    if (code !== 0) faults.push(`The portal stopped with exit code ${code}.`);
  }
  if (faults.length > 0) say(`The portal's own log: ${portal.log}`);
  else keepData();
  return faults;
}

/** Waits until money has moved: a kill before that would prove nothing. */
async function firstActs({ holds }) {
  const until = performance.now() + 60_000;
  while (![...holds.values()].some(({ acknowledged }) => acknowledged)) {
    if (performance.now() > until)
      throw new Stop('Before the first kill nothing was acknowledged.');
    await sleep(100);
  }
}

/** Kills a part and waits until another process has taken its place and the portal is healthy. */
async function killOne(portal, part) {
  const before = portal.pid(part);
  if (before === undefined) throw new Stop(`The ${part} does not run.`);
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

/** Every request must be answered; only where the web server itself was dead may its connection be refused or end. */
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

/** Reads what stands in the database, and compares it with what was acknowledged. */
async function readBooks(portal, journal) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(portal.superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    const holds = await sql`select h.id, h.order_number as "orderNumber", h.state,
        count(*) filter (where e.kind = 'hold')::int as held,
        count(*) filter (where e.kind = 'release')::int as released
      from holds h left join ledger.entries e on e.hold_id = h.id and e.outcome = 'posted'
      where h.order_number like ${`${journal.prefix}%`} group by h.id`;
    const cities = await sql`select id, slug from cities`;
    const breaks = [];
    for (const { id, slug } of cities) {
      const found = await sql.begin(async (tx) => {
        await tx`select set_config('app.city', ${id}, true)`;
        return tx`select * from ledger.breaks`;
      });
      if (found.length > 0) breaks.push(`${slug}: ${found.length}`);
    }
    return { holds, breaks };
  } finally {
    await sql.end();
  }
}

async function tellBooks(portal, journal) {
  const { holds, breaks } = await readBooks(portal, journal);
  const byOrder = new Map();
  for (const one of holds) {
    byOrder.set(one.orderNumber, [...(byOrder.get(one.orderNumber) ?? []), one]);
  }
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  const yes = (map) => [...map].filter(([, { acknowledged }]) => acknowledged).map(([key]) => key);
  const held = yes(journal.holds);
  const released = yes(journal.releases);
  const lost = [
    ...held.filter((order) => byOrder.get(order)?.[0].held !== 1),
    ...released.filter((id) => byId.get(id)?.state !== 'released' || byId.get(id).released !== 1),
  ];
  const doubled = [...byOrder.values()].filter(
    ([first, ...more]) => more.length > 0 || first.held > 1 || first.released > 1,
  );
  say(
    `acts: ${journal.holds.size} holds sent, ${held.length} acknowledged; ${journal.releases.size} releases sent, ${released.length} acknowledged; ${journal.repeats} forms sent again`,
  );
  say(
    `books: ${lost.length} lost, ${doubled.length} doubled, breaks ${breaks.length === 0 ? 'none' : breaks.join(', ')}`,
  );
  return [
    ...lost.map((key) => `Acknowledged and not there: ${key}.`),
    ...doubled.map(([{ orderNumber }]) => `There twice: ${orderNumber}.`),
    ...breaks.map((city) => `The ledger has breaks (${city}).`),
    ...(released.length === 0 ? ['No release was acknowledged.'] : []),
  ];
}
