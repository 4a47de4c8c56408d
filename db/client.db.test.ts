import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseFault, isOutcomeUnknown } from '@/server/database-errors';
import { env } from '@/server/env';
import { connect, type Pool } from './client';
import { primaryOf } from './primary';
import { freshDatabase, type TestDatabase } from './testing/database';
import { BreakingProxy } from './testing/proxy';

/** Loses connections in every way that we could think of, and checks every query and the pool afterwards. */
const size = 5;
let database: TestDatabase;
let proxy: BreakingProxy;
let url = '';
let pool: Pool;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  database = await freshDatabase();
  await database.superuser`create table probe (id uuid primary key)`;
  await database.superuser`grant all on probe to suanquan_app`;
  process.on('uncaughtExceptionMonitor', note);
  process.on('unhandledRejection', note);
  ({ proxy, url } = await BreakingProxy.before(env().DATABASE_URL));
});
afterAll(async () => {
  process.off('uncaughtExceptionMonitor', note);
  process.off('unhandledRejection', note);
  await proxy.close();
  await database.close();
});
beforeEach(() => {
  env().DATABASE_PREPARE = 'on';
  pool = connect(url, size);
});
afterEach(async () => {
  Object.assign(proxy, { greet: undefined, onSent: undefined, onAnswer: undefined });
  proxy.thaw();
  await pool.close();
  expect(uncaught).toEqual([]);
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes one row in a transaction of a few statements, some of them at the same time. */
async function write(id = randomUUID()): Promise<{ id: string; end: string }> {
  try {
    await pool.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.city', 'x', true)`);
      await Promise.all([
        tx.execute(sql`insert into probe values (${id})`),
        tx.execute(sql`select ${'x'.repeat(3_000)}::text`),
        tx.execute(sql`select pg_sleep(0.002)`),
      ]);
      await tx.transaction((inner) => inner.execute(sql`select 1`));
    });
    return { id, end: 'kept' };
  } catch (error) {
    if (error instanceof DatabaseFault) return { id, end: error.outcome };
    throw error;
  }
}

const read = () =>
  pool.db.execute(sql`select ${'x'}::text, pg_sleep(0.001)`).then(
    () => 'kept',
    () => 'failed',
  );

const storedIds = async (ids: string[]) => {
  const rows = await database.superuser<{ id: string }[]>`select id from probe`;
  const there = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => there.has(id));
};

/** Works without pause until it is stopped; returns how each transaction ended. */
function load(workers: number) {
  const ends: { id: string; end: string }[] = [];
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      ends.push(await write());
      await read();
      // A refused connection fails at once, so this lets the others run.
      await sleep(1);
    }
  };
  const all = Promise.all(Array.from({ length: workers }, work));
  return {
    ends,
    stop: async () => {
      isOver = true;
      await all;
    },
  };
}

/** Checks that the pool is whole, once it has noticed the connections that were cut a moment ago. */
const expectWhole = () => vi.waitFor(useAllAtOnce, { timeout: 30_000, interval: 100 });

/** Runs as many transactions at the same time as the pool has connections: each waits for all the others. */
async function useAllAtOnce(): Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const everybody = new Promise<void>((resolve) => (open = resolve));
  const one = () =>
    pool.db.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      arrived += 1;
      if (arrived === size) open();
      await everybody;
      return row?.pid;
    });
  // A transaction that fails lets the others continue.
  const all = Array.from({ length: size }, () => one().finally(() => open()));
  const ends = await Promise.allSettled(all);
  const pids = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  expect(new Set(pids).size).toBe(size);
  expect(pool.state()).toEqual({ size, idle: size, closed: 0, ended: 0, waiting: 0 });
}

/** Checks each outcome against what the database kept. */
async function expectTruth(ends: { id: string; end: string }[]): Promise<void> {
  const of = (end: string) => ends.filter((one) => one.end === end).map(({ id }) => id);
  expect(await storedIds(of('kept'))).toEqual(of('kept'));
  expect(await storedIds(of('rolled_back'))).toEqual([]);
}

const killAll = () =>
  database.superuser`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'suanquan'`;

describe('a pool under load whose connections are lost', () => {
  const lose: Record<string, () => unknown> = {
    'by resets': () => proxy.cut(0.5),
    'in the orderly way': () => proxy.cut(0.5, false),
    'by the administrator': killAll,
    'while they are opened': () => {
      proxy.greet = (near) => near.destroy();
      proxy.cut();
      setTimeout(() => (proxy.greet = undefined), 15);
    },
    'in the middle of an answer': () => {
      proxy.onAnswer = (data, cut) => {
        if (Math.random() > 0.05) return data;
        setImmediate(cut);
        return data.subarray(0, Math.ceil(data.length / 2));
      };
    },
    'in the middle of a message': () => {
      proxy.onSent = (data, cut) => {
        if (Math.random() > 0.05) return data;
        setImmediate(cut);
        return data.subarray(0, Math.ceil(data.length / 2));
      };
    },
  };
  it.each(Object.keys(lose))(
    '%s: settles everything, tells the truth, and is whole after',
    async (how) => {
      for (const prepare of ['on', 'off'] as const) {
        await pool.close();
        env().DATABASE_PREPARE = prepare;
        pool = connect(url, size);
        const { ends, stop } = load(4 * size);
        while (!ends.some(({ end }) => end === 'kept')) await sleep(10);
        for (let times = 0; times < 15; times += 1) {
          const before = ends.length;
          await lose[how]?.();
          while (ends.length < before + size) await sleep(5);
          await sleep(20);
        }
        await stop();
        Object.assign(proxy, { greet: undefined, onSent: undefined, onAnswer: undefined });
        await expectWhole();
        await expectTruth(ends);
        expect(ends.some(({ end }) => end === 'kept')).toBe(true);
        expect(ends.some(({ end }) => end !== 'kept')).toBe(true);
      }
    },
  );
});

describe('a connection that is lost at COMMIT', () => {
  beforeEach(async () => {
    // Without prepared statements the text of each statement is sent every time.
    env().DATABASE_PREPARE = 'off';
    await pool.close();
    pool = connect(url, size);
  });

  it.each([true, false])(
    'leaves the outcome unknown, whichever it was (kept: %s)',
    async (isKept) => {
      const ids = Array.from({ length: 20 }, () => randomUUID());
      // Either the query never arrives, or its answer never comes back.
      const swallow = (word: string) => (data: Buffer, cut: () => void) => {
        if (!data.includes(word)) return data;
        cut();
        return undefined;
      };
      if (isKept) proxy.onAnswer = swallow('COMMIT');
      else proxy.onSent = swallow('commit');
      const ends = await Promise.all(ids.map(write));
      expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['unknown']));
      proxy.onSent = proxy.onAnswer = undefined;
      expect(await storedIds(ids)).toEqual(isKept ? ids : []);
      await expectWhole();
    },
  );

  it('is no riddle for a transaction that only read', async () => {
    proxy.onSent = (data, cut) => {
      if (!data.includes('commit')) return data;
      cut();
      return undefined;
    };
    const reading = pool.db.transaction((tx) => tx.execute(sql`select 1`), {
      accessMode: 'read only',
    });
    const error = await reading.catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(DatabaseFault);
    expect(isOutcomeUnknown(error)).toBe(false);
  });
});

describe('a transaction whose connection is lost while it does something else', () => {
  it('runs nothing more, least of all in the transaction of another', async () => {
    await expectWhole();
    const late = randomUUID();
    const others = Array.from({ length: 3 * size }, () => randomUUID());
    let killed: () => void = () => undefined;
    const isKilled = new Promise<void>((resolve) => (killed = resolve));
    let begun: () => void = () => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const stray: Promise<unknown>[] = [];
    const first = pool.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      begun();
      await isKilled;
      for (let times = 0; times < 20; times += 1) {
        stray.push(tx.execute(sql`insert into probe values (${late})`));
        await sleep(5);
      }
    });
    const finished = Promise.allSettled([first]);
    await isBegun;
    await killAll();
    const writing = others.map((id) => write(id));
    killed();
    const [end] = await finished;
    expect(end.status).toBe('rejected');
    const ends = await Promise.all(writing);
    await sleep(150);
    const strays = await Promise.allSettled(stray);
    expect(strays).toHaveLength(20);
    expect(strays.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await storedIds([late])).toEqual([]);
    await expectTruth(ends);
    await expectWhole();
  });

  it('lets nothing follow its end', async () => {
    const late = randomUUID();
    let end: () => void = () => undefined;
    const isEnded = new Promise<void>((resolve) => (end = resolve));
    let stray: Promise<unknown> = Promise.resolve();
    const failing = pool.db.transaction(async (tx) => {
      stray = isEnded.then(() => tx.execute(sql`insert into probe values (${late})`));
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    end();
    await expect(stray).rejects.toThrow();
    expect(await storedIds([late])).toEqual([]);
    await expectWhole();
  });
});

describe('a database that does not answer', () => {
  it('that is frozen fails what it holds within the limit, and is well again after', async () => {
    await pool.close();
    pool = connect(url, size, { query_timeout: 1, connect_timeout: 1, queue_timeout: 2 });
    await expectWhole();
    proxy.freeze();
    const ends = await Promise.all(Array.from({ length: 4 * size }, () => write()));
    expect(ends.filter(({ end }) => end === 'kept')).toEqual([]);
    proxy.thaw();
    await expectWhole();
    await expectTruth(ends);
  });

  it('that never ends a handshake is given up in time', async () => {
    await pool.close();
    pool = connect(url, size, { connect_timeout: 1, queue_timeout: 2 });
    proxy.greet = () => undefined;
    const ends = await Promise.all(Array.from({ length: 4 * size }, () => write()));
    expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['rolled_back']));
    proxy.greet = undefined;
    proxy.cut();
    await expectWhole();
  });

  it('ends a transaction that takes too long here', async () => {
    await pool.close();
    pool = connect(url, size, { transaction_timeout: 0.5 });
    const hanging = pool.db.transaction(() => new Promise<never>(() => undefined));
    await expect(hanging).rejects.toMatchObject({ outcome: 'rolled_back' });
    await expectWhole();
  });

  it('refuses at once what would wait for too long', async () => {
    await pool.close();
    pool = connect(url, 1);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holder = pool.db.transaction(() => held);
    let settled = 0;
    const waiting = Array.from({ length: 150 }, () =>
      pool.db.execute(sql`select 1`).then(
        () => 'kept',
        (error: unknown) => (error as { cause?: { code?: string } }).cause?.code,
      ),
    );
    for (const one of waiting) void one.then(() => (settled += 1));
    await vi.waitUntil(() => settled === 50, 30_000);
    release();
    await holder;
    const ends = await Promise.all(waiting);
    expect(ends.filter((end) => end === 'POOL_FULL')).toHaveLength(50);
    expect(ends.filter((end) => end === 'kept')).toHaveLength(100);
  });

  it('refuses what waited too long', async () => {
    await pool.close();
    pool = connect(url, 1, { queue_timeout: 0.3 });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holder = pool.db.transaction(() => held);
    expect(await write()).toMatchObject({ end: 'rolled_back' });
    release();
    await holder;
    expect(await write()).toMatchObject({ end: 'kept' });
  });
});

describe('a database of several hosts', () => {
  const among = (...hosts: string[]) => {
    const { username, password, pathname } = new URL(url);
    return `postgres://${username}:${password}@${hosts.join(',')}${pathname}`;
  };
  const reached = () => new URL(url).host;

  it('is found behind hosts that are gone or hang', async () => {
    const hanging = await BreakingProxy.before(url);
    hanging.proxy.greet = () => undefined;
    await pool.close();
    const hosts = ['127.0.0.1:1', new URL(hanging.url).host, reached()];
    pool = connect(among(...hosts), size, { connect_timeout: 1 });
    const ends = await Promise.all(Array.from({ length: 4 * size }, () => write()));
    expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['kept']));
    await expectWhole();
    proxy.cut();
    await expectWhole();
    await hanging.proxy.close();
  });

  it('that are all gone is reported at once, and found when one comes back', async () => {
    await pool.close();
    pool = connect(among('127.0.0.1:1', reached()), size);
    proxy.greet = (near) => near.destroy();
    const ends = await Promise.all(Array.from({ length: 4 * size }, () => write()));
    expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['rolled_back']));
    proxy.greet = undefined;
    await expectWhole();
  });

  it('names the one that can be written', async () => {
    const written = await primaryOf(among('127.0.0.1:1', reached()));
    expect(new URL(written).host).toBe(reached());
    await expect(primaryOf(among('127.0.0.1:1', '127.0.0.1:2'))).rejects.toThrow(AggregateError);
  });
});
