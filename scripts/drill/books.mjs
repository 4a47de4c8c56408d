/** Reads the books of a portal, and compares them with what was acknowledged. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../lib/project.mjs';

/** Lists the cities of a database in which the ledger contradicts itself, with how often. */
export async function breaksIn(sql) {
  const breaks = [];
  for (const { id, slug } of await sql`select id, slug from cities order by slug`) {
    const found = await sql.begin(async (tx) => {
      await tx`select set_config('app.city', ${id}, true)`;
      return tx`select * from ledger.breaks`;
    });
    if (found.length > 0) breaks.push(`${slug}: ${found.length}`);
  }
  return breaks;
}

/** Runs `npm run verify` on a database; returns whether everything agrees, and what was printed. */
export async function verifyBooks(superuserUrl) {
  const child = spawn(process.execPath, [join('scripts', 'verify.mjs')], {
    cwd: root,
    env: { ...process.env, BACKUP_DATABASE_URL: superuserUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  return { ok: code === 0, output };
}

/**
 * Reads the orders of a drill and the ledger's faults.
 * @param prefix how the drill's order numbers begin
 */
export async function readBooks(portal, prefix) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(portal.superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    const holds = await sql`select h.id, h.order_number as "orderNumber", h.state,
        count(*) filter (where e.kind = 'hold')::int as held,
        count(*) filter (where e.kind = 'release')::int as released
      from holds h left join ledger.entries e on e.hold_id = h.id and e.outcome = 'posted'
      where h.order_number like ${`${prefix}%`} group by h.id`;
    return { holds, breaks: await breaksIn(sql) };
  } finally {
    await sql.end();
  }
}

const yes = (map) => [...map].filter(([, { acknowledged }]) => acknowledged).map(([key]) => key);

/** Returns the order numbers whose hold was acknowledged so far, and the numbers of the holds whose release was. */
export const acknowledgedIn = ({ holds, releases }) => ({
  held: yes(holds),
  released: yes(releases),
});

/** The faults that can be planted into a journal, to see that the comparison finds them (`npm run torture -- --plant`). */
export const plants = {
  /** Somebody was told that an order was held that the books do not have. */
  lost: ({ held, released }) => ({ held: [...held, 'nobody-sent-this'], released }),
  /** Somebody was told twice, as of two acts, that an order was held that the books have once. */
  twice: ({ held, released }) => ({ held: [...held, ...held.slice(0, 1)], released }),
};

/** Returns the journal with a fault planted into it; the journal itself where none is asked for. */
export const planted = (journal, plant) => (plant ? plants[plant](journal) : journal);

/** Lists what a list names more than once. */
const named = (list) => [...new Set(list.filter((one, at) => list.indexOf(one) !== at))];

/**
 * Returns what was acknowledged and is missing (an act that was acknowledged twice is there only once), the orders that are there
 * twice, and the ledger's faults.
 */
export function compare({ holds, breaks }, { held, released }) {
  const byOrder = new Map();
  for (const one of holds) {
    byOrder.set(one.orderNumber, [...(byOrder.get(one.orderNumber) ?? []), one]);
  }
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  const lost = [
    ...held.filter((order) => byOrder.get(order)?.[0].held !== 1),
    ...named(held),
    ...named(released),
    ...released.filter((id) => byId.get(id)?.state !== 'released' || byId.get(id).released !== 1),
  ];
  const doubled = [...byOrder.values()].filter(
    ([first, ...more]) => more.length > 0 || first.held > 1 || first.released > 1,
  );
  return { lost, doubled: doubled.map(([{ orderNumber }]) => orderNumber), breaks };
}
