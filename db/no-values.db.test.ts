import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountAction } from '@/features/people/actions';
import { queueLogger } from '@/features/jobs/queue-log';
import { constraintOf, sqlStateOf } from '@/server/database-errors';
import { anonymousCookie } from '@/lib/anonymous-cookie';
import { csrfToken } from '@/server/csrf';
import type { openLog as OpenLog } from '@/server/log';
import { errorForLog } from '@/server/safe-error';
import { db } from './client';
import { users } from './schema/people';
import { freshDatabase, type TestDatabase } from './testing/database';
import { request } from './testing/request';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('./testing/request')).envelope);

/** Everything that was logged. */
let logged = '';
vi.mock('@/server/log', async (original) => {
  const { openLog } = await original<{ openLog: typeof OpenLog }>();
  const log = openLog('debug', { write: (line: string) => (logged += line) });
  return { openLog, log: () => log };
});

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** A word that is in every value that is sent. */
const mark = 'mark7f3a';
const account = {
  name: `Name ${mark}`,
  email: `${mark}@example.cn`,
  password: `a long password ${mark}`,
  accepted: 'on',
  next: '',
};
const signUp = () =>
  db().transaction((tx) =>
    tx.insert(users).values({
      name: account.name,
      email: account.email,
      passwordHash: `$argon2id$${mark}`,
    }),
  );

const caught = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing failed.');
};

/** Returns everything that could be printed of an error: also hidden fields and causes. */
function printed(error: unknown): string {
  const stack = error instanceof Error ? error.stack : '';
  const all = inspect(error, { depth: 20, showHidden: true, maxStringLength: null });
  return `${String(error)}\n${stack}\n${all}\n${JSON.stringify(errorForLog(error))}`;
}

function expectNoValues(error: unknown): void {
  const text = printed(error);
  expect(text).not.toContain(mark);
  expect(text).not.toContain('argon2');
}

/** Makes everything that the portal sends to the database fail for a while. */
async function whileBroken<T>(breaking: string, mending: string, work: () => Promise<T>) {
  await database.superuser.unsafe(breaking);
  try {
    return await work();
  } finally {
    await database.superuser.unsafe(mending);
  }
}

const withoutUsers = <T>(work: () => Promise<T>) =>
  whileBroken('alter table users rename to gone', 'alter table gone rename to users', work);

describe('an error holds no value of the statement that failed', () => {
  it('when a table is missing', async () => {
    const error = await withoutUsers(() => caught(signUp));
    expectNoValues(error);
    expect(sqlStateOf(error)).toBe('42P01');
    expect(printed(error)).toContain('db/no-values.db.test');
  });

  it('when nothing may be written', async () => {
    const error = await caught(() =>
      db().transaction(async (tx) => {
        await tx.execute(sql`set transaction read only`);
        await tx.execute(sql`update users set name = ${mark}`);
      }),
    );
    expectNoValues(error);
    expect(sqlStateOf(error)).toBe('25006');
  });

  it('when something is there already, and says which constraint minds', async () => {
    const error = await caught(() =>
      db().transaction(async (tx) => {
        await tx.execute(
          sql`create temporary table twins (email text constraint twins_once unique)`,
        );
        const add = () => tx.execute(sql`insert into twins values (${account.email})`);
        await add();
        await add();
      }),
    );
    expectNoValues(error);
    expect([constraintOf(error), sqlStateOf(error)]).toEqual(['twins_once', '23505']);
  });

  it('when it turns out at the end of a transaction', async () => {
    const error = await caught(() =>
      db().transaction(async (tx) => {
        await tx.execute(sql`create temporary table late (email text
          constraint late_once unique deferrable initially deferred)`);
        await tx.execute(sql`insert into late values (${account.email}), (${account.email})`);
      }),
    );
    expectNoValues(error);
    expect(constraintOf(error)).toBe('late_once');
  });

  it.each([
    ['the message quotes it', sql`select ${mark}::uuid`, '22P02'],
    [
      'it looks like a place in the code',
      sql`select ${`x\n    at ${mark} (file.ts:1:1)`}::int`,
      '22P02',
    ],
    ['it is no JSON', sql`select ${`{"${mark}`}::json`, '22P02'],
    ['it is no day', sql`select ${mark}::date`, '22007'],
    ['it is part of a row that is refused', sql`select ledger.nothing(${mark})`, '42883'],
  ])('when %s', async (_, query, state) => {
    const error = await caught(() => db().execute(query));
    expectNoValues(error);
    expect(sqlStateOf(error)).toBe(state);
  });

  it('when the driver itself cannot send it', async () => {
    const odd = { toString: 1, mark } as unknown as string;
    expectNoValues(await caught(() => db().execute(sql`select ${odd}::text`)));
  });
});

describe('a log holds none', () => {
  it('when an action fails, and says under which number', async () => {
    logged = '';
    request.cookies.set(anonymousCookie(false), 'nobody');
    request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9' });
    const form = new FormData();
    for (const [name, value] of Object.entries(account)) form.append(name, value);
    form.append('csrf', await csrfToken());
    const state = await withoutUsers(() => createAccountAction({ status: 'idle' }, form));
    expect(state.status).toBe('refused');
    expect(logged).toContain('action failed');
    expect(logged).toContain('42P01');
    expect(logged).not.toContain(mark);
    expect(logged).not.toContain('argon2');
  });

  it('when jobs fail, one inside the other, and says which', async () => {
    logged = '';
    const inner = await withoutUsers(() => caught(signUp));
    const raw = await database.superuser`select ${mark}::uuid`.catch((error: unknown) => error);
    const error = new AggregateError([inner, raw], 'Some sweeps failed.', {
      cause: new Error('outer', { cause: raw }),
    });
    queueLogger()
      .scope({ taskIdentifier: 'run_sweeps' })
      .error(`Failed task 1 with error '${error.message}':\n ${String(error.stack)}`, { error });
    queueLogger().error(`PoolClient error: ${(raw as Error).message}`, { error: raw });
    expect(logged).toContain('run_sweeps');
    expect(logged).toContain('42P01');
    expect(logged).toContain('22P02');
    expect(logged).not.toContain(mark);
  });
});

it('an error that holds nothing of the database stays what it is, and may go in circles', () => {
  const error = new Error('Case 1 is gone.');
  error.cause = error;
  expect(errorForLog(error)).toMatchObject({ type: 'Error', message: 'Case 1 is gone.' });
  expect(errorForLog('word')).toBe('word');
});
