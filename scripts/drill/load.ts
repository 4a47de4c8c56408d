import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { db, poolState } from '@/db/client';
import { DatabaseFault } from '@/server/database-errors';

/**
 * Works on the portal's database through the portal's own pool, and keeps a journal outside of it: the rows that were reported as
 * kept. Run by the drills. Its table is `drill_journal (id uuid primary key)`.
 *
 *     load.ts <journal> burst <count>   runs so many transactions at once, and ends
 *     load.ts <journal> steady          runs some without pause until its standard input ends
 */
const [, , journal = '', kind = '', count = '128'] = process.argv;
const tally = { committed: 0, unknown: 0, rolled_back: 0, refused: 0, unanswered: 0 };

/** More than every limit of the pool together: a transaction that takes longer counts as unanswered. */
const unansweredAfter = 60_000;

async function writeOne(): Promise<void> {
  const id = randomUUID();
  try {
    await db().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.city', ${id}, true), app.now()`);
      await tx.transaction((inner) => inner.execute(sql`insert into drill_journal values (${id})`));
    });
    appendFileSync(journal, `${Date.now()} ${id}\n`);
    tally.committed += 1;
  } catch (error) {
    if (error instanceof DatabaseFault) tally[error.outcome] += 1;
    else tally.refused += 1;
  }
}

/** Waits for one transaction, and counts it as unanswered when it does not end. */
async function writeInTime(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      tally.unanswered += 1;
      resolve();
    }, unansweredAfter);
  });
  await Promise.race([writeOne(), late]);
  clearTimeout(timer);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function steady(): Promise<void> {
  const state = { isOver: false };
  process.stdin.on('end', () => (state.isOver = true)).resume();
  const work = async () => {
    while (!state.isOver) {
      await writeInTime();
      await pause(5);
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
}

/** Returns which limits the database sets for this login, and whether all of the pool's connections can be used at once. */
async function measureLimits(): Promise<Record<string, unknown>> {
  const { size } = poolState();
  let arrived = 0;
  let open: () => void = () => undefined;
  const everybody = new Promise<void>((resolve) => (open = resolve));
  const rows = await Promise.all(
    Array.from({ length: size }, () =>
      db().transaction(async (tx) => {
        const [row] = await tx.execute<Record<string, string>>(sql`select
          current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
          current_setting('idle_in_transaction_session_timeout') as idle`);
        arrived += 1;
        if (arrived === size) open();
        await everybody;
        return row;
      }),
    ),
  );
  return { limits: rows[0], connections: rows.length, size };
}

if (kind === 'burst') await Promise.all(Array.from({ length: Number(count) }, writeInTime));
else await steady();
process.stdout.write(`${JSON.stringify({ ...tally, ...(await measureLimits()) })}\n`);
process.exit(0);
